import { solveCollective } from '../../../src/core/demos/collective/collective-problem';
import { say } from '../../../src/core/l10n/say';
import type { DemoModule } from '../demo-view';
import { CollectiveView } from './collective-view';
import { type DrawnCollective, drawnCollective } from './drawn-collective';

/** The steps of a collective on a drawing of its ranks, and what they cost: arithmetic alone, no kernel has a part. */
export const collectiveDemo: DemoModule<'collective', DrawnCollective> = {
  knobs: [
    { path: 'operation' },
    { path: 'algorithm' },
    { path: 'bytes', slider: { min: 1e3, max: 1e11, log: true } },
    { path: 'topology.preset', label: say`machine` },
    { path: 'topology.nodes', label: say`nodes`, slider: { min: 1, max: 256, log: true } },
    { path: 'topology.per_node', label: say`ranks a node`, slider: { min: 1, max: 72 } },
  ],
  viewKeys: [],
  *solve({ problem }) {
    yield;
    return { results: solveCollective(problem), trace: drawnCollective(problem) };
  },
  prove: async () => undefined,
  createView: (host) => new CollectiveView(host),
};
