import type { Span } from '../text/span';

/** What surely is TeX: a command, an exponent, a braced index. `$HOME_DIR` and `\(c\)` are none. */
const tex = /\\[a-zA-Z]{2,}|\^[\w{\\]|_\{/;
/** Within so many characters a formula is closed, or it was none. */
const farthest = 2000;
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
  const isBlock = written === '\\[' || written === '$$';
  const after = text.slice(opener.end, opener.end + farthest);
  if (isBlock && isAlone(text, opener)) {
    const end = text.trimEnd().length;
    return { at: end, closer: text.slice(opener.end, end).includes('\n') ? `\n${closer}` : closer };
  }
  const content = isBlock ? after : after.split('\n', 1)[0]!;
  if (!tex.test(content)) return undefined;
  return { at: opener.end + (isBlock ? content.trimEnd().length : inlineEnd(content)), closer };
}

/** Whether nothing else stands on the opener's line. */
function isAlone(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - farthest), start);
  return /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + farthest));
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
