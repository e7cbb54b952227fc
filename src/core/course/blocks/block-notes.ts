import type { StateBlock } from 'markdown-it';
import type { CourseBlockState } from './block-state';
import { cutComment } from './cut-comment';
import { readDirectiveBody } from './directive-body';
import type { MeantFence } from './fence-reading';
import { isPastedFrontMatter } from './front-matter';
import { type LinePart, lineParts } from './line-part';
import { tableCells } from './table-cells';
import { htmlDiagrams } from './tagged-diagram';

/** A rule of markdown-it for one kind of block. */
export type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

export type BlockNote = (state: CourseBlockState, startLine: number) => void;

/** What to tell about a block once the markdown-it rule of that name has matched it from `startLine` to `state.line`. */
export const blockNotes: Readonly<Record<string, BlockNote>> = {
  paragraph(state, startLine) {
    state.blocks.paragraph(startLine, lineParts(state, startLine, state.line, state.blkIndent, false));
  },

  heading(state, line) {
    const level = Number(state.token.tag.slice(1));
    const start = state.textStart(line);
    const end = state.skipSpacesBack(state.eMarks[line]!, start);
    const textStart = start + level;
    const withoutCloser = state.skipCharsBack(end, 35, textStart);
    const closes = withoutCloser > textStart && isSpace(state.src.charCodeAt(withoutCloser - 1));
    const titleEnd = closes ? withoutCloser : end;
    state.blocks.heading(line, level, start, end, [
      { start: textStart, end: Math.max(textStart, titleEnd), pad: 0, breaks: false },
    ]);
  },

  lheading(state, startLine) {
    const level = Number(state.token.tag.slice(1));
    const parts = lineParts(state, startLine, state.line - 1, state.blkIndent, false);
    const underline = state.line - 1;
    if (isPastedFrontMatter(state, startLine)) return state.blocks.paragraph(startLine, parts);
    const end = state.skipSpacesBack(state.eMarks[underline]!, state.textStart(underline));
    state.blocks.heading(startLine, level, state.textStart(startLine), end, parts);
  },

  fence(state, startLine) {
    const meant = state.meantFences.get(startLine);
    if (meant) readAsMeant(state, meant);
    const holdsMarkdown = noteFence(state, startLine, state.token.markup.length, meant);
    // Of a fence that holds its own kind it is not known what is in it.
    if (holdsMarkdown && (!meant || meant.fault === 'never-closed')) {
      readDirectiveBody(state, startLine, state.contentEnd);
    }
  },

  html_block(state, startLine) {
    if (state.src.startsWith('<!--', state.textStart(startLine))) cutComment(state, startLine);
    else htmlDiagrams(state, startLine);
  },

  reference(state, startLine) {
    state.blocks.reference(lineParts(state, startLine, state.line, state.blkIndent, false));
  },

  table(state, startLine) {
    const rows = [];
    let columns = 0;
    for (let line = startLine; line < state.line; line++) {
      if (line === startLine + 1) continue;
      const cells = tableCells(state.src, state.textStart(line), state.eMarks[line]!);
      if (line === startLine) columns = cells.length;
      rows.push(cells.slice(0, columns));
    }
    const last = state.line - 1;
    const end = state.skipSpacesBack(state.eMarks[last]!, state.textStart(last));
    state.blocks.table(state.textStart(startLine), end, rows);
  },
};

/** Ends a fence where its author meant it to end, if that is in its container. */
export function readAsMeant(state: CourseBlockState, meant: MeantFence): void {
  if (meant.fault === 'never-closed') {
    if (meant.contentEnd < state.line) state.line = state.contentEnd = meant.contentEnd;
    return;
  }
  const { line: closer } = meant.closer;
  for (let line = state.line; line <= closer; line++) {
    if (line >= state.lineMax || (!state.isEmpty(line) && state.sCount[line]! < state.blkIndent)) return;
  }
  state.contentEnd = closer;
  state.line = closer + 1;
}

/** Notes a fence whose opening marker of `length` characters stands on `startLine`, its content being known; whether that is markdown. */
export function noteFence(state: CourseBlockState, startLine: number, length: number, meant?: MeantFence): boolean {
  const { src } = state;
  const start = state.textStart(startLine);
  const marker = { start, end: start + length };
  let infoStart = state.skipSpaces(marker.end);
  let infoEnd = state.skipSpacesBack(state.eMarks[startLine]!, marker.end);
  if (infoStart >= infoEnd) infoStart = infoEnd = marker.end;
  const closed = state.line > state.contentEnd;
  const indent = state.sCount[startLine]!;
  const content = lineParts(state, startLine + 1, state.contentEnd, indent, true);
  if (!closed && state.level === 0) content.push(...lastBlanks(src, state.eMarks[state.contentEnd - 1]! + 1, indent));
  const last = state.line - 1;
  const end = last === startLine ? infoEnd : state.skipSpacesBack(state.eMarks[last]!, state.bMarks[last]!);
  const contentStart = Math.min(state.eMarks[startLine]! + 1, src.length);
  const closer = meant && meant.fault !== 'never-closed' && meant.closer.line === last ? meant.closer : undefined;
  return state.blocks.fence(marker, { start: infoStart, end: infoEnd }, end, content, contentStart, closed, {
    fault: closer ? meant!.fault : closed ? undefined : 'never-closed',
    closer: closer && { start: closer.start, end: closer.start + closer.length },
  });
}

/** The line of blanks that a text outside of lists and quotes ends in, which no block rule counts as one: its author is about to write it. */
function lastBlanks(text: string, start: number, indent: number): LinePart[] {
  if (start >= text.length || text.indexOf('\n', start) >= 0 || !/^ +$/.test(text.slice(start))) return [];
  return [{ start: Math.min(start + indent, text.length), end: text.length, pad: 0, breaks: false }];
}

const isSpace = (code: number): boolean => code === 32 || code === 9;
