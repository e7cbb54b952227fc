import type { StateBlock } from 'markdown-it';
import type { FormulaBlock } from '../course-document';
import { CourseBlockState } from './block-state';
import { type LinePart, lineParts } from './line-part';

interface Delimiters {
  readonly opener: FormulaBlock['delimiter'];
  readonly closer: string;
}

const delimiters: readonly Delimiters[] = [
  { opener: '$$', closer: '$$' },
  { opener: '\\[', closer: '\\]' },
];

/**
 * A formula on lines of its own, `$$ … $$` or `\[ … \]`: no line of TeX in it may become a list, a heading or a quote.
 * Its closer must end a line. A blank line is allowed only where the opener stands alone, and nothing that lacks its
 * closer is a formula, so that a stray `$$` costs the author no more than its own line.
 */
export function formulaBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state instanceof CourseBlockState) || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const start = state.textStart(startLine);
  const kind = delimiters.find(({ opener }) => state.src.startsWith(opener, start));
  if (!kind || start + 2 > state.eMarks[startLine]!) return false;
  if (kind.opener === '$$' && leftItsQuote(state.src, start)) return false;
  const closer = findCloser(state, kind, startLine, endLine);
  if (!closer) return false;
  if (silent) return true;
  const parts = lineParts(state, startLine, closer.line + 1, state.blkIndent, false);
  const last = parts.length - 1;
  parts[last] = { ...parts[last]!, end: closer.at };
  parts[0] = { ...parts[0]!, start: start + 2, pad: 0 } satisfies LinePart;
  state.line = closer.line + 1;
  state.blocks.formula(start, closer.at + 2, parts, kind.opener);
  return true;
}

const quoteMark = /^[ \t]*>/;

/** Whether a `$$` below a quote closes the formula that is open in it: the lines go on with the quote, though no `>` says so. */
function leftItsQuote(text: string, at: number): boolean {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  if (quoteMark.test(text.slice(start, at))) return false;
  let signs = 0;
  let quoted = false;
  for (let lines = 0; start > 0 && lines < mostLines; lines++) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(above, start);
    if (quoteMark.test(line)) quoted = true;
    else if (quoted || line.trim() === '') break;
    signs += line.split('$$').length - 1;
    start = above;
  }
  return quoted && signs % 2 === 1;
}

/** So far above a `$$` stands what opens its formula. */
const mostLines = 50;

/** The line and place of the closer, looked for no twice over the same lines. */
function findCloser(
  state: CourseBlockState,
  { opener, closer }: Delimiters,
  startLine: number,
  endLine: number,
): { line: number; at: number } | undefined {
  const textStart = state.textStart(startLine) + 2;
  const alone = state.skipSpaces(textStart) >= state.eMarks[startLine]!;
  // Asked whether it ends a list item's paragraph, the formula would stand outside of the item.
  const indent = state.sCount[startLine]! < state.blkIndent ? 0 : state.blkIndent;
  const search = `${opener}${alone ? 'alone' : ''} ${state.level} ${indent} ${endLine}`;
  const failed = state.failedSearches.get(search);
  if (failed && failed.from <= startLine && startLine < failed.to) return undefined;
  let line = startLine;
  for (; line < endLine; line++) {
    const from = line === startLine ? textStart : state.textStart(line);
    if (line > startLine) {
      if (state.isEmpty(line) ? !alone : state.sCount[line]! < indent) break;
    }
    const text = state.src.slice(from, state.eMarks[line]);
    const at = unescapedIndex(text, closer);
    if (at < 0) continue;
    if (endsLine(text.slice(at + 2))) return { line, at: from + at };
    break;
  }
  state.failedSearches.set(search, { from: startLine, to: line });
  return undefined;
}

function unescapedIndex(line: string, closer: string): number {
  for (let at = line.indexOf(closer); at >= 0; at = line.indexOf(closer, at + 1)) {
    let before = at;
    while (before > 0 && line[before - 1] === '\\') before--;
    if ((at - before) % 2 === 0) return at;
  }
  return -1;
}

/** Nothing but a label for cross references may follow the closer: `{#eq-loss}`, and MyST's `(eq-loss)`. */
const endsLine = (rest: string): boolean => /^\s*(?:(?:\{#[^{}]*\}|\([^()\s]+\))\s*)?$/.test(rest);
