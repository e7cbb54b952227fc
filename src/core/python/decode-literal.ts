import type { Segment } from '../text/embedded-text';
import type { StringLiteral } from './string-literal';

/** The decoded text of a literal in `text`, with where its pieces stand. */
export function decodeLiteral(text: string, literal: StringLiteral): { segments: Segment[]; decoded: string } {
  const { contentSpan, raw, formatted, fields } = literal;
  const segments: Segment[] = [];
  let decoded = '';
  let run = contentSpan.start;
  let field = 0;
  const add = (inner: string, from: number, to: number, kind: Segment['kind']): void => {
    if (to === from && segments.length > 0) return;
    segments.push({ inner: decoded.length, innerEnd: decoded.length + inner.length, outer: from, outerEnd: to, kind });
    decoded += inner;
  };
  const replace = (from: number, to: number, inner: string, kind: Segment['kind'] = 'escape'): number => {
    if (from > run) add(text.slice(run, from), run, from, 'verbatim');
    if (inner !== '') add(inner, from, to, kind);
    run = to;
    return to;
  };
  let i = contentSpan.start;
  while (i < contentSpan.end) {
    const char = text[i];
    if (char === '\\' && !raw) {
      const found = escapeAt(text, i, literal);
      i = found.inner === undefined ? found.end : replace(i, found.end, found.inner, found.kind);
    } else if (char === '\r') i = replace(i, text[i + 1] === '\n' ? i + 2 : i + 1, '\n');
    else if (formatted && (char === '{' || char === '}')) {
      while (fields[field] && fields[field]!.start < i) field++;
      const span = fields[field];
      if (span?.start === i) i = replace(i, span.end, fieldWord(text.slice(i + 1, span.end - 1)), 'opaque');
      else if (text[i + 1] === char) i = replace(i, i + 2, char);
      else i++;
    } else i++;
  }
  if (run < contentSpan.end || segments.length === 0) {
    add(text.slice(run, contentSpan.end), run, contentSpan.end, 'verbatim');
  }
  return { segments, decoded };
}

/** A field reads as the name it shows where that is one word, so that an outline can be understood. */
function fieldWord(expression: string): string {
  const name = expression.trim();
  return /^[A-Za-z]\w{0,40}$/.test(name) && !reserved.has(name.toLowerCase()) ? name : 'value';
}

/** Words that would open or close something in a diagram. */
const reserved = new Set([
  'end',
  'graph',
  'subgraph',
  'style',
  'class',
  'click',
  'default',
  'linkstyle',
  'x',
  'o',
  'v',
]);

const simpleEscapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

interface Escape {
  readonly end: number;
  /** Absent where Python knows no such escape and keeps the backslash. */
  readonly inner?: string;
  readonly kind?: Segment['kind'];
}

/** The escape at a backslash of a string that is not raw. */
function escapeAt(text: string, at: number, { contentSpan }: StringLiteral): Escape {
  const char = text[at + 1] ?? '';
  const simple = simpleEscapes[char];
  if (simple !== undefined) return { end: at + 2, inner: simple };
  if (char === '\n') return { end: at + 2, inner: '' };
  if (char === '\r') return { end: text[at + 2] === '\n' ? at + 3 : at + 2, inner: '' };
  const digits = digitsAfter(text, at + 1);
  if (digits && digits.end <= contentSpan.end) {
    const code = Number.parseInt(digits.text, digits.radix);
    if (code <= 0x10ffff) return { end: digits.end, inner: String.fromCodePoint(code) };
  }
  if (char === 'N' && text[at + 2] === '{') {
    const close = text.slice(at, at + 200).indexOf('}');
    if (close > 0) return { end: at + close + 1, inner: '\uFFFD', kind: 'opaque' };
  }
  return { end: at + 1 };
}

/** The digits of `\x41`, `\u0041`, `\U00000041` or `\101`, whose letter or first digit stands at the offset. */
function digitsAfter(text: string, at: number): { text: string; end: number; radix: number } | undefined {
  const lengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
  const length = lengths[text[at] ?? ''];
  const [found, radix, from] = length
    ? [new RegExp(`^[\\da-fA-F]{${length}}`).exec(text.slice(at + 1, at + 1 + length)), 16, at + 1]
    : [/^[0-7]{1,3}/.exec(text.slice(at, at + 3)), 8, at];
  return found ? { text: found[0], end: from + found[0].length, radix } : undefined;
}
