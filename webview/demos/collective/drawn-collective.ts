import type { CollectiveSetup } from '../../../src/core/demos/collective/collective-setup';
import { collectiveSteps, type Step } from '../../../src/core/reference/collective/collective-steps';
import { ranksOf } from '../../../src/core/reference/collective/topology';

/** The steps that are drawn: of the ranks themselves, or of as many of them as a picture holds. */
export interface DrawnCollective {
  readonly nodes: number;
  readonly perNode: number;
  readonly ranks: number;
  readonly steps: readonly Step[];
  /** Whether there are more ranks than are drawn. */
  readonly isPart: boolean;
}

const [mostNodes, mostPerNode] = [4, 8];

/** Fewer nodes and ranks go the same way; powers of two stay such. */
export function drawnCollective({ operation, algorithm, topology }: CollectiveSetup): DrawnCollective {
  const nodes = Math.min(topology.nodes, topology.perNode === 1 ? mostPerNode : mostNodes);
  const perNode = Math.min(topology.perNode, mostPerNode);
  const shape = { operation, algorithm, topology: { ...topology, nodes, perNode } };
  const ranks = ranksOf({ nodes, perNode });
  return { nodes, perNode, ranks, steps: ranks > 1 ? collectiveSteps(shape) : [], isPart: ranks < ranksOf(topology) };
}
