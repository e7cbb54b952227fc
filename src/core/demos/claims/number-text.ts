import { factorOf, isUnitName, type ResultUnit } from './units';

/** How YAML and authors write a number: `-1`, `.5`, `5.76e23`. */
export const numberPattern = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`;

/** Digits with thousands parted. One comma alone may be a decimal one, unless a point follows. */
const grouped = String.raw`[1-9]\d{0,2}(?:(?:_\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+|(?:['’]\d{3})+|(?:,\d{3}){2,}|,\d{3}(?=\.\d))`;

/** One word, two where the first counts the second: `GB/s`, `trillion tokens`. */
const suffixPattern = String.raw`[A-Za-zµμ]+(?:\/[a-z]+)?(?:\s[A-Za-z]+(?:\/s)?)?`;

const numberParts = new RegExp(`^([-+]?[\\d_,.'’\\s]*\\d\\.?(?:[eE][-+]?\\d+)?)(\\s?(?:%|${suffixPattern}))?$`);

/** A number of a claim: `0.5`, `34_560`, `1,234,567.8`, `98%`, `2.26 GB`, `40.4B`, `1.4 trillion tokens`. */
export const claimedNumberPattern = String.raw`[-+]?(?:(?:${grouped}(?!\d)|\d+)(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?:\s?(?:%|${suffixPattern}))?`;

/** What stands behind the digits of a claimed number. */
export interface Suffix {
  /** As written, the blank before it included; empty where nothing stands there. */
  readonly written: string;
  /** What one of it is in the unit of the result: 0.01 for `%`, 1e9 for `GB`. */
  readonly factor: number;
}

/** A number of a claim as it stands there. */
export interface ClaimedNumber {
  /** In the unit of the result: 0.5 for `50%`, 2.26e9 for `2.26 GB`. */
  readonly value: number;
  /** Its digits, without separators and what stands behind. */
  readonly digits: string;
  /** What parts its thousands. */
  readonly separator: string | undefined;
  readonly suffix: Suffix;
}

/**
 * Reads what matches {@link claimedNumberPattern}; undefined where what stands behind the digits does not count the
 * result. `shared` stands behind a number that has nothing of its own: `2..3 GB`.
 */
export function claimedNumber(written: string, unit?: ResultUnit, shared?: Suffix): ClaimedNumber | undefined {
  const parts = numberParts.exec(written);
  if (!parts) return undefined;
  const separator = /\d([_,'’\s])\d{3}/.exec(parts[1]!)?.[1];
  const digits = parts[1]!.replace(/[_,'’\s]/g, '');
  const suffix = parts[2] === undefined ? (shared ?? bare) : suffixOf(parts[2], unit);
  return suffix && { value: scaled(Number(digits), suffix), digits, separator, suffix };
}

const bare: Suffix = { written: '', factor: 1 };

const scaled = (value: number, { factor }: Suffix): number => (factor < 1 ? value / (1 / factor) : value * factor);

/** A number of a result, counted in what the suffix says. */
const counted = (value: number, { factor }: Suffix): number => (factor < 1 ? value * (1 / factor) : value / factor);

function suffixOf(written: string, unit: ResultUnit | undefined): Suffix | undefined {
  const text = written.trim();
  if (text === '%') return unit === undefined ? { written, factor: 0.01 } : undefined;
  const [first = '', second] = text.split(/\s/);
  if (second !== undefined && !isUnitName(second, unit)) return undefined;
  const factor = factorOf(first, unit);
  return factor === undefined ? undefined : { written, factor };
}

/** Whether a number, rounded to the digits of a claimed one, equals it. */
export const agreesWith = (found: number, { digits, suffix }: ClaimedNumber): boolean =>
  agrees(counted(found, suffix), digits);

/** How far a number may be from one that is said to be about it, in parts of it. */
const mostOff = 0.1;

/** How far the truth may be from a number that is said to be about it: no digit but its noughts, and no tenth of it. */
export function aboutOff({ digits, value, suffix }: ClaimedNumber): number {
  const noughts = /^[-+]?\d*?[1-9](0+)$/.exec(digits)?.[1]?.length ?? 0;
  return noughts === 0 ? 0 : Math.min(scaled(0.5 * 10 ** noughts, suffix), mostOff * Math.abs(value));
}

/** How far the truth may be from a number that is rounded to its digits. */
export const roundingOff = ({ digits, suffix }: ClaimedNumber): number =>
  scaled(0.5 * 10 ** -lastPlace(digits), suffix);

/** Whether a number is about a claimed one. */
export const agreesAbout = (found: number, number: ClaimedNumber): boolean =>
  Math.abs(found - number.value) <= aboutOff(number) && aboutOff(number) > 0;

/** A number rounded to the digits of a claimed one, with what stands behind that one and its thousands parted as there. */
export const claimedLike = (found: number, { digits, separator, suffix }: ClaimedNumber): string => {
  const text = writtenLike(counted(found, suffix), digits);
  const parted = separator === undefined ? text : text.replace(/^-?\d+/, (whole) => parting(whole, separator));
  return parted + suffix.written;
};

/** The number nearest to the one found, in the digits of a claimed one, of which `< v`, `>= v` and the like hold. */
export function boundLike(found: number, sign: string, like: ClaimedNumber): string {
  const here = counted(found, like.suffix);
  const size = Math.floor(Math.log10(Math.abs(here) || 1));
  const step = 10 ** -Math.max(lastPlace(like.digits), -size);
  const [steps, noise] = [here / step, 1e-9];
  const near = sign.startsWith('<') ? Math.ceil(steps - noise) : Math.floor(steps + noise);
  const isSame = Math.abs(near - steps) <= noise && !sign.endsWith('=');
  return claimedLike(scaled((near + (isSame ? (sign === '<' ? 1 : -1) : 0)) * step, like.suffix), like);
}

/** A number in few digits that still tell it, with what stands behind a claimed one. */
export const tidyLike = (found: number, { suffix }: ClaimedNumber): string =>
  tidy(counted(found, suffix)) + suffix.written;

const parting = (whole: string, separator: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, separator);

/** The decimal place of a written number's last digit: 2 for `0.25`, -21 for `5.76e23`, 0 for `12`. */
export function lastPlace(written: string): number {
  const [mantissa = '', exponent = '0'] = written.toLowerCase().split('e');
  return (mantissa.split('.')[1]?.length ?? 0) - Number(exponent);
}

/** Whether a number, rounded to the digits of a written one, equals it. A tie may be rounded either way. */
export function agrees(found: number, written: string): boolean {
  const half = 0.5 * 10 ** -lastPlace(written);
  const value = Number(written);
  return Math.abs(found - value) <= half * (1 + 1e-9) + 4e-16 * Math.abs(value);
}

/** A number rounded to the digits of a written one, in the same notation. */
export function writtenLike(found: number, written: string): string {
  const place = lastPlace(written);
  if (/e/i.test(written)) {
    const digits = Math.floor(Math.log10(Math.abs(found) || 1)) + place;
    return found.toExponential(Math.max(0, Math.min(100, digits))).replace('e+', 'e');
  }
  if (place < 0 || Math.abs(found) >= 1e21) return String(found);
  const text = found.toFixed(Math.min(100, place));
  return Number(text) === 0 && found !== 0 ? tidy(found) : text;
}

/** A number in few digits that still tell it: six significant ones, of a whole number all. */
export const tidy = (value: number): string =>
  String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(6))).replace('e+', 'e');
