import type { Span } from '../../text/span';
import type { ResultValue } from '../result';
import {
  agrees,
  agreesWith,
  type ClaimedNumber,
  claimedLike,
  claimedNumber,
  claimedNumberPattern,
  tidy,
  writtenLike,
} from './number-text';

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
export function holds(claimed: Claimed, found: ResultValue): boolean {
  if (claimed.kind === 'list')
    return (
      Array.isArray(found) &&
      found.length === claimed.items.length &&
      claimed.items.every((item, i) => holds(item, (found as readonly ResultValue[])[i]!))
    );
  if (typeof found === 'string') return found === (claimed.kind === 'number' ? claimed.written : claimed.value);
  if (typeof found !== 'number') return false;
  return claimed.kind === 'number'
    ? agrees(found, claimed.written)
    : (comparison(claimed.value)?.holds(found) ?? false);
}

/** The claim as JSON has it. */
export const plainClaim = (claimed: Claimed): ResultValue =>
  claimed.kind === 'list' ? claimed.items.map(plainClaim) : claimed.value;

/** Whether a claim has a form in which a number can be claimed. */
export const hasForm = (claimed: Claimed, found: ResultValue): boolean => {
  if (claimed.kind === 'word') return typeof found === 'string' || Array.isArray(found) || !!comparison(claimed.value);
  if (claimed.kind === 'number' || !Array.isArray(found)) return true;
  return claimed.items.every((item, i) => found[i] === undefined || hasForm(item, (found as ResultValue[])[i]!));
};

/**
 * What was found, written the way the claim was, for putting it in the claim's place: with more digits where that alone
 * holds. Undefined where it has no value.
 */
export function rewritten(claimed: Claimed, found: ResultValue): string | undefined {
  if (found === null) return undefined;
  if (typeof found === 'string') return quoted(found);
  if (typeof found === 'number') {
    if (claimed.kind === 'number') return holding(writtenLike(found, claimed.written), found);
    const form = claimed.kind === 'word' ? comparison(claimed.value) : undefined;
    return holding(form?.rewrite?.(found) ?? tidy(found), found);
  }
  const items = claimed.kind === 'list' ? claimed.items : [];
  const parts = found.map((part, i) => rewritten(items[i] ?? items.at(-1) ?? claimed, part));
  return parts.includes(undefined) ? undefined : `[${parts.join(', ')}]`;
}

/** A text that claims the number found; all its digits where the text does not. */
const holding = (text: string, found: number): string => (comparison(text)?.holds(found) ? text : String(found));

/** What was found, short enough for a message. */
export function shown(found: ResultValue, like?: Claimed): string {
  if (found === null) return 'not a finite number';
  if (typeof found === 'string') return `“${found}”`;
  if (typeof found === 'number') {
    const near = like?.kind === 'number' ? writtenLike(found, like.written) : tidy(found);
    return near === (like?.kind === 'number' ? like.written : undefined) ? tidy(found) : near;
  }
  const items = like?.kind === 'list' ? like.items : [];
  const parts = found.slice(0, 8).map((part, i) => shown(part, items[i]));
  return `[${parts.join(', ')}${found.length > 8 ? `, … ${found.length} in all` : ''}]`;
}

interface Comparison {
  readonly holds: (found: number) => boolean;
  /** The same form around the value found. */
  readonly rewrite?: (found: number) => string;
}

const plain = new RegExp(`^(~|≈)?\\s*(${claimedNumberPattern})$`);
const around = new RegExp(`^(${claimedNumberPattern})\\s*(?:±|\\+-|\\+/-)\\s*(${claimedNumberPattern})$`);
const bound = new RegExp(`^(<=|>=|≤|≥|<|>)\\s*(${claimedNumberPattern})$`);
const between = new RegExp(`^(${claimedNumberPattern})\\s*\\.\\.(?!\\.)\\s*(${claimedNumberPattern})$`);

/** How far apart two numbers may be that differ by rounding alone. */
const slack = (...values: readonly number[]): number => 4e-16 * values.reduce((sum, value) => sum + Math.abs(value), 0);

/** Reads `v`, `~v`, `v ± t`, `< v`, `a..b` and the like; undefined for a word that is none. */
export function comparison(word: string): Comparison | undefined {
  const text = word.trim();
  const alone = plain.exec(text);
  if (alone) {
    const value = claimedNumber(alone[2]!);
    return {
      holds: (found) => agreesWith(found, value),
      rewrite: (found) => (alone[1] ?? '') + claimedLike(found, value),
    };
  }
  const near = around.exec(text);
  if (near) return tolerance(claimedNumber(near[1]!), claimedNumber(near[2]!), near[2]!);
  const limit = bound.exec(text);
  if (limit) {
    const { value } = claimedNumber(limit[2]!);
    const tests: Readonly<Record<string, (found: number) => boolean>> = {
      '<': (found) => found < value,
      '<=': (found) => found <= value + slack(value),
      '>': (found) => found > value,
      '>=': (found) => found >= value - slack(value),
    };
    return { holds: tests[limit[1]!.replace('≤', '<=').replace('≥', '>=')]! };
  }
  const range = between.exec(text);
  if (!range) return undefined;
  const [low, high] = [claimedNumber(range[1]!), claimedNumber(range[2]!)];
  if (low.percent !== high.percent || low.value > high.value) return undefined;
  return { holds: (found) => low.value - slack(low.value) <= found && found <= high.value + slack(high.value) };
}

/** `v ± t`; none where t is negative, or one of both is a percentage: of the value, or a hundredth? */
function tolerance(middle: ClaimedNumber, spread: ClaimedNumber, written: string): Comparison | undefined {
  if (middle.percent !== spread.percent || /^[-+]/.test(written)) return undefined;
  return {
    holds: (found) => Math.abs(found - middle.value) <= spread.value + slack(middle.value, spread.value),
    rewrite: (found) => `${claimedLike(found, spread)} ± ${written}`,
  };
}

/** A word as a YAML scalar. */
export const quoted = (word: string): string =>
  /^[A-Za-z_][\w-]*$/.test(word) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word)
    ? word
    : JSON.stringify(word);
