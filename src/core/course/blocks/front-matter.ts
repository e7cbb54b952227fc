import type { StateBlock } from 'markdown-it';
import { CourseBlockState } from './block-state';

/**
 * YAML between `---` lines (the last may be `...`), where the file's very first line opens it. Two rules drawn across a
 * page look alike, so the first line that says something must read as a YAML key.
 */
export function frontMatter(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (startLine !== 0 || silent || !(state instanceof CourseBlockState) || !state.blocks.mayHoldFrontMatter)
    return false;
  if (state.level > 0 || state.textStart(0) !== 0 || !isRule(lineText(state, 0))) return false;
  let line = 1;
  while (line < endLine && !isEnd(lineText(state, line))) line++;
  if (line >= endLine) return false;
  const first = linesOf(state, 1, line).find((text) => text.trim() !== '' && !text.startsWith('#'));
  if (first !== undefined && !isKey(first)) return false;
  state.blocks.frontMatter = state.blocks.source.span(0, state.eMarks[line]!);
  state.line = line + 1;
  return true;
}

/**
 * Whether a setext heading is front matter pasted into the middle of a text: markdown-it takes the closing `---` for an
 * underline. It is the author's metadata, and no title.
 */
export function isPastedFrontMatter(state: StateBlock, startLine: number): boolean {
  const underline = state.line - 1;
  if (startLine === 0 || !isRule(lineText(state, underline)) || !isRule(lineText(state, startLine - 1))) return false;
  const lines = linesOf(state, startLine, underline);
  return isKey(lines[0]!) && lines.every((text) => isKey(text) || /^(\s|#|-\s|$)/.test(text));
}

const lineText = (state: StateBlock, line: number): string => state.src.slice(state.bMarks[line], state.eMarks[line]);

const linesOf = (state: StateBlock, begin: number, end: number): string[] =>
  Array.from({ length: end - begin }, (_, i) => lineText(state, begin + i));

const isRule = (text: string): boolean => /^-{3}[ \t]*$/.test(text);
const isEnd = (text: string): boolean => /^(-{3}|\.{3})[ \t]*$/.test(text);
const isKey = (text: string): boolean => /^["']?\w[\w .-]*["']?:(\s|$)/.test(text);
