import {
  type LossCurveTrace,
  lossCurveResultsOf,
  tracingLossCurve,
} from '../../../src/core/demos/loss-curve/loss-curve-problem';
import type { DemoModule } from '../demo-view';
import { LossCurveView } from './loss-curve-view';

/** A loss curve, its spikes, and what responses to them cost: too small a training for a kernel to have a part. */
export const lossCurveDemo: DemoModule<'loss-curve', LossCurveTrace> = {
  knobs: [
    { path: 'respond' },
    { path: 'bad_scale', slider: { min: 1, max: 100 } },
    { path: 'rate', slider: { min: 0.001, max: 1, log: true } },
    { path: 'z_loss' },
    { path: 'window', slider: { min: 5, max: 200 } },
    { path: 'z', slider: { min: 1, max: 10, step: 0.1 } },
  ],
  viewKeys: [],
  *solve({ problem }) {
    const trace = yield* tracingLossCurve(problem);
    return { results: lossCurveResultsOf(trace), trace };
  },
  prove: async () => undefined,
  createView: (host) => new LossCurveView(host),
};
