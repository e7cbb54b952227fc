import type { ResultValue } from '../result';
import { shown } from './claim';
import { type ResultUnit, tidy } from './number-text';

const prefixes = ['', 'k', 'M', 'G', 'T', 'P'];

/** A result for people: `10.44 GB`, `35136 elements`, `0.9824`, `“experts”`. */
export function quantityText(found: ResultValue, unit?: ResultUnit): string {
  if (typeof found !== 'number') return shown(found);
  if (unit !== 'bytes') return unit ? `${tidy(found)} ${unit}` : tidy(found);
  const step = Math.abs(found) < 1000 ? 0 : Math.min(5, Math.floor(Math.log10(Math.abs(found)) / 3));
  return `${Number((found / 1000 ** step).toPrecision(4))} ${prefixes[step]}B`;
}
