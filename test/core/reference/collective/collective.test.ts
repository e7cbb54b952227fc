import assert from 'node:assert/strict';
import {
  type Algorithm,
  algorithmsFor,
  type Collective,
  collectiveTime,
  collectiveTraffic,
  isPossible,
  type Operation,
} from '../../../../src/core/reference/collective/collective-cost';
import { collectiveSteps, type Step } from '../../../../src/core/reference/collective/collective-steps';
import { holdingsAfter } from '../../../../src/core/reference/collective/holdings';
import { link, messageSeconds, type Topology } from '../../../../src/core/reference/collective/topology';

const collectiveCost = (collective: Collective) => ({
  ...collectiveTime(collective),
  ...collectiveTraffic(collective),
});

const shapes = [
  [1, 1],
  [1, 2],
  [1, 5],
  [1, 8],
  [2, 1],
  [3, 1],
  [2, 2],
  [2, 4],
  [3, 4],
  [4, 3],
  [4, 4],
] as const;

const cluster = (nodes: number, perNode: number): Topology => ({
  ...{ nodes, perNode, intra: link(2400, 2), inter: link(200, 5) },
});

const cases = shapes.flatMap(([nodes, perNode]) =>
  (Object.keys(algorithmsFor) as Operation[]).flatMap((operation) =>
    algorithmsFor[operation]
      .filter((algorithm) => isPossible(operation, algorithm, nodes * perNode))
      .map((algorithm) => ({ nodes, perNode, operation, algorithm })),
  ),
);

/** Plays the steps on numbers of its own, and gives each rank's pieces at the end. */
function play(steps: readonly Step[], start: readonly Map<number, number>[]): Map<number, number>[] {
  const has = start.map((held) => new Map(held));
  for (const { adds, transfers } of steps) {
    const sent = transfers.map(({ from, to, pieces }) => ({
      to,
      values: pieces.map((piece) => {
        const value = has[from]!.get(piece);
        assert.ok(value !== undefined, `rank ${from} sends piece ${piece}, which it has not`);
        return [piece, value] as const;
      }),
    }));
    for (const { to, values } of sent)
      for (const [piece, value] of values) has[to]!.set(piece, adds ? has[to]!.get(piece)! + value : value);
  }
  return has;
}

describe('collectives', () => {
  for (const { nodes, perNode, operation, algorithm } of cases) {
    const ranks = nodes * perNode;
    const topology = cluster(nodes, perNode);
    const all = Array.from({ length: ranks }, (_, index) => index);

    it(`${operation} by ${algorithm} of ${nodes} × ${perNode} ends with what it is to give`, () => {
      const steps = collectiveSteps({ operation, algorithm, topology });
      const value = (rank: number, piece: number) => 1000 ** (rank % 4) * (1 + rank) + piece / 7;
      if (operation === 'all-to-all') {
        const start = all.map(
          (rank) => new Map(all.map((to) => [rank * ranks + to, value(rank, to)] as [number, number])),
        );
        const end = play(steps, start);
        for (const to of all)
          for (const from of all) assert.equal(end[to]!.get(from * ranks + to), value(from, to), `${from} to ${to}`);
        return;
      }
      if (operation === 'all-gather') {
        const own = all.map((rank) => steps[0]?.transfers.find(({ from }) => from === rank)?.pieces ?? [rank]);
        assert.deepEqual(
          own.flat().sort((a, b) => a - b),
          all,
        );
        const end = play(
          steps,
          own.map((pieces) => new Map(pieces.map((piece) => [piece, piece / 7]))),
        );
        for (const held of end) for (const piece of all) assert.equal(held.get(piece), piece / 7);
        return;
      }
      const end = play(
        steps,
        all.map((rank) => new Map(all.map((piece) => [piece, value(rank, piece)]))),
      );
      const sum = (piece: number) => all.reduce((total, rank) => total + value(rank, piece), 0);
      const isWhole = (rank: number, piece: number) => Math.abs(end[rank]!.get(piece)! / sum(piece) - 1) < 1e-12;
      if (operation === 'all-reduce') for (const rank of all) for (const piece of all) assert.ok(isWhole(rank, piece));
      else {
        const owned = all.map((rank) => all.filter((piece) => isWhole(rank, piece)));
        assert.deepEqual(
          owned.flat().sort((a, b) => a - b),
          all,
        );
        for (const pieces of owned) assert.equal(pieces.length, 1);
      }
      const shown = holdingsAfter(operation, steps, steps.length, ranks);
      if (operation === 'all-reduce')
        for (const row of shown) for (const one of row) assert.ok(Math.abs(one - 1) < 1e-12);
    });

    it(`${operation} by ${algorithm} of ${nodes} × ${perNode} costs what its steps cost one by one`, () => {
      const bytes = 12e6;
      const steps = collectiveSteps({ operation, algorithm, topology });
      const piece = bytes / ranks;
      const sent = new Map<string, number>();
      let seconds = 0;
      for (const { transfers } of steps) {
        const times = transfers.map(({ from, pieces, isOutside }) => {
          const key = `${from} ${isOutside}`;
          sent.set(key, (sent.get(key) ?? 0) + pieces.length * piece);
          return messageSeconds(isOutside ? topology.inter : topology.intra, pieces.length * piece);
        });
        seconds += Math.max(...times);
      }
      const busiest = (isOutside: boolean) => Math.max(0, ...all.map((rank) => sent.get(`${rank} ${isOutside}`) ?? 0));
      const cost = collectiveCost({ operation, algorithm, bytes, topology, rings: 1 });
      assert.equal(cost.steps, steps.length);
      const near = (found: number, wanted: number) =>
        assert.ok(Math.abs(found - wanted) <= 1e-9 * wanted, `${found} ${wanted}`);
      near(cost.seconds, seconds);
      // Of one ring the rank that crosses is another than those that do not.
      if (algorithm !== 'ring' || perNode > 2 || nodes === 1) near(cost.intraBytes, busiest(false));
      near(cost.interBytes, busiest(true));
    });
  }

  it('give the formulas of the literature', () => {
    const [bytes, p] = [1e9, 8];
    const one = { nodes: 1, perNode: p, intra: link(800, 1), inter: link(1, 1) };
    const [alpha, beta] = [1e-6, 1 / 1e11];
    const seconds = (operation: Operation, algorithm: Algorithm) =>
      collectiveCost({ operation, algorithm, bytes, topology: one, rings: 1 }).seconds;
    const near = (found: number, wanted: number) =>
      assert.ok(Math.abs(found / wanted - 1) < 1e-12, `${found} ${wanted}`);
    near(seconds('all-reduce', 'ring'), 2 * (p - 1) * alpha + 2 * ((p - 1) / p) * bytes * beta);
    near(seconds('all-reduce', 'halving'), 2 * 3 * alpha + 2 * ((p - 1) / p) * bytes * beta);
    near(seconds('all-reduce', 'tree'), 2 * 3 * (alpha + bytes * beta));
    near(seconds('all-gather', 'ring'), (p - 1) * alpha + ((p - 1) / p) * bytes * beta);
    near(seconds('all-to-all', 'pairwise'), (p - 1) * (alpha + (bytes / p) * beta));
  });

  it('use as many adapters of a node as there are rings at once', () => {
    const topology = cluster(4, 8);
    const cost = (rings: number) =>
      collectiveCost({ operation: 'all-reduce', algorithm: 'ring', bytes: 32e9, topology, rings });
    assert.equal(cost(1).interBytes, 2 * 31 * 1e9);
    assert.equal(cost(8).interBytes, 2 * 31 * 0.125e9);
    assert.equal(cost(8).intraBytes, 2 * 31 * 0.875e9);
    assert.ok(cost(8).seconds < cost(1).seconds / 7);
  });
});
