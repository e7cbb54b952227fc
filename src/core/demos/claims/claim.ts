import { say } from '../../l10n/say';
import type { Span } from '../../text/span';
import type { ResultValue } from '../result';
import {
  agrees,
  agreesAbout,
  agreesWith,
  boundLike,
  type ClaimedNumber,
  claimedLike,
  claimedNumber,
  claimedNumberPattern,
  tidy,
  tidyLike,
  writtenLike,
} from './number-text';
import type { ResultUnit } from './units';

/** What a claim was written as: a number with its digits, a word, or a list of them. */
export type Claimed =
  | { readonly kind: 'number'; readonly value: number; readonly written: string }
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'list'; readonly items: readonly Claimed[] };

/** One line under `expect`: a result key and what the lesson says of it. Spans are in the demo's text. */
export interface Claim {
  readonly key: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly claimed: Claimed;
}

/** Whether what was found is what was claimed. */
export function holds(claimed: Claimed, found: ResultValue, unit?: ResultUnit): boolean {
  if (claimed.kind === 'list')
    return (
      Array.isArray(found) &&
      found.length === claimed.items.length &&
      claimed.items.every((item, i) => holds(item, (found as readonly ResultValue[])[i]!, unit))
    );
  if (typeof found === 'string') return found === (claimed.kind === 'number' ? claimed.written : claimed.value);
  if (typeof found !== 'number') return false;
  return claimed.kind === 'number'
    ? agrees(found, claimed.written)
    : (comparison(claimed.value, unit)?.holds(found) ?? false);
}

/** The claim as JSON has it. */
export const plainClaim = (claimed: Claimed): ResultValue =>
  claimed.kind === 'list' ? claimed.items.map(plainClaim) : claimed.value;

/** Whether a claim has a form in which a number of the unit can be claimed. */
export const hasForm = (claimed: Claimed, found: ResultValue, unit?: ResultUnit): boolean => {
  if (claimed.kind === 'word')
    return typeof found === 'string' || Array.isArray(found) || !!comparison(claimed.value, unit);
  if (claimed.kind === 'number' || !Array.isArray(found)) return true;
  return claimed.items.every((item, i) => found[i] === undefined || hasForm(item, (found as ResultValue[])[i]!, unit));
};

/**
 * What was found, written the way the claim was, for putting it in the claim's place: with more digits where that alone
 * holds. Undefined where it has no value.
 * @param keepsBound whether a bound stays one, `> 46`, and does not become the value that was found
 */
export function rewritten(
  claimed: Claimed,
  found: ResultValue,
  unit?: ResultUnit,
  keepsBound = false,
): string | undefined {
  if (found === null) return undefined;
  if (typeof found === 'string') return quoted(found);
  if (typeof found === 'number') {
    const form = claimed.kind === 'word' ? comparison(claimed.value, unit) : undefined;
    // What stands before it makes a bound of whatever number is put here.
    if (keepsBound && !form && claimed.kind === 'word' && /^[<>]/.test(claimed.value)) return undefined;
    const text =
      claimed.kind === 'number'
        ? writtenLike(found, claimed.written)
        : keepsBound && form?.asBound
          ? form.asBound(found)
          : form?.rewrite(found);
    return holding(text ?? tidy(found), found, unit);
  }
  const items = claimed.kind === 'list' ? claimed.items : [];
  const parts = found.map((part, i) => rewritten(items[i] ?? items.at(-1) ?? claimed, part, unit));
  return parts.includes(undefined) ? undefined : `[${parts.join(', ')}]`;
}

/** A text that claims the number found; all its digits where the text does not. A comma would end it in a list. */
function holding(text: string, found: number, unit: ResultUnit | undefined): string {
  if (!comparison(text, unit)?.holds(found)) return String(found);
  return text.includes(',') ? JSON.stringify(text) : text;
}

/** What was found, short enough for a message. */
export function shown(found: ResultValue, like?: Claimed, unit?: ResultUnit): string {
  if (found === null) return say`not a finite number`;
  if (typeof found === 'string') return `“${found}”`;
  if (typeof found === 'number') {
    const form = like?.kind === 'word' ? comparison(like.value, unit) : undefined;
    const near = like?.kind === 'number' ? writtenLike(found, like.written) : form?.shown(found);
    const written = like?.kind === 'number' ? like.written : like?.kind === 'word' ? like.value : undefined;
    return near === undefined || near === written ? tidy(found) : near;
  }
  const items = like?.kind === 'list' ? like.items : [];
  const parts = found.slice(0, 8).map((part, i) => shown(part, items[i], unit));
  return `[${parts.join(', ')}${found.length > 8 ? `, … ${found.length} in all` : ''}]`;
}

interface Comparison {
  readonly holds: (found: number) => boolean;
  /** The value found in place of the one claimed: in the same form where that has one value. */
  readonly rewrite: (found: number) => string;
  /** The value found, alone. */
  readonly shown: (found: number) => string;
  /** The same bound with a number in the digits of the claimed one of which it holds. */
  readonly asBound?: (found: number) => string;
}

const plain = new RegExp(`^((?:~|≈|about(?=\\s))\\s*)?(${claimedNumberPattern})$`);
const around = new RegExp(
  `^((?:~|≈|about(?=\\s))\\s*)?(${claimedNumberPattern})\\s*(?:±|\\+-|\\+/-)\\s*(${claimedNumberPattern})$`,
);
const bound = new RegExp(`^(<=|>=|≤|≥|<|>)\\s*(${claimedNumberPattern})$`);
const between = new RegExp(`^(${claimedNumberPattern})\\s*\\.\\.(?!\\.)\\s*(${claimedNumberPattern})$`);

/** How far apart two numbers may be that differ by rounding alone, a sum of many numbers among them. */
const slack = (...values: readonly number[]): number => 1e-12 * Math.max(...values.map(Math.abs));

/** Reads `v`, `~v`, `about v`, `v ± t`, `< v`, `a..b` and the like, of a result in the unit; undefined for a word that is none. */
export function comparison(word: string, unit?: ResultUnit): Comparison | undefined {
  // Quotes as word processors set them are none to YAML.
  const text = word.trim().replace(/^[“”„]\s*([^“”„]*?)\s*[“”]$/, '$1');
  const alone = plain.exec(text);
  if (alone) {
    const value = claimedNumber(alone[2]!, unit);
    const sign = alone[1] ?? '';
    return (
      value && {
        holds: (found) => agreesWith(found, value) || (sign !== '' && agreesAbout(found, value)),
        rewrite: (found) => sign + claimedLike(found, value),
        shown: (found) => claimedLike(found, value),
      }
    );
  }
  const near = around.exec(text);
  if (near) return tolerance(near[1] ?? '', near[2]!, near[3]!, unit);
  const limit = bound.exec(text);
  if (limit) {
    const claimed = claimedNumber(limit[2]!, unit);
    if (!claimed) return undefined;
    const { value } = claimed;
    const tests: Readonly<Record<string, (found: number) => boolean>> = {
      '<': (found) => found < value,
      '<=': (found) => found <= value + slack(value),
      '>': (found) => found > value,
      '>=': (found) => found >= value - slack(value),
    };
    const sign = limit[1]!.replace('≤', '<=').replace('≥', '>=');
    const asBound = (found: number): string => `${sign} ${boundLike(found, sign, claimed)}`;
    return { holds: tests[sign]!, ...inFewDigits(claimed), asBound };
  }
  const range = between.exec(text);
  if (!range) return undefined;
  const [low, high] = twoNumbers(range[1]!, range[2]!, unit);
  if (!low || !high || low.value > high.value) return undefined;
  return {
    holds: (found) => low.value - slack(low.value) <= found && found <= high.value + slack(high.value),
    ...inFewDigits(high),
  };
}

/** `v ± t`; none where t is negative, or one of both is a percentage: of the value, or a hundredth? */
function tolerance(sign: string, written: string, offBy: string, unit?: ResultUnit): Comparison | undefined {
  const [middle, spread] = twoNumbers(written, offBy, unit);
  if (!middle || !spread || /^[-+]/.test(offBy)) return undefined;
  const ofMiddle = { ...spread, separator: middle.separator, suffix: middle.suffix };
  return {
    holds: (found) => Math.abs(found - middle.value) <= spread.value + slack(middle.value, spread.value),
    rewrite: (found) => `${sign}${claimedLike(found, ofMiddle)} ± ${offBy}`,
    shown: (found) => claimedLike(found, ofMiddle),
  };
}

/** Two numbers of one claim: what stands behind the second alone is meant for both, but for a percent sign. */
function twoNumbers(first: string, second: string, unit?: ResultUnit): readonly (ClaimedNumber | undefined)[] {
  const right = claimedNumber(second, unit);
  const left = claimedNumber(first, unit, right?.suffix);
  const percent = [first, second].map((text) => text.endsWith('%'));
  return percent[0] === percent[1] ? [left, right] : [];
}

const inFewDigits = (like: ClaimedNumber): Pick<Comparison, 'rewrite' | 'shown'> => ({
  rewrite: (found) => tidyLike(found, like),
  shown: (found) => tidyLike(found, like),
});

/** A word as a YAML scalar. */
export const quoted = (word: string): string =>
  /^[A-Za-z_][\w-]*$/.test(word) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word)
    ? word
    : JSON.stringify(word);
