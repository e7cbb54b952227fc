import { solveModelSize } from '../../../src/core/demos/model-size/model-size-problem';
import type { DemoModule } from '../demo-view';
import { ModelSizeView } from './model-size-view';

/** Parameters, work and memory of a model: arithmetic alone, no kernel has a part. */
export const modelSizeDemo: DemoModule<'model-size', undefined> = {
  knobs: [
    { path: 'preset' },
    { path: 'layers', slider: { min: 1, max: 128 } },
    { path: 'd_model', slider: { min: 256, max: 16_384, step: 256 } },
    { path: 'context', slider: { min: 512, max: 1_048_576, log: true } },
    { path: 'optimizer' },
    { path: 'zero', slider: { min: 0, max: 3 } },
  ],
  viewKeys: [],
  *solve({ problem }) {
    yield;
    return { results: solveModelSize(problem), trace: undefined };
  },
  prove: async () => undefined,
  createView: (host) => new ModelSizeView(host),
};
