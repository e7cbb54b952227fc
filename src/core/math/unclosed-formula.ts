import type { Span } from '../text/span';

/** What surely is TeX: a command, an exponent, a braced index. `$HOME_DIR` and `\(c\)` are none. */
const tex = /\\[a-zA-Z]{2,}|\^[\w{\\]|_\{/;
const closers: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]', $: '$', $$: '$$' };

/** Where a formula that was opened in a text would have to be closed, and by what. */
export interface MissingCloser {
  readonly at: number;
  readonly closer: string;
}

/**
 * What the opener at a span of a text lacks; undefined where it opens nothing: an escaped bracket, a sum of money. One
 * that stands alone on its line opens a block, to the end of the text.
 */
export function missingCloser(text: string, opener: Span): MissingCloser | undefined {
  const written = text.slice(opener.start, opener.end);
  const closer = closers[written];
  if (closer === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', opener.start - 1) + 1;
  const lineBreak = text.indexOf('\n', opener.end);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak;
  const isBlock = written === '\\[' || written === '$$';
  const alone =
    isBlock && text.slice(lineStart, opener.start).trim() === '' && text.slice(opener.end, lineEnd).trim() === '';
  if (alone) return { at: text.trimEnd().length, closer: lineEnd < text.trimEnd().length ? `\n${closer}` : closer };
  const content = text.slice(opener.end, isBlock ? text.length : lineEnd);
  if (!tex.test(content)) return undefined;
  const end = opener.end + (written === '$' || written === '\\(' ? inlineEnd(content) : content.trimEnd().length);
  return { at: end, closer };
}

/** Where the TeX at the start of a line most likely ends: before the first plain word after its last sign of TeX. */
function inlineEnd(content: string): number {
  let end = 0;
  for (const match of content.matchAll(/\S+/g)) {
    const word = match[0];
    const isTex = /[\\^_{}=+<>()|]|^[-\d.,]+$|^\p{L}$/u.test(word);
    if (end > 0 && !isTex) break;
    end = match.index + word.replace(/[.,;:!?]+$/, '').length;
  }
  return end;
}
