import type { DemoModule } from '../demo-view';
import { ComputeView } from './compute-view';

/** Formulas and what comes out of them. No kernel has a part in it. */
export const computeDemo: DemoModule<'compute', undefined> = {
  knobs: [],
  viewKeys: [],
  *solve({ problem }) {
    yield;
    return { results: problem.results, trace: undefined };
  },
  prove: async () => undefined,
  createView: (host) => new ComputeView(host),
};
