import type { Span } from '../../text/span';
import type { Wording } from '../claims/check-claims';
import { claimedNumber } from '../claims/number-text';
import { type ResultUnit, unitOf } from '../claims/units';
import { type ProseNumber, proseNumberPattern, proseNumbers } from './prose-number';
import { qualifierBefore } from './qualifier';
import { shownText } from './shown-text';

/** A stretch of an inline text in which a number is bound. */
export interface BoundText {
  readonly source: string;
  readonly span: Span;
  /** Anywhere in it, or at its end, before a comment. */
  readonly stands: 'anywhere' | 'at-end';
}

/** A number of running text, as a claim of a demo would be written. */
export interface ProseClaim {
  /** `10.4 GB`, `~35_136`, `> 50%`. */
  readonly claim: string;
  /** The number with what it counts, in the inline text. */
  readonly span: Span;
  /** The same as it is written, with what stands before it and counts. */
  readonly words: string;
  /** What stands behind the number and counts it. */
  readonly suffix: string;
  readonly wording: Wording;
}

/** So much before a number may say how it is meant. */
const mostBefore = 40;

/** A number with what stands behind it. */
interface Counted {
  readonly span: Span;
  readonly numbers: readonly ProseNumber[];
  /** As claims have it. */
  readonly suffix: string;
  /** As it is written. */
  readonly written: string;
}

/**
 * The claims that a text may make of a result in the unit, the likeliest first. None where it holds no number; where it
 * is to end with one, none where other words stand behind.
 */
export function proseClaims({ source, span, stands }: BoundText, unit: ResultUnit | undefined): ProseClaim[] {
  const shown = shownText(source, span);
  const before = shownText(source, {
    start: Math.max(0, span.start - mostBefore - 1),
    end: Math.max(0, span.start - 1),
  });
  const found = countedIn(shown.text, unit);
  const spans = stands === 'at-end' ? endingIn(found, shown.text) : joined(found, shown.text);
  return spans.flatMap((parts) => claimsOf(parts));

  function claimsOf(parts: readonly [Counted, Counted?, string?]): ProseClaim[] {
    const [first, second, operator] = parts;
    const inShown = { start: first.span.start, end: (second ?? first).span.end };
    const written = shown.written(inShown);
    const lead =
      inShown.start === 0 && stands === 'anywhere'
        ? before.text
        : shown.text.slice(Math.max(0, inShown.start - mostBefore), inShown.start);
    const qualifier = second ? undefined : qualifierBefore(lead);
    const isWhole = shown.text.slice(inShown.start, inShown.end) === source.slice(written.start, written.end);
    return first.numbers.flatMap((number) => {
      const one = number.claimed + first.suffix;
      const claim = second ? `${one}${operator}${second.numbers[0]!.claimed}${second.suffix}` : one;
      const spoken = (text: string): string => inProse(text, number, [first, ...(second ? [second] : [])]);
      const of = (signed: string, words: string): ProseClaim => ({
        claim: signed,
        span: written,
        suffix: (second ?? first).suffix,
        words: words + shown.text.slice(inShown.start, inShown.end),
        wording: {
          say: (text) => (text === signed ? words : '') + spoken(withoutSign(text)),
          put: (text) => (isWhole ? spoken(withoutSign(text)) : undefined),
          keepsBound: true,
        },
      });
      if (!qualifier) return [of(claim, '')];
      const { sign, words, mayBePlain } = qualifier;
      if (sign === '~') return [of(`~${claim}`, words)];
      const bound = of(`${sign} ${claim}`, words);
      if (mayBePlain === 'exactly') return [bound, of(`${claim} ± 0`, words)];
      return mayBePlain ? [of(claim, words), bound] : [bound];
    });
  }
}

/** The sign is said by the author's own words. */
const withoutSign = (text: string): string => text.replace(/^(?:~|[<>]=?)\s*/, '');

/** A claim's text with numbers and units as the author writes them. */
function inProse(text: string, number: ProseNumber, counted: readonly Counted[]): string {
  const words = text
    .replace(/[-+]?(?:[\d_]+(?:\.(?!\.)\d*)?|\.\d+)(?:e[-+]?\d+)?/g, (claimed) => number.inProse(claimed))
    .replace('..', '–');
  return counted.reduce((all, { suffix, written }) => (suffix === written ? all : all.replace(suffix, written)), words);
}

/** The numbers of a text with what they count. */
function countedIn(text: string, unit: ResultUnit | undefined): Counted[] {
  return [...text.matchAll(new RegExp(proseNumberPattern, 'gu'))].map((match) => {
    const end = match.index + match[0].length;
    const { suffix, written } = suffixAt(text, end, unit);
    return {
      span: { start: match.index, end: end + written.length },
      numbers: proseNumbers(match[0]),
      suffix,
      written,
    };
  });
}

/** Words that are written with a point: `46,7 Mrd.`. */
const shortened = 'Mrd|Mio|Tsd|Mill|bn|mn|tn|min|approx';
const suffixWords = new RegExp(
  String.raw`\s?(?:%|per\s?cent|Prozent|(?:${shortened})\.|[\p{L}µ]+(?:\/[\p{L}]+)?)(\s[a-z]+)?`,
  'uy',
);

/** What stands behind a number: the most of it that counts the result, or what would count another. */
function suffixAt(text: string, at: number, unit: ResultUnit | undefined): { suffix: string; written: string } {
  suffixWords.lastIndex = at;
  const [all = '', second = ''] = suffixWords.exec(text) ?? [];
  const first = all.slice(0, all.length - second.length);
  for (const written of [all, first]) {
    const suffix = written.replace(/\s?(?:per\s?cent|Prozent)$/, '%').replace(/\.(?=\s|$)/, '');
    if (written !== '' && claimedNumber(`1${suffix}`, unit)) return { suffix, written };
  }
  return countsAnother(first.trim(), unit) ? { suffix: first, written: first } : { suffix: '', written: '' };
}

/** Whether a word says that a number counts something else than the result does. */
function countsAnother(word: string, unit: ResultUnit | undefined): boolean {
  if (/^(?:%|per\s?cent|Prozent|[kKMGTPE]i?B)$/.test(word)) return true;
  // What has no unit may be a number of anything: 20 tokens per parameter.
  return unit !== undefined && word.length > 1 && unitOf(word) !== undefined;
}

const between = /^\s*(±|\+\/?-|\.\.|–|—|-|to|bis)\s*$/u;

/** Numbers alone, and two that a range or a tolerance holds together. */
function joined(found: readonly Counted[], text: string): (readonly [Counted, Counted?, string?])[] {
  const parts: (readonly [Counted, Counted?, string?])[] = [];
  for (let i = 0; i < found.length; i++) {
    const [one, next] = [found[i]!, found[i + 1]];
    const operator = next && between.exec(text.slice(one.span.end, next.span.start))?.[1];
    if (next && operator) {
      parts.push([one, next, /^[±+]/.test(operator) ? ' ± ' : '..']);
      i++;
    } else parts.push([one]);
  }
  return parts;
}

/** What may stand between a number and the comment that binds it. */
const behind = /^(?:\s*[\p{L}-]+(?![\p{L}-])){0,3}[\s)\]”"’]*$/u;

function endingIn(found: readonly Counted[], text: string): (readonly [Counted, Counted?, string?])[] {
  const last = joined(found, text).at(-1);
  return last && behind.test(text.slice((last[1] ?? last[0]).span.end)) ? [last] : [];
}
