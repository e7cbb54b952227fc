import type { Collective } from './collective-cost';
import type { Step } from './collective-steps';

/**
 * How much each rank has, piece by piece, after some of the steps: of a reduction the share of all ranks that a piece is the
 * sum of, of a gathering whether the piece is there, of an all-to-all whether what each rank had for it is there.
 */
export function holdingsAfter(
  operation: Collective['operation'],
  steps: readonly Step[],
  done: number,
  ranks: number,
): number[][] {
  const has = firstHoldings(operation, steps, ranks);
  for (const { adds, transfers } of steps.slice(0, done)) {
    const arriving = transfers.map(({ from, to, pieces }) => ({
      to,
      pieces: pieces.map((piece) => [piece, has[from]!.get(piece) ?? 0] as const),
    }));
    for (const { to, pieces } of arriving)
      for (const [piece, amount] of pieces) has[to]!.set(piece, adds ? (has[to]!.get(piece) ?? 0) + amount : amount);
  }
  const cell = (rank: number, index: number) => (operation === 'all-to-all' ? index * ranks + rank : index);
  return has.map((held, rank) => Array.from({ length: ranks }, (_, index) => held.get(cell(rank, index)) ?? 0));
}

/** What each rank begins with, by piece. */
function firstHoldings(
  operation: Collective['operation'],
  steps: readonly Step[],
  ranks: number,
): Map<number, number>[] {
  const all = Array.from({ length: ranks }, (_, index) => index);
  const holding = (pieces: readonly number[], amount: number) => new Map(pieces.map((piece) => [piece, amount]));
  if (operation === 'all-to-all')
    return all.map((rank) =>
      holding(
        all.map((target) => rank * ranks + target),
        1,
      ),
    );
  if (operation !== 'all-gather') return all.map(() => holding(all, 1 / ranks));
  // Who gathers sends its own piece first; alone it has it.
  return all.map((rank) => holding(steps[0]?.transfers.find(({ from }) => from === rank)?.pieces ?? [rank], 1));
}
