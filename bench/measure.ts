export interface Spread {
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { minimum: sorted[0]!, median: sorted[sorted.length >> 1]!, maximum: sorted.at(-1)! };
}

/**
 * Times several things in turn, so that a slow moment of the machine falls on all of them alike. Milliseconds a run,
 * after `warm` runs that do not count.
 */
export async function inTurn<K extends string>(
  things: Readonly<Record<K, () => unknown>>,
  { runs = 10, warm = 3 } = {},
): Promise<Record<K, Spread>> {
  const names = Object.keys(things) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let run = -warm; run < runs; run++) {
    for (const name of names) {
      const start = performance.now();
      await things[name]();
      if (run >= 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, spreadOf(times[name])])) as Record<K, Spread>;
}

export const spread = ({ minimum, maximum }: Spread, unit = 'ms'): string =>
  `${minimum.toFixed(1)} to ${maximum.toFixed(1)} ${unit}`;
