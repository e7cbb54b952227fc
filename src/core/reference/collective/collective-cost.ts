import { messageSeconds, ranksOf, type Topology } from './topology';

/** What the ranks end up with. */
export type Operation = 'all-reduce' | 'all-gather' | 'reduce-scatter' | 'all-to-all';

/** How it is brought about. */
export type Algorithm = 'ring' | 'tree' | 'halving' | 'hierarchical' | 'pairwise';

/** What can be brought about how. */
export const algorithmsFor: Readonly<Record<Operation, readonly Algorithm[]>> = {
  'all-reduce': ['ring', 'tree', 'halving', 'hierarchical'],
  'all-gather': ['ring', 'halving', 'hierarchical'],
  'reduce-scatter': ['ring', 'halving', 'hierarchical'],
  'all-to-all': ['pairwise', 'hierarchical'],
};

export interface Collective {
  readonly operation: Operation;
  readonly algorithm: Algorithm;
  /** The whole vector: what each rank has before a reduction, after a gathering, and for all others in an all-to-all. */
  readonly bytes: number;
  readonly topology: Topology;
  /** Rings at once, each crossing between nodes at another rank. */
  readonly rings: number;
}

/** Equal steps in which the busiest rank sends so much over each kind of link; undefined where nobody uses it. */
interface Phase {
  readonly steps: number;
  readonly intra: number | undefined;
  readonly inter: number | undefined;
}

export interface CollectiveTime {
  readonly steps: number;
  readonly seconds: number;
  /** Seconds of it that are waited however few the bytes are. */
  readonly latency: number;
}

export interface CollectiveTraffic {
  /** What the busiest rank sends. */
  readonly bytes: number;
  /** What those send that are busiest inside their node and beyond it, not always the same ones. */
  readonly intraBytes: number;
  readonly interBytes: number;
}

/** Whether an algorithm is for this operation on so many ranks: halving pairs them off, which takes a power of two. */
export const isPossible = (operation: Operation, algorithm: Algorithm, ranks: number): boolean =>
  algorithmsFor[operation].includes(algorithm) && (algorithm !== 'halving' || Number.isInteger(Math.log2(ranks)));

/** How long a collective takes, step by step: a step takes as long as its slowest link. */
export function collectiveTime(collective: Collective): CollectiveTime {
  const { intra, inter } = collective.topology;
  const slowest = (phase: Phase, seconds: (link: typeof intra, bytes: number) => number) =>
    Math.max(
      phase.intra === undefined ? 0 : seconds(intra, phase.intra),
      phase.inter === undefined ? 0 : seconds(inter, phase.inter),
    );
  const total = { steps: 0, seconds: 0, latency: 0 };
  for (const phase of phasesOf(collective)) {
    total.steps += phase.steps;
    total.seconds += phase.steps * slowest(phase, messageSeconds);
    total.latency += phase.steps * slowest(phase, ({ latency }) => latency);
  }
  return total;
}

/** What a collective sends. In trees and pairs the ranks take turns at being a step's busiest, else each is it in all. */
export function collectiveTraffic(collective: Collective): CollectiveTraffic {
  const { algorithm, bytes, topology } = collective;
  const { perNode } = topology;
  const ranks = ranksOf(topology);
  if (algorithm === 'tree') {
    const { inside, outside } = busiestOfTree(ranks, perNode);
    // Rank 0 sends all down to 1, 2, 4 …, which no other rank outdoes.
    return { bytes: Math.ceil(Math.log2(ranks)) * bytes, intraBytes: inside * bytes, interBytes: outside * bytes };
  }
  const part = (others: number) => (others / ranks) * bytes;
  if (algorithm === 'pairwise')
    return { bytes: part(ranks - 1), intraBytes: part(perNode - 1), interBytes: part(ranks - perNode) };
  const sum = (of: (phase: Phase) => number | undefined) =>
    phasesOf(collective).reduce((all, phase) => all + phase.steps * (of(phase) ?? 0), 0);
  const [intraBytes, interBytes] = [sum(({ intra }) => intra), sum(({ inter }) => inter)];
  const isRing = algorithm === 'ring';
  return { bytes: isRing ? sum(() => part(1)) : intraBytes + interBytes, intraBytes, interBytes };
}

function phasesOf(collective: Collective): Phase[] {
  if (ranksOf(collective.topology) === 1) return [];
  const { operation, algorithm } = collective;
  const reduces = operation === 'all-reduce';
  const both = (phases: Phase[]) => (reduces ? [...phases, ...[...phases].reverse()] : phases);
  switch (algorithm) {
    case 'ring':
      return both([ring(collective)]);
    case 'halving':
      return both(halving(collective));
    case 'tree':
      return both(tree(collective));
    case 'hierarchical':
      return operation === 'all-to-all' ? twoLevels(collective) : hierarchical(collective);
    case 'pairwise':
      return pairwise(collective);
  }
}

/** Each rank to its neighbour, a p-th at a time (Patarasuk and Yuan, J. Parallel Distrib. Comput. 69, 2009). */
function ring({ bytes, topology, rings }: Collective): Phase {
  const { nodes, perNode } = topology;
  const ranks = ranksOf(topology);
  const piece = bytes / ranks;
  if (nodes === 1) return { steps: ranks - 1, intra: piece, inter: undefined };
  // Where each rank of a node is the last of one ring, none sends all rings to its neighbour in the node.
  const inside = rings < perNode ? piece : (piece * (perNode - 1)) / perNode;
  return { steps: ranks - 1, intra: perNode === 1 ? undefined : inside, inter: piece / rings };
}

/**
 * Pairs at distance 1, 2, 4 … exchange halves, quarters … (recursive halving with distance doubling: Thakur, Rabenseifner
 * and Gropp, Int. J. High Perform. Comput. Appl. 19, 2005), so that most of it stays in the node.
 */
function halving({ bytes, topology }: Collective): Phase[] {
  const levels = Math.log2(ranksOf(topology));
  return Array.from({ length: levels }, (_, level) => {
    const half = bytes / 2 ** (level + 1);
    const isInside = 2 ** level < topology.perNode;
    return { steps: 1, intra: isInside ? half : undefined, inter: isInside ? undefined : half };
  });
}

/** A binomial tree: everything to rank 0, level by level, and back (the same paper). */
function tree({ bytes, topology }: Collective): Phase[] {
  const ranks = ranksOf(topology);
  const levels: Phase[] = [];
  for (let distance = 1; distance < ranks; distance *= 2) {
    const { isInside, isOutside } = crossings(distance, ranks, topology.perNode);
    levels.push({ steps: 1, intra: isInside ? bytes : undefined, inter: isOutside ? bytes : undefined });
  }
  return levels;
}

/** The most messages that a rank of the tree sends inside its node, and beyond it: one up, and one down to each of its own. */
function busiestOfTree(ranks: number, perNode: number): { inside: number; outside: number } {
  let [inside, outside] = [0, 0];
  for (let rank = 0; rank < ranks; rank++) {
    const sent = { true: 0, false: 0 };
    const send = (to: number) => {
      sent[`${Math.floor(to / perNode) === Math.floor(rank / perNode)}`]++;
    };
    let distance = 1;
    for (; (rank / distance) % 2 === 0 && distance < ranks; distance *= 2)
      if (rank + distance < ranks) send(rank + distance);
    if (rank > 0) send(rank - distance);
    inside = Math.max(inside, sent.true);
    outside = Math.max(outside, sent.false);
  }
  return { inside, outside };
}

/** Which kinds of links the pairs of one level of the tree use. */
function crossings(distance: number, ranks: number, perNode: number): { isInside: boolean; isOutside: boolean } {
  let [isInside, isOutside] = [false, false];
  for (let rank = distance; rank < ranks && !(isInside && isOutside); rank += 2 * distance) {
    const isSame = Math.floor(rank / perNode) === Math.floor((rank - distance) / perNode);
    if (isSame) isInside = true;
    else isOutside = true;
  }
  return { isInside, isOutside };
}

/** Rings inside the nodes on a whole, rings between them on what each rank has then. */
function hierarchical({ operation, bytes, topology }: Collective): Phase[] {
  const { nodes, perNode } = topology;
  const inside: Phase = { steps: perNode - 1, intra: bytes / perNode, inter: undefined };
  const between: Phase = { steps: nodes - 1, intra: undefined, inter: bytes / perNode / nodes };
  if (operation === 'all-gather') return [between, inside];
  if (operation === 'reduce-scatter') return [inside, between];
  return [inside, between, between, inside];
}

/** In step s each rank sends to the one s after it. Between nodes some pair always crosses. */
function pairwise({ bytes, topology }: Collective): Phase[] {
  const { nodes, perNode } = topology;
  const ranks = ranksOf(topology);
  const piece = bytes / ranks;
  if (nodes === 1) return [{ steps: ranks - 1, intra: piece, inter: undefined }];
  const near = Math.min(ranks - 1, 2 * (perNode - 1));
  return [
    { steps: near, intra: piece, inter: piece },
    { steps: ranks - 1 - near, intra: undefined, inter: piece },
  ];
}

/** All for a node to its rank of the same place, which hands it on inside. */
function twoLevels({ bytes, topology }: Collective): Phase[] {
  const { nodes, perNode } = topology;
  return [
    { steps: nodes - 1, intra: undefined, inter: bytes / nodes },
    { steps: perNode - 1, intra: bytes / perNode, inter: undefined },
  ];
}
