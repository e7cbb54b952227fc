import type { Span } from '../../text/span';
import type { ResultValue } from '../result';
import { agrees, numberPattern, tidy, writtenLike } from './number-text';

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

/** What was found, written the way the claim was, for putting it in the claim's place; undefined where it has no value. */
export function rewritten(claimed: Claimed, found: ResultValue): string | undefined {
  if (found === null) return undefined;
  if (typeof found === 'string') return quoted(found);
  if (typeof found === 'number') {
    if (claimed.kind === 'number') return writtenLike(found, claimed.written);
    const form = claimed.kind === 'word' ? comparison(claimed.value) : undefined;
    return form?.rewrite?.(found) ?? tidy(found);
  }
  const items = claimed.kind === 'list' ? claimed.items : [];
  const parts = found.map((part, i) => rewritten(items[i] ?? items.at(-1) ?? claimed, part));
  return parts.includes(undefined) ? undefined : `[${parts.join(', ')}]`;
}

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

const around = new RegExp(`^(${numberPattern})\\s*(?:±|\\+-|\\+/-)\\s*(${numberPattern})$`);
const bound = new RegExp(`^(<=|>=|≤|≥|<|>)\\s*(${numberPattern})$`);
const between = new RegExp(`^(${numberPattern})\\s*\\.\\.\\s*(${numberPattern})$`);

/** Reads `v ± t`, `< v`, `a..b` and the like; undefined for a word that is none. */
export function comparison(word: string): Comparison | undefined {
  const text = word.trim();
  const near = around.exec(text);
  if (near) {
    const [middle, tolerance] = [Number(near[1]), Math.abs(Number(near[2]))];
    const slack = 4e-16 * (Math.abs(middle) + tolerance);
    return {
      holds: (found) => Math.abs(found - middle) <= tolerance + slack,
      rewrite: (found) => `${writtenLike(found, near[2]!)} ± ${near[2]}`,
    };
  }
  const limit = bound.exec(text);
  if (limit) {
    const value = Number(limit[2]);
    const tests: Readonly<Record<string, (found: number) => boolean>> = {
      '<': (found) => found < value,
      '<=': (found) => found <= value,
      '≤': (found) => found <= value,
      '>': (found) => found > value,
      '>=': (found) => found >= value,
      '≥': (found) => found >= value,
    };
    return { holds: tests[limit[1]!]! };
  }
  const range = between.exec(text);
  if (!range) return undefined;
  const [low, high] = [Number(range[1]), Number(range[2])];
  return { holds: (found) => low <= found && found <= high };
}

/** A word as a YAML scalar. */
export const quoted = (word: string): string =>
  /^[A-Za-z_][\w-]*$/.test(word) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word)
    ? word
    : JSON.stringify(word);
