import { type MlaProblem, solveMla } from '../../../src/core/demos/mla/mla-problem';
import { say } from '../../../src/core/l10n/say';
import { absorbedLatentAttention, expandedLatentAttention } from '../../../src/core/reference/latent-attention';
import type { DemoModule } from '../demo-view';
import { difference } from '../difference';
import { inWords } from '../parts/in-words';
import type { MlaForms } from './mla-forms';
import { MlaView } from './mla-view';

/** The cache of latent attention beside those of its kin, with the arithmetic spelt out. */
export const mlaDemo: DemoModule<'mla', MlaForms> = {
  knobs: [
    { path: 'preset' },
    { path: 'context', slider: { min: 1024, max: 1_048_576, log: true } },
    { path: 'kv_rank', slider: { min: 64, max: 2048, step: 64 } },
    { path: 'rope_dim', slider: { min: 2, max: 256, step: 2 } },
    { path: 'layers', slider: { min: 1, max: 128 } },
    { path: 'cache_bits', slider: { min: 4, max: 32 } },
  ],
  viewKeys: [],
  *solve({ problem }) {
    yield;
    return { results: solveMla(problem), trace: formsOf(problem) };
  },
  async prove({ problem }, { trace }, engine, signal) {
    const { parts, keyUp, valueUp } = problem;
    const within = engine.within(signal);
    const expanded = await within.latentAttention('expanded', parts, keyUp, valueUp, { causal: true });
    const absorbed = await within.latentAttention('absorbed', parts, keyUp, valueUp, { causal: true });
    const apart = [
      difference(expanded.result.weights.data, trace.expanded.weights.data),
      difference(expanded.result.output.data, trace.expanded.output.data),
      difference(absorbed.result.weights.data, trace.absorbed.weights.data),
      difference(absorbed.result.output.data, trace.absorbed.output.data),
    ];
    const between = difference(expanded.result.output.data, absorbed.result.output.data);
    const { backend } = absorbed;
    const gpu = [expanded.gpuMilliseconds, absorbed.gpuMilliseconds];
    const gpuMilliseconds = gpu[0] === undefined || gpu[1] === undefined ? undefined : gpu[0] + gpu[1];
    return {
      answer: {
        ...{ backend, milliseconds: expanded.milliseconds + absorbed.milliseconds },
        ...(gpuMilliseconds !== undefined && { gpuMilliseconds }),
      },
      difference: Math.max(...apart),
      note: say`Both forms were computed there and differ by at most ${inWords(between, 3)}. The sizes of caches are arithmetic.`,
    };
  },
  createView: (host) => new MlaView(host),
};

function formsOf({ parts, keyUp, valueUp }: MlaProblem): MlaForms {
  return {
    expanded: expandedLatentAttention(parts, keyUp, valueUp, { causal: true }),
    absorbed: absorbedLatentAttention(parts, keyUp, valueUp, { causal: true }),
  };
}
