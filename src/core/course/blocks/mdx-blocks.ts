import type { StateBlock } from 'markdown-it';
import { type BlockRule, noteFence, readAsMeant } from './block-notes';
import { CourseBlockState } from './block-state';
import { moduleEnd, moduleStart, programEnd } from './mdx-program';

const angle = 60;
const brace = 123;

/** Elements whose text is no markdown in MDX either, and diagrams between tags. */
const ownText = /^<(?:!--|(?:script|style|pre|textarea)\b|[^<>\n]*\bmermaid\b)/i;

/** Whether MDX takes a line that looks like HTML for tags alone: what stands below them is markdown. */
export const isMdxTag = (state: StateBlock, line: number): boolean =>
  state instanceof CourseBlockState &&
  state.blocks.mdx &&
  !ownText.test(state.src.slice(state.textStart(line), state.eMarks[line]));

/** In MDX: imports and exports, and lines that hold nothing but tags and expressions. What stands between tags is markdown. */
export function mdxProgram(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state instanceof CourseBlockState) || !state.blocks.mdx || silent) return false;
  const start = state.textStart(startLine);
  const first = state.src.charCodeAt(start);
  const limit = state.eMarks[endLine - 1]!;
  const isModule =
    state.level === 0 &&
    start === state.bMarks[startLine] &&
    moduleStart.test(state.src.slice(start, state.eMarks[startLine]));
  if (!isModule && (first === angle ? !isMdxTag(state, startLine) : first !== brace)) return false;
  const end = isModule ? moduleEnd(state.src, start, limit, state.searchBudget) : linesEnd(state, start, limit);
  if (end < 0) return false;
  let line = startLine;
  while (line < endLine - 1 && state.eMarks[line]! < end) line++;
  state.line = line + 1;
  return true;
}

/** The end of a line before which only tags and expressions stand; -1 where anything else does. */
function linesEnd(state: CourseBlockState, start: number, limit: number): number {
  let at = start;
  for (;;) {
    const end = programEnd(state.src, at, limit, state.searchBudget);
    if (end < 0) return -1;
    at = state.skipSpaces(end);
    const char = state.src.charCodeAt(at);
    if (at >= limit || char === newline) return end;
    if (char !== brace && !(char === angle && /[a-z/>]/i.test(state.src[at + 1] ?? ''))) return -1;
  }
}

const newline = 10;

/** In MDX indentation makes no code: lines that are indented below a tag are markdown as well. */
export function mdxIndentation(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state instanceof CourseBlockState) || !state.blocks.mdx || silent) return false;
  if (state.sCount[startLine]! - state.blkIndent < 4) return false;
  const column = state.sCount[startLine]! - 3;
  const floor = leastIndentation(state);
  let line = startLine;
  while (line < endLine && (line === startLine || state.isEmpty(line) || state.sCount[line]! >= column)) {
    const length = markerLength(state, line);
    line = length > 0 ? fenceEnd(state, line, endLine, length, floor).line : line + 1;
  }
  const { blkIndent, lineMax, parentType, listIndent, indented } = state;
  state.indented = { column, floor };
  state.blkIndent = column;
  state.lineMax = line;
  state.parentType = 'root';
  state.listIndent = -1;
  state.level++;
  state.md.block.tokenize(state, startLine, line);
  Object.assign(state, { blkIndent, lineMax, parentType, listIndent, indented, line });
  state.level--;
  return true;
}

/** In MDX a fence, its lines and its closing line may be indented as they like, inside the list or quote around them. */
export function mdxFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state instanceof CourseBlockState) || !state.blocks.mdx) return false;
  const length = markerLength(state, startLine);
  if (length === 0) return false;
  if (silent) return true;
  const { line, closed } = fenceEnd(state, startLine, endLine, length, leastIndentation(state));
  state.line = line;
  state.contentEnd = closed ? line - 1 : line;
  const meant = state.meantFences.get(startLine);
  if (meant) readAsMeant(state, meant);
  noteFence(state, startLine, length, meant);
  return true;
}

/** In MDX a paragraph ends before a fence, however far that is indented. */
export const mdxParagraph =
  (rule: BlockRule): BlockRule =>
  (state, startLine, endLine, silent) => {
    let end = endLine;
    if (state instanceof CourseBlockState && state.blocks.mdx) {
      end = startLine + 1;
      while (end < endLine && !state.isEmpty(end) && !isDeepFence(state, end)) end++;
    }
    return rule(state, startLine, end, silent);
  };

const isDeepFence = (state: CourseBlockState, line: number): boolean =>
  state.sCount[line]! - state.blkIndent > 3 && markerLength(state, line) > 0;

/** What a line must be indented by to stand in the innermost list or quote. */
const leastIndentation = ({ blkIndent, indented }: CourseBlockState): number =>
  indented?.column === blkIndent ? indented.floor : blkIndent;

/** How many signs open a fence on a line; none where none does. */
function markerLength(state: CourseBlockState, line: number): number {
  const start = state.textStart(line);
  const sign = state.src.charCodeAt(start);
  if (sign !== backtick && sign !== tilde) return 0;
  const end = state.skipChars(start, sign);
  const opens = end - start >= 3 && !(sign === backtick && state.src.slice(end, state.eMarks[line]).includes('`'));
  return opens ? end - start : 0;
}

const backtick = 96;
const tilde = 126;

/** The line behind a fence. */
function fenceEnd(
  state: CourseBlockState,
  startLine: number,
  endLine: number,
  length: number,
  floor: number,
): { readonly line: number; readonly closed: boolean } {
  const sign = state.src.charCodeAt(state.textStart(startLine));
  for (let line = startLine + 1; line < endLine; line++) {
    if (!state.isEmpty(line) && state.sCount[line]! < floor) return { line, closed: false };
    const start = state.textStart(line);
    const end = state.skipChars(start, sign);
    if (end - start >= length && state.skipSpaces(end) >= state.eMarks[line]!) return { line: line + 1, closed: true };
  }
  return { line: endLine, closed: false };
}
