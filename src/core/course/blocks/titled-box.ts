import type { StateBlock } from 'markdown-it';
import { CourseBlockState } from './block-state';
import { readBody } from './read-body';

/** A box whose title has code in it, as javascript.info writes them: ```` ```smart header="About `typeof`" ````. */
const opener = /^`{3,}[a-z]+[ \t]+[a-z]+="(?=[^\n]*`)(?:[^"\\\n]|\\.)*"[ \t]*\r?$/;
const backtick = 96;

/** Whether what stands behind a marker opens such a box. */
export const isBoxTitle = (info: string): boolean => opener.test(`\`\`\`${info}`);

/**
 * A box between backticks whose title holds some. To markdown no such line opens a block, so that the one which closes it
 * would; to its author the text between is markdown. One that nothing closes is left to markdown.
 */
export function titledBox(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state instanceof CourseBlockState) || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const start = state.textStart(startLine);
  if (state.src.charCodeAt(start) !== backtick) return false;
  if (!opener.test(state.src.slice(start, state.eMarks[startLine]))) return false;
  const length = state.skipChars(start, backtick) - start;
  const column = state.blkIndent;
  let line = startLine + 1;
  while (line < endLine && !closes(state, line, length)) {
    if (state.sCount[line]! < column && !state.isEmpty(line)) return false;
    line++;
  }
  if (line >= endLine) return false;
  if (silent) return true;
  state.line = line + 1;
  readBody(state, startLine + 1, line, column);
  return true;
}

function closes(state: CourseBlockState, line: number, length: number): boolean {
  const indentation = state.sCount[line]! - state.blkIndent;
  if (indentation < 0 || indentation >= 4) return false;
  const start = state.textStart(line);
  const end = state.skipChars(start, backtick);
  return end - start === length && state.skipSpaces(end) >= state.eMarks[line]!;
}
