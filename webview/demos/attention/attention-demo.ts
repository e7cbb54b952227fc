import {
  type AttentionTrace,
  attentionResultsOf,
  solvingAttention,
} from '../../../src/core/demos/attention/attention-problem';
import { say } from '../../../src/core/l10n/say';
import type { DemoModule } from '../demo-view';
import { difference } from '../difference';
import { AttentionView } from './attention-view';

/** Scaled dot-product attention, head by head and step by step, over all pairs or some. */
export const attentionDemo: DemoModule<'attention', AttentionTrace> = {
  knobs: [
    { path: 'text' },
    { path: 'memory', label: say`memory (cross-attention)` },
    { path: 'temperature', slider: { min: 0.01, max: 100, log: true } },
    { path: 'causal' },
    { path: 'heads', slider: { min: 1, max: 16 } },
    { path: 'd_model', label: say`d_model (width)` },
    { path: 'sparse.kind', label: say`sparse` },
    { path: 'positional' },
    { path: 'seed' },
  ],
  viewKeys: ['head'],
  *solve({ problem }) {
    const trace = yield* solvingAttention(problem);
    yield;
    return { results: attentionResultsOf(trace, problem), trace };
  },
  async prove({ problem }, { trace }, engine, signal) {
    const { query, key, value, options, pairs } = problem;
    if (pairs) {
      const answer = await engine.within(signal).sparseAttention(query, key, value, pairs, options);
      return { answer, difference: difference(answer.result.data, trace.output.data) };
    }
    const answer = await engine.within(signal).attention(query, key, value, options);
    const { weights, output } = answer.result;
    const apart = [difference(weights.data, trace.weights.data), difference(output.data, trace.output.data)];
    return { answer, difference: Math.max(...apart) };
  },
  createView: (host) => new AttentionView(host),
};
