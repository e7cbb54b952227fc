/** One kind of link, as a rank has it: what it sends in a second, and what each message waits before. */
export interface Link {
  /** Bytes a second, in one direction. */
  readonly bandwidth: number;
  /** Seconds. */
  readonly latency: number;
}

/** Ranks in nodes: fast links inside a node, slower ones between nodes, each rank with an adapter of its own. */
export interface Topology {
  readonly nodes: number;
  readonly perNode: number;
  readonly intra: Link;
  readonly inter: Link;
}

export const ranksOf = ({ nodes, perNode }: Pick<Topology, 'nodes' | 'perNode'>): number => nodes * perNode;

/** Gigabits a second as they stand in data sheets, microseconds as in measurements. */
export const link = (gbps: number, microseconds: number): Link => ({
  bandwidth: (gbps * 1e9) / 8,
  latency: microseconds / 1e6,
});

/** A message of the size over a link by the α-β model: t = α + β·bytes (Hockney, Parallel Computing 20, 1994). */
export const messageSeconds = ({ bandwidth, latency }: Link, bytes: number): number => latency + bytes / bandwidth;
