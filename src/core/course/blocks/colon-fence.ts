import type { StateBlock } from 'markdown-it';
import { noteFence } from './block-notes';
import { CourseBlockState } from './block-state';
import { fenceLanguage } from './fence-language';

const colon = 58;

/**
 * `:::mermaid` … `:::`, the way some hosts write a diagram. Other colon fences hold markdown, so they are left as they
 * are. Like a code fence it runs to the end of its container when nothing closes it.
 */
export function colonFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state instanceof CourseBlockState) || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const start = state.textStart(startLine);
  if (state.src.charCodeAt(start) !== colon) return false;
  const length = state.skipChars(start, colon) - start;
  const info = state.src.slice(start + length, state.eMarks[startLine]).trim();
  if (length < 3 || fenceLanguage(info) !== 'mermaid') return false;
  if (silent) return true;
  let line = startLine + 1;
  let closed = false;
  for (; line < endLine && !closed; line++) {
    if (state.sCount[line]! < state.blkIndent && !state.isEmpty(line)) break;
    closed = closes(state, line, length);
  }
  state.contentEnd = closed ? line - 1 : line;
  state.line = line;
  noteFence(state, startLine, length);
  return true;
}

function closes(state: CourseBlockState, line: number, length: number): boolean {
  if (state.sCount[line]! - state.blkIndent >= 4) return false;
  const start = state.textStart(line);
  const end = state.skipChars(start, colon);
  return end - start >= length && state.skipSpaces(end) >= state.eMarks[line]!;
}
