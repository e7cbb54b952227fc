import type { StateBlock } from 'markdown-it';
import type { BlockRule } from './block-notes';

/**
 * Lines without a `>` in which a paragraph of a quote may go on. Each quote looks at all of them before it is known whether
 * a paragraph is what it ends with, and nobody writes so many.
 */
const mostLazyLines = 200;

/** markdown-it's rule for quotes, which looks at few lines behind each quote. */
export function boundedQuote(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (silent) return rule(state, startLine, endLine, true);
    const { lineMax } = state;
    const end = Math.min(endLine, firstLazyLine(state, startLine, endLine) + mostLazyLines);
    if (end < endLine) state.lineMax = end;
    const matched = rule(state, startLine, end, false);
    state.lineMax = lineMax;
    return matched;
  };
}

/** The first line from one on that does not begin with a quote mark. */
function firstLazyLine(state: StateBlock, startLine: number, endLine: number): number {
  let line = startLine;
  while (line < endLine && state.src.charCodeAt(state.bMarks[line]! + state.tShift[line]!) === 62) line++;
  return line;
}
