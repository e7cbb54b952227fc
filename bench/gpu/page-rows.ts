import { type Spread, spread, spreadOf } from '../measure';
import type { Row } from '../row';

export interface Contestant {
  readonly name: string;
  /** Resolves when the adapter has done it. */
  readonly run: () => Promise<unknown>;
}

/** Milliseconds after which somebody slow has been timed often enough, if thrice. */
const enough = 8_000;

/**
 * Runs everybody in turn, `runs` times after `warm` that do not count: milliseconds a run. Who takes very long is timed
 * less often.
 */
export async function inTurn(
  contestants: readonly Contestant[],
  { runs = 10, warm = 2 } = {},
): Promise<Map<string, Spread>> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let run = -warm; run < runs; run++)
    for (const { name, run: once } of contestants) {
      const taken = times.get(name)!;
      if (taken.length >= 3 && taken.reduce((sum, time) => sum + time, 0) > enough) continue;
      const start = performance.now();
      await once();
      if (run >= 0) taken.push(performance.now() - start);
    }
  return new Map([...times].map(([name, values]) => [name, spreadOf(values)]));
}

export const timeRow = (name: string, time: Spread, note = ''): Row => ({
  name,
  value: time.median,
  unit: 'ms',
  note: [spread(time), note].filter(Boolean).join('; '),
});
