import { attentionResultsOf } from '../../../src/core/demos/attention/attention-problem';
import { type AttentionResult, attending } from '../../../src/core/reference/attention';
import type { DemoModule } from '../demo-view';
import { difference } from '../difference';
import { AttentionView } from './attention-view';

/** Scaled dot-product attention, head by head and step by step. */
export const attentionDemo: DemoModule<'attention', AttentionResult> = {
  knobs: [
    { path: 'text' },
    { path: 'memory', label: 'memory (cross-attention)' },
    { path: 'temperature', slider: { min: 0.01, max: 100, log: true } },
    { path: 'causal' },
    { path: 'heads', slider: { min: 1, max: 16 } },
    { path: 'd_model', label: 'd_model (width)' },
    { path: 'positional' },
    { path: 'seed' },
  ],
  viewKeys: ['head'],
  *solve({ problem }) {
    const { query, key, value, options } = problem;
    const trace = yield* attending(query, key, value, options);
    yield;
    return { results: attentionResultsOf(trace), trace };
  },
  async prove({ problem }, { trace }, engine, signal) {
    const { query, key, value, options } = problem;
    const answer = await engine.within(signal).attention(query, key, value, options);
    const { weights, output } = answer.result;
    const apart = [difference(weights.data, trace.weights.data), difference(output.data, trace.output.data)];
    return { answer, difference: Math.max(...apart) };
  },
  createView: (host) => new AttentionView(host),
};
