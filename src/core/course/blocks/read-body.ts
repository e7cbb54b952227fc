import type { CourseBlockState } from './block-state';

/** Reads the lines from `start` to `end` as the blocks of a container whose text begins at `column`, and goes on where it was. */
export function readBody(state: CourseBlockState, start: number, end: number, column: number): void {
  const { blkIndent, lineMax, parentType, listIndent, line, contentEnd, level } = state;
  state.blkIndent = column;
  state.lineMax = end;
  state.parentType = 'root';
  state.listIndent = -1;
  state.level++;
  state.md.block.tokenize(state, start, end);
  Object.assign(state, { blkIndent, lineMax, parentType, listIndent, line, contentEnd, level });
}
