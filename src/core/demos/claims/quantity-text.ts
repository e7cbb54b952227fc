import { say } from '../../l10n/say';
import type { ResultValue } from '../result';
import { shown } from './claim';
import { tidy } from './number-text';
import type { ResultUnit } from './units';

const prefixes = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];

/** The symbols that take prefixes. */
const symbols: Readonly<Partial<Record<ResultUnit, string>>> = {
  ...{ bytes: 'B', FLOPs: 'FLOP', joules: 'J', watts: 'W' },
  ...{ 'bytes/s': 'B/s', 'FLOPs/s': 'FLOP/s' },
};

/** A result for people: `10.44 GB`, `3.2 ms`, `35136 elements`, `0.9824`, `“experts”`. */
export function quantityText(found: ResultValue, unit?: ResultUnit): string {
  if (typeof found !== 'number') return shown(found);
  if (unit === 'seconds') return timeText(found);
  const symbol = unit && symbols[unit];
  if (symbol === undefined) return unit ? `${tidy(found)} ${unit}` : tidy(found);
  const size = Math.abs(found);
  const step = size < 1000 ? 0 : Math.min(prefixes.length - 1, Math.floor(Math.log10(size) / 3));
  return `${inFour(found / 1000 ** step)} ${prefixes[step]}${symbol}`;
}

function timeText(seconds: number): string {
  const size = Math.abs(seconds);
  if (size >= 172_800) return say`${inFour(seconds / 86_400)} days`;
  if (size >= 7200) return say`${inFour(seconds / 3600)} hours`;
  if (size >= 1 || size === 0) return `${inFour(seconds)} s`;
  return size >= 1e-3 ? say`${inFour(seconds * 1e3)} ms` : `${inFour(seconds * 1e6)} µs`;
}

const inFour = (value: number): string => tidy(Number(value.toPrecision(4)));
