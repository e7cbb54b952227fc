import { isFilledIn, isMoneyOrVariable } from '../course/inline/dollar-words';
import type { Span } from '../text/span';

/** What surely is TeX: a command, an exponent, a braced index. `$HOME_DIR` and `\(c\)` are none. */
const tex = /\\[a-zA-Z]{2,}|\^[\w{\\]|_\{/;
/** Letters alone, digits and signs of operations: `x + 1`. */
const symbols = /^(?!\d[\d.,]*\s*$)(?:(?<!\p{L})\p{L}(?!\p{L})|[\d\s+\-*/=<>()[\],.|!'_^])+$/u;
/** Within so many characters a formula is closed, or it was none. */
const farthest = 2000;
const closers: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]', $: '$', $$: '$$' };

/** What keeps a formula from being closed, in offsets of its text. */
export type MissingCloser =
  | {
      readonly kind: 'absent';
      readonly closer: string;
      /** Where it most likely belongs; undefined where another `$` on the line leaves it open. */
      readonly at: number | undefined;
    }
  /** The spaces before the `$` that was meant to close it. */
  | { readonly kind: 'space'; readonly span: Span };

/**
 * What the opener at a span of a text lacks; undefined where it opens nothing: an escaped bracket, a sum of money, a
 * variable. One that stands alone on its line opens a block, to the end of the text; any other reaches no farther than its
 * line and its table cell.
 */
export function missingCloser(text: string, opener: Span): MissingCloser | undefined {
  const written = text.slice(opener.start, opener.end);
  const closer = closers[written];
  if (closer === undefined) return undefined;
  const isBlock = written === '\\[' || written === '$$';
  if (isBlock && isAlone(text, opener)) {
    const end = text.trimEnd().length;
    const content = text.slice(opener.end, end);
    // What holds no TeX is a price list or a process number, not a block.
    if (written === '$$' && content.includes('$')) return undefined;
    return { kind: 'absent', at: end, closer: content.includes('\n') ? `\n${closer}` : closer };
  }
  const content = restOfCell(text, opener);
  if (written === '$') {
    if (isMoneyOrVariable(text, opener.start) || isFilledIn(text, opener.start)) return undefined;
    const next = nextDollar(content);
    if (next >= 0) return beforeDollar(content, next, opener);
    const below = isInTable(text, opener) ? '' : text.slice(opener.end, opener.end + farthest);
    const later = nextDollar(below);
    const spaced = later >= 0 ? beforeDollar(below, later, opener) : undefined;
    if (spaced?.kind === 'space') return spaced;
  }
  if (!tex.test(content)) return undefined;
  // `\\)` is a line break and a bracket: what was meant stands there, a backslash too many.
  if (content.includes(`\\${closer}`) || content.includes('$')) return { kind: 'absent', at: undefined, closer };
  const at = opener.end + (isBlock ? content.trimEnd().length : inlineEnd(content));
  return { kind: 'absent', at, closer };
}

/** What a `$` lacks where another one follows, which does not close it. */
function beforeDollar(content: string, next: number, opener: Span): MissingCloser | undefined {
  const inside = content.slice(0, next);
  const digitBehind = /\d/.test(content[next + 1] ?? '');
  // `$100k = $3T`: two prices.
  if (digitBehind && /^\d/.test(inside)) return undefined;
  // `$t, $s, imm`: what begins at the other one is a name like the first.
  if (!tex.test(inside) && /\p{L}/u.test(content[next + 1] ?? '')) return undefined;
  const isMath = symbols.test(inside) || (tex.test(inside) && !manyWords(inside));
  // Where a word touches it, it closes if that leaves the rest of the line in pairs.
  const meantToClose =
    !/[\p{L}\p{N}\\${(]/u.test(content[next + 1] ?? '') || dollars(content.slice(next + 1)) % 2 === 0;
  if (isMath && meantToClose && /\s$/.test(inside)) {
    const start = opener.end + inside.trimEnd().length;
    return { kind: 'space', span: { start, end: opener.end + next } };
  }
  // `5$\times$5` is a formula where MathJax or KaTeX looks for them, and text where pandoc does: that is the site's matter.
  if (!tex.test(inside) || (isMath && digitBehind && !/\s$/.test(inside))) return undefined;
  // The other one may open a formula of its own, or be what is left of this one: who mends must choose.
  return { kind: 'absent', closer: '$', at: undefined };
}

/** The line behind the opener; in a line of a table, the cell. */
function restOfCell(text: string, opener: Span): string {
  const line = text.slice(opener.end, opener.end + farthest).split('\n', 1)[0]!;
  const bar = isInTable(text, opener) ? /(?<!\\)\|/.exec(line) : null;
  return bar ? line.slice(0, bar.index) : line;
}

/** With a bar at its margin, or one between blanks before the opener. */
const isInTable = (text: string, { start }: Span): boolean =>
  /^[ \t>]*\||[ \t]\|[ \t]/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));

const dollars = (content: string): number => content.match(/(?<!\\)\$/g)?.length ?? 0;
const nextDollar = (content: string): number => /(?<!\\)\$/.exec(content)?.index ?? -1;

/** Words of a sentence, which no formula holds. */
const manyWords = (content: string): boolean =>
  (content.replace(/\\[a-zA-Z]+|\{[^{}]*\}/g, ' ').match(/(?<!\p{L})\p{L}{3,}/gu)?.length ?? 0) > 2;

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
