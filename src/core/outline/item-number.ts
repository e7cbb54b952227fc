import { plainText } from '../course/inline/plain-text';
import { blankEmoji } from '../text/emoji';
import type { Span } from '../text/span';
import { readWordedNumber } from './number-words';

/** A number that an author wrote before a title. */
export interface ItemNumber {
  /** `3`, `1.2`, `2b` or `3-4`, without a closing dot. */
  readonly text: string;
  readonly parts: readonly number[];
  /** Numerals are numbers in words or signs of another script, which nothing is written in. */
  readonly style: 'digits' | 'keycaps' | 'numerals';
  /** The digits as they stand, a closing dot left out. In offsets of the document, or of the text that was read. */
  readonly span: Span;
  /** The word that announces it, in lower case: `step`. It belongs to the title. */
  readonly word?: string;
  /** The letter of `2b`, the `+` of `14+`. */
  readonly letter?: string;
  /** The last number of a range: 4 in `Week 3-4`. */
  readonly until?: number;
  /** What a hyphen joins to it: 1 in `Step 2-1`, 4 in `Week 3-4`. */
  readonly joined?: number;
  /** What parts it from the text in a list: `.` or `)`. */
  readonly delimiter?: string;
}

/** Most titles hold no sign of a number, and are not looked at further. */
const mayNumber = /[0-9第]|🔟/u;
const keycap = /[0-9]\uFE0F?\u20E3|🔟/gu;
const digits =
  /^(\d{1,3}(?:\.\d{1,3})*)(?:([a-z])(?=[.):]))?([.):](?=[\s*_\p{Lu}\p{Lo}「『（]|$)|[、．](?=\S)|(?=[\s*_]|$))/u;

/** The number that a title or a list item begins with, emphasis and emoji before it allowed, and the rest of the text. */
export function readNumber(text: string): { readonly number: ItemNumber; readonly title: string } | undefined {
  if (!mayNumber.test(text)) return undefined;
  const start = numberStart(text);
  const rest = text.slice(start);
  const caps = /^(?:[0-9]\uFE0F?\u20E3|🔟)+/u.exec(rest)?.[0];
  const match = caps ? undefined : digits.exec(rest);
  // One bare number may be a quantity: `7 heads`. With a dot or a bracket, or in parts, it numbers.
  if (!caps && !(match && (match[3] || match[1]!.includes('.')))) return undefined;
  const written = caps ?? match![1]!;
  const parts = caps ? [Number(capDigits(caps))] : written.split('.').map(Number);
  const span = { start, end: start + written.length };
  const letter = match?.[2];
  const after = rest.slice(written.length + (letter?.length ?? 0)).replace(/^[.):、．]/, '');
  return {
    number: {
      text: parts.join('.') + (letter ?? ''),
      parts,
      style: caps ? 'keycaps' : 'digits',
      span,
      ...(letter === undefined ? {} : { letter }),
    },
    title: plainText(rejoined(text.slice(0, start), after)),
  };
}

/** The number that a heading begins with: a bare one, or one behind `Step`, `Chapter`, `Week` and the like, which stays in the title. */
export function readHeadingNumber(text: string): { readonly number: ItemNumber; readonly title: string } | undefined {
  if (!mayNumber.test(text)) return undefined;
  const start = numberStart(text);
  const found = readWordedNumber(text.slice(start));
  if (!found) return withSecond(readNumber(text));
  const { word, parts, letter, until, joined } = found;
  return {
    number: {
      text: parts.join('.') + (letter ?? '') + (until === undefined ? '' : `-${until}`),
      parts,
      style: found.digits ? 'digits' : 'numerals',
      span: { start: start + found.start, end: start + found.end },
      word,
      ...(letter === undefined ? {} : { letter }),
      ...(until === undefined ? {} : { until }),
      ...(joined === undefined ? {} : { joined }),
    },
    title: plainText(text),
  };
}

/** `1. Load and 2. Train` is two sections in one. */
function withSecond(read: ReturnType<typeof readNumber>): ReturnType<typeof readNumber> {
  const first = read?.number.parts.length === 1 ? read.number.parts[0]! : undefined;
  if (!read || first === undefined || read.number.style !== 'digits') return read;
  const second = /(?<=[\s,&+/])(\d{1,3})[.)](?=\s)/.exec(read.title)?.[1];
  return Number(second) === first + 1 ? { ...read, number: { ...read.number, until: first + 1 } } : read;
}

/** A number written in the style of another. */
export function writtenLike(number: ItemNumber, parts: readonly number[]): string {
  if (number.style !== 'keycaps') return parts.join('.');
  return [...String(parts[0])].map((digit) => `${digit}\uFE0F\u20E3`).join('');
}

/** Past emphasis marks and emoji, but not past keycaps, which are digits. */
function numberStart(text: string): number {
  const caps = text.replace(keycap, (found) => '0'.repeat(found.length));
  return /^[\s*_]*/.exec(blankEmoji(caps))![0].length;
}

const capDigits = (caps: string): string => caps.replaceAll('🔟', '10').replace(/[^\d]/g, '');

/** Emoji and emphasis before the number stay before the title. */
function rejoined(before: string, after: string): string {
  return /\s$/.test(before) ? before + after.trimStart() : before + after;
}
