import type { StateBlock } from 'markdown-it';
import { CourseBlockState } from './block-state';
import { lineParts } from './line-part';
import { readBody } from './read-body';

/** MkDocs' admonitions (`!!! note "Title"`, `???+ tip`) and content tabs (`=== "Tab"`). */
const header =
  /^(?:(?:!!!|\?\?\?\+?)(?=[ \t]*["a-z])(?:[ \t]*[a-z][\w-]*(?:[ \t]+[\w-]+)*)?(?:[ \t]+"[^\n]*")?|===[!+]*[ \t]+(?:"[^\n]*"|'[^\n]*'))[ \t]*$/i;
const indentation = 4;
const first = new Set([...'!?='].map((sign) => sign.charCodeAt(0)));

/**
 * A block whose text is indented below its header, the way MkDocs writes it. To markdown that text is code, or goes on
 * with the header's paragraph; to its author it is markdown. Nothing that lacks such text is one.
 */
export function indentedContainer(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state instanceof CourseBlockState) || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const start = state.textStart(startLine);
  if (!first.has(state.src.charCodeAt(start)) || !header.test(state.src.slice(start, state.eMarks[startLine]))) {
    return false;
  }
  const column = state.sCount[startLine]! + indentation;
  let line = startLine + 1;
  while (line < endLine && state.isEmpty(line)) line++;
  if (line >= endLine || state.sCount[line]! < column) return false;
  if (silent) return true;
  state.blocks.paragraph(startLine, lineParts(state, startLine, startLine + 1, state.blkIndent, false));
  while (line < endLine && (state.isEmpty(line) || state.sCount[line]! >= column)) line++;
  while (state.isEmpty(line - 1)) line--;
  state.line = line;
  readBody(state, startLine + 1, line, column);
  return true;
}
