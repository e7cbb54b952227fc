import type { StateBlock } from 'markdown-it';
import { CourseBlockState } from './block-state';

/** A definition that begins with a fence: `: ```python`. */
const opener = /^:[ \t]+(?=`{3,}[^`\n]*$|~{3,})/;

/**
 * A definition of a definition list (pandoc, MyST, PHP Markdown Extra) whose text begins with a fence. To markdown its first
 * line is text and the line that closes the fence opens one; to its author all of it is indented below the colon. Definitions
 * in words are read as the paragraphs that they are to markdown.
 */
export function definitionFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state instanceof CourseBlockState) || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const start = state.textStart(startLine);
  if (state.src.charCodeAt(start) !== 58) return false;
  const found = opener.exec(state.src.slice(start, state.eMarks[startLine]));
  if (!found) return false;
  if (silent) return true;
  let column = state.sCount[startLine]!;
  for (const sign of found[0]) column += sign === '\t' ? 4 - (column % 4) : 1;
  const { blkIndent, parentType, listIndent } = state;
  const [tShift, sCount] = [state.tShift[startLine]!, state.sCount[startLine]!];
  state.tShift[startLine] = start + found[0].length - state.bMarks[startLine]!;
  state.sCount[startLine] = column;
  Object.assign(state, { blkIndent: column, parentType: 'root', listIndent: -1 });
  state.level++;
  state.md.block.tokenize(state, startLine, endLine);
  state.level--;
  Object.assign(state, { blkIndent, parentType, listIndent });
  state.tShift[startLine] = tShift;
  state.sCount[startLine] = sCount;
  return true;
}
