/** How numbers stand along one axis of a plot. */
export interface Axis {
  readonly log: boolean;
  readonly from: number;
  readonly to: number;
  /** 0 at `from`, 1 at `to`. */
  at(value: number): number;
  readonly ticks: readonly number[];
}

/** A linear or logarithmic axis over values, a little wider than they are, with round ticks. */
export function axisOver(values: Iterable<number>, log: boolean): Axis {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value) || (log && value <= 0)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) [low, high] = [1, 10];
  return log ? logAxis(low, high) : linearAxis(low, high);
}

function logAxis(low: number, high: number): Axis {
  const room = Math.max(0.04, 0.04 * Math.log10(high / low));
  const [from, to] = [10 ** (Math.log10(low) - room), 10 ** (Math.log10(high) + room)];
  const decades = Math.log10(to / from);
  const every = Math.max(1, Math.ceil(decades / 8));
  const ticks: number[] = [];
  for (let exponent = Math.floor(Math.log10(from)); exponent <= Math.ceil(Math.log10(to)); exponent++) {
    const steps = decades < 1.2 ? [1, 1.5, 2, 2.5, 3, 4, 5, 7] : decades < 3 ? [1, 2, 5] : [1];
    if (decades >= 3 && exponent % every !== 0) continue;
    for (const step of steps) {
      const tick = Number((step * 10 ** exponent).toPrecision(6));
      if (tick >= from && tick <= to) ticks.push(tick);
    }
  }
  return { log: true, from, to, at: (value) => Math.log(value / from) / Math.log(to / from), ticks };
}

function linearAxis(low: number, high: number): Axis {
  const width = high - low || Math.abs(high) || 1;
  const [from, to] = [low - 0.05 * width, high + 0.05 * width];
  const rough = (to - from) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough)!;
  const ticks: number[] = [];
  for (let i = Math.ceil(from / step); i * step <= to; i++) ticks.push(Number((i * step).toPrecision(12)));
  return { log: false, from, to, at: (value) => (value - from) / (to - from), ticks };
}
