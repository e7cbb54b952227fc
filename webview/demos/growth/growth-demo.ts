import { solveGrowth } from '../../../src/core/demos/growth/growth-problem';
import type { DemoModule } from '../demo-view';
import { GrowthView } from './growth-view';

/** What grows, over the years, and where it meets its limits: arithmetic alone, no kernel has a part. */
export const growthDemo: DemoModule<'growth', undefined> = {
  knobs: [{ path: 'preset' }, { path: 'from' }, { path: 'until' }, { path: 'at' }],
  viewKeys: [],
  *solve({ problem }) {
    yield;
    return { results: solveGrowth(problem), trace: undefined };
  },
  prove: async () => undefined,
  createView: (host) => new GrowthView(host),
};
