/** A quantity that is multiplied by the same factor in every span of time. */
export interface Growing {
  /** Its value in the year from which everything is counted. */
  readonly start: number;
  /** The factor by which it grows in so many years. */
  readonly times: number;
  readonly years: number;
}

/** Its value so many years later: start · times^(t/years). */
export const valueAfter = ({ start, times, years }: Growing, t: number): number => start * times ** (t / years);

/** The factor of one year. */
export const yearlyFactor = ({ times, years }: Growing): number => times ** (1 / years);

/** Years in which it doubles; negative where it halves, infinite where it stays. */
export const doublingYears = ({ times, years }: Growing): number => (years * Math.LN2) / Math.log(times);

/**
 * Years until one quantity comes up to another: ln(their ratio) over the difference of their rates. Zero where it has
 * already; undefined where it never does.
 */
export function yearsUntil(quantity: Growing, limit: Growing): number | undefined {
  const behind = Math.log(limit.start) - Math.log(quantity.start);
  if (behind <= 0) return 0;
  const gained = Math.log(quantity.times) / quantity.years - Math.log(limit.times) / limit.years;
  return gained > 0 ? behind / gained : undefined;
}
