import { charCodes } from '../text/char-codes';
import type { Span } from '../text/span';

/**
 * Hears the words of a text. `joined` says that the word follows the one before it as words of one name do: parted by
 * white space, emoji, emphasis marks or one hyphen, or by nothing where a script has no spaces. `codes` are the text's
 * character codes, lent for the call.
 */
export type WordListener = (start: number, end: number, joined: boolean, codes: Uint16Array) => void;

enum Kind {
  Break,
  Space,
  Hyphen,
  Word,
  /** A word by itself: scripts that are written without spaces. */
  Single,
  /** A run of these is a word: names in katakana are. */
  Katakana,
  /** A sign that names hold (`&`, `+`): a word by itself. */
  Sign,
  /** Inside a word part of it, else emphasis or quotation. */
  Apostrophe,
  Underscore,
  /** Inside a word a sign, else the end of a sentence. */
  Dot,
}

const kinds = new Map<number, Kind>();
const ascii = new Uint8Array(128);
for (let code = 0; code < 128; code++) ascii[code] = kindOf(String.fromCodePoint(code));

function kindOf(char: string): Kind {
  if (char === "'" || char === '’') return Kind.Apostrophe;
  if (char === '_') return Kind.Underscore;
  if (char === '.') return Kind.Dot;
  if (/[\s*~]|\uFE0F|\u200D/.test(char)) return Kind.Space;
  if (/[-\u2010\u2011\u2012\u2013\u00AD]/.test(char)) return Kind.Hyphen;
  if (/[&+#/@%]/.test(char)) return Kind.Sign;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(char))
    return Kind.Single;
  if (/[\p{Script=Katakana}\u30FC]/u.test(char)) return Kind.Katakana;
  if (/[\p{L}\p{N}\p{M}]/u.test(char)) return Kind.Word;
  if (/[\p{Extended_Pictographic}\p{RI}\p{EMod}]/u.test(char)) return Kind.Space;
  return Kind.Break;
}

function kindAt(codes: Uint16Array, at: number): Kind {
  const code = codes[at]!;
  return code < 128 ? ascii[code]! : kindOfPoint(pointAt(codes, at));
}

function kindOfPoint(point: number): Kind {
  let kind = kinds.get(point);
  if (kind === undefined) {
    kind = kindOf(String.fromCodePoint(point));
    kinds.set(point, kind);
  }
  return kind;
}

function pointAt(codes: Uint16Array, at: number): number {
  const high = codes[at]!;
  const low = (high & 0xfc00) === 0xd800 ? codes[at + 1]! : 0;
  return (low & 0xfc00) === 0xdc00 ? (high - 0xd800) * 0x400 + low - 0xdc00 + 0x10000 : high;
}

const width = (codes: Uint16Array, at: number): number => ((codes[at]! & 0xfc00) === 0xd800 ? 2 : 1);
const isWordKind = (kind: Kind): boolean => kind === Kind.Word || kind === Kind.Single || kind === Kind.Katakana;

/** Reads the words of a text outside its opaque spans, which are in order and disjoint. Linear in the text's length. */
export function scanWords(text: string, opaque: readonly Span[], listen: WordListener): void {
  const codes = spare && spare.length > text.length ? charCodes(text, spare) : charCodes(text);
  // A listener that scans in its turn must not write over it.
  spare = undefined;
  scanCodes(codes, text.length, opaque, listen);
  spare = codes;
}

let spare: Uint16Array<ArrayBuffer> | undefined;

function scanCodes(codes: Uint16Array, length: number, opaque: readonly Span[], listen: WordListener): void {
  let nextOpaque = 0;
  let joined = false;
  let i = 0;
  while (i < length) {
    const hidden = opaque[nextOpaque];
    if (hidden && i >= hidden.start) {
      i = Math.max(i, hidden.end);
      nextOpaque++;
      joined = false;
      continue;
    }
    const limit = hidden ? hidden.start : length;
    const kind = kindAt(codes, i);
    switch (kind) {
      case Kind.Word:
      case Kind.Katakana: {
        const end = wordEnd(codes, i, limit, kind);
        listen(i, end, joined, codes);
        joined = true;
        i = end;
        break;
      }
      case Kind.Single:
      case Kind.Sign: {
        const end = i + width(codes, i);
        listen(i, end, joined, codes);
        joined = true;
        i = end;
        break;
      }
      case Kind.Dot: {
        const inside = i > 0 && isWordKind(kindAt(codes, i - 1)) && i + 1 < limit && isWordKind(kindAt(codes, i + 1));
        if (inside) listen(i, i + 1, joined, codes);
        joined = inside;
        i++;
        break;
      }
      case Kind.Hyphen:
        joined =
          joined && i > 0 && kindAt(codes, i - 1) !== Kind.Space && i + 1 < limit && isWordKind(kindAt(codes, i + 1));
        i++;
        break;
      case Kind.Space:
      case Kind.Underscore:
        i += width(codes, i);
        break;
      default:
        joined = false;
        i += width(codes, i);
    }
  }
}

/** Letters, digits and marks, with an apostrophe or underscores between two of them. */
function wordEnd(codes: Uint16Array, start: number, limit: number, kind: Kind): number {
  let i = start;
  while (i < limit) {
    const here = kindAt(codes, i);
    if (here === kind) i += width(codes, i);
    else if (kind === Kind.Word && (here === Kind.Apostrophe || here === Kind.Underscore)) {
      let next = i + 1;
      if (here === Kind.Underscore) while (next < limit && codes[next] === 95) next++;
      if (next >= limit || kindAt(codes, next) !== Kind.Word) return i;
      i = next;
    } else return i;
  }
  return i;
}
