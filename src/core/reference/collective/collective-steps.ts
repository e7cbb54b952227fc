import { say } from '../../l10n/say';
import type { Collective } from './collective-cost';
import { ranksOf } from './topology';

/** A message of one step. Pieces are p-ths of the vector; in an all-to-all `source · p + target`. */
export interface Transfer {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly number[];
  /** Whether it leaves the node. */
  readonly isOutside: boolean;
}

/** Messages that are sent together. */
export interface Step {
  readonly what: string;
  /** Whether what arrives is added to what is there. */
  readonly adds: boolean;
  readonly transfers: readonly Transfer[];
}

type Shape = Pick<Collective, 'operation' | 'algorithm' | 'topology'>;

/** Who sends what to whom, step by step; of several rings at once the first. */
export function collectiveSteps(shape: Shape): Step[] {
  const plan = new Plan(shape);
  switch (shape.algorithm) {
    case 'ring':
      return plan.ring();
    case 'tree':
      return plan.tree();
    case 'halving':
      return plan.halving();
    case 'pairwise':
      return plan.pairwise();
    case 'hierarchical':
      return shape.operation === 'all-to-all' ? plan.twoLevels() : plan.hierarchical();
  }
}

/** What a rank sends in a step, and to whom; undefined where it sends nothing. */
type Send = (rank: number) => readonly [to: number, pieces: readonly number[]] | undefined;

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const mod = (value: number, by: number): number => ((value % by) + by) % by;

class Plan {
  readonly #nodes: number;
  readonly #perNode: number;
  readonly #ranks: number;
  readonly #reduces: boolean;
  readonly #gathers: boolean;
  /** How much further than its own place a piece stands that a rank has in full: a reduction ends one further. */
  readonly #shift: number;

  constructor({ operation, topology }: Shape) {
    this.#nodes = topology.nodes;
    this.#perNode = topology.perNode;
    this.#ranks = ranksOf(topology);
    this.#reduces = operation === 'all-reduce' || operation === 'reduce-scatter';
    this.#gathers = operation === 'all-reduce' || operation === 'all-gather';
    this.#shift = this.#reduces ? 1 : 0;
  }

  ring(): Step[] {
    const sends = (first: number) => (s: number) => (rank: number) =>
      [mod(rank + 1, this.#ranks), [mod(rank + first - s, this.#ranks)]] as const;
    return [
      ...this.#reducing('reduce-scatter', this.#ranks - 1, sends(0)),
      ...this.#gathering('all-gather', this.#ranks - 1, sends(this.#shift)),
    ];
  }

  tree(): Step[] {
    const all = upTo(this.#ranks);
    const levels = Math.ceil(Math.log2(this.#ranks));
    const up = (level: number) => (rank: number) =>
      rank % 2 ** (level + 1) === 2 ** level ? ([rank - 2 ** level, all] as const) : undefined;
    const down = (index: number) => (rank: number) => {
      const distance = 2 ** (levels - 1 - index);
      return rank % (2 * distance) === 0 && rank + distance < this.#ranks
        ? ([rank + distance, all] as const)
        : undefined;
    };
    return [...this.#reducing('reduce', levels, up), ...this.#gathering('broadcast', levels, down)];
  }

  halving(): Step[] {
    const levels = Math.log2(this.#ranks);
    /** The pieces that begin with the bits of a rank, its last one first. */
    const pieces = (rank: number, bits: number) =>
      upTo(this.#ranks).filter((piece) =>
        upTo(bits).every((bit) => ((piece >> (levels - 1 - bit)) & 1) === ((rank >> bit) & 1)),
      );
    const partner = (rank: number, level: number) => rank ^ (1 << level);
    const halve = (level: number) => (rank: number) => {
      const to = partner(rank, level);
      return [to, pieces(to, level + 1)] as const;
    };
    const double = (index: number) => (rank: number) => {
      const level = levels - 1 - index;
      return [partner(rank, level), pieces(rank, level + 1)] as const;
    };
    return [...this.#reducing('halving', levels, halve), ...this.#gathering('doubling', levels, double)];
  }

  hierarchical(): Step[] {
    /** A share of the vector for each place in a node, of it a part for each node. */
    const part = (place: number, node: number) => mod(place, this.#perNode) * this.#nodes + mod(node, this.#nodes);
    const inside = (first: number) => (s: number) => (rank: number) => {
      const share = this.#place(rank) + first - s;
      return [this.#inNode(rank, this.#place(rank) + 1), upTo(this.#nodes).map((node) => part(share, node))] as const;
    };
    const between = (first: number) => (s: number) => (rank: number) => {
      const node = this.#node(rank);
      const piece = part(this.#place(rank) + this.#shift, node + first - s);
      return [this.#across(rank, node + 1), [piece]] as const;
    };
    return [
      ...this.#reducing(say`reduce inside nodes`, this.#perNode - 1, inside(0)),
      ...this.#reducing(say`reduce between nodes`, this.#nodes - 1, between(0)),
      ...this.#gathering(say`gather between nodes`, this.#nodes - 1, between(this.#shift)),
      ...this.#gathering(say`gather inside nodes`, this.#perNode - 1, inside(this.#shift)),
    ];
  }

  pairwise(): Step[] {
    return this.#steps('exchange', false, this.#ranks - 1, (s) => (rank) => {
      const to = mod(rank + s + 1, this.#ranks);
      return [to, [this.#block(rank, to)]];
    });
  }

  /** All for a node to its rank of the same place, which hands it on. */
  twoLevels(): Step[] {
    const between = (s: number) => (rank: number) => {
      const to = this.#across(rank, this.#node(rank) + s + 1);
      const there = upTo(this.#perNode).map((place) => this.#inNode(to, place));
      return [to, there.map((target) => this.#block(rank, target))] as const;
    };
    const inside = (s: number) => (rank: number) => {
      const to = this.#inNode(rank, this.#place(rank) + s + 1);
      const from = upTo(this.#nodes).map((node) => this.#across(rank, node));
      return [to, from.map((source) => this.#block(source, to))] as const;
    };
    return [
      ...this.#steps(say`between nodes`, false, this.#nodes - 1, between),
      ...this.#steps(say`inside nodes`, false, this.#perNode - 1, inside),
    ];
  }

  #reducing(what: string, count: number, send: (index: number) => Send): Step[] {
    return this.#reduces ? this.#steps(what, true, count, send) : [];
  }

  #gathering(what: string, count: number, send: (index: number) => Send): Step[] {
    return this.#gathers ? this.#steps(what, false, count, send) : [];
  }

  #steps(what: string, adds: boolean, count: number, send: (index: number) => Send): Step[] {
    return upTo(count).map((index) => ({ what, adds, transfers: this.#transfers(send(index)) }));
  }

  #transfers(send: Send): Transfer[] {
    return upTo(this.#ranks).flatMap((from) => {
      const sent = send(from);
      if (!sent) return [];
      const [to, pieces] = sent;
      return [{ from, to, pieces, isOutside: this.#node(from) !== this.#node(to) }];
    });
  }

  #node(rank: number): number {
    return Math.floor(rank / this.#perNode);
  }

  #place(rank: number): number {
    return rank % this.#perNode;
  }

  /** The rank of a place in the node of another. */
  #inNode(rank: number, place: number): number {
    return this.#node(rank) * this.#perNode + mod(place, this.#perNode);
  }

  /** The rank of the same place in a node. */
  #across(rank: number, node: number): number {
    return mod(node, this.#nodes) * this.#perNode + this.#place(rank);
  }

  /** What one rank has for another in an all-to-all. */
  #block(source: number, target: number): number {
    return source * this.#ranks + target;
  }
}
