import { aboutOff, type ClaimedNumber, claimedNumber, claimedNumberPattern, roundingOff } from './number-text';
import type { ResultUnit } from './units';

/** A value that a claim states, and how far from it the truth may be; a bound and a range state none. */
export interface StatedNumber {
  readonly value: number;
  readonly off: number;
}

const stated = new RegExp(`^(~?)\\s*(${claimedNumberPattern})(?:\\s*±\\s*(${claimedNumberPattern}))?$`);

/** The value of `10.4 GB`, `~10 GB` or `10.4 ± 0.1 GB`, in the unit of the result. */
export function statedNumber(claim: string, unit: ResultUnit | undefined): StatedNumber | undefined {
  const [, about, first = '', second] = stated.exec(claim) ?? [];
  const spread = second === undefined ? undefined : claimedNumber(second, unit);
  const value = claimedNumber(first, unit, spread?.suffix);
  if (!value || (second !== undefined && !spread)) return undefined;
  return { value: value.value, off: spread ? spread.value : offOf(value, about === '~') };
}

const offOf = (number: ClaimedNumber, about: boolean): number =>
  Math.max(roundingOff(number), about ? aboutOff(number) : 0);

/** Whether some one value may be meant by two statements. */
export const mayBothHold = (one: StatedNumber, other: StatedNumber): boolean =>
  one.value === other.value || Math.abs(one.value - other.value) < (one.off + other.off) * (1 - 1e-9);
