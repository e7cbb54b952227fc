import type { StateBlock } from 'markdown-it';

/** What one line gives to the block it stands in, once its containers have taken their part of it. */
export interface LinePart {
  /** Offsets in the text that the block rules read. */
  readonly start: number;
  readonly end: number;
  /** Spaces before `start` that are left of a tab whose other columns belong to a container. */
  readonly pad: number;
  /** Whether the line break after `end` belongs to the block too. */
  readonly breaks: boolean;
}

const tab = 9;
const space = 32;

/**
 * The parts that markdown-it's own `getLines` joins into a block's content, line by line, with their places. To be
 * asked while the state stands on the block: containers change its marks, and change them back.
 */
export function lineParts(
  state: StateBlock,
  begin: number,
  end: number,
  indent: number,
  keepLastBreak: boolean,
): LinePart[] {
  const parts: LinePart[] = [];
  for (let line = begin; line < end; line++) {
    const lineStart = state.bMarks[line]!;
    const lineEnd = state.eMarks[line]!;
    const shift = state.tShift[line]!;
    let start = lineStart;
    let columns = 0;
    while (start < lineEnd && columns < indent) {
      const code = state.src.charCodeAt(start);
      if (code === tab) columns += 4 - ((columns + state.bsCount[line]!) % 4);
      else if (code === space || start - lineStart < shift) columns++;
      else break;
      start++;
    }
    parts.push({
      start,
      end: lineEnd,
      pad: columns > indent ? columns - indent : 0,
      breaks: (line + 1 < end || keepLastBreak) && lineEnd < state.src.length,
    });
  }
  return parts;
}

/** The parts without white space before the first visible character and after the last, as inline content stands. */
export function trimmed(parts: readonly LinePart[], text: string): LinePart[] {
  let first = 0;
  let last = parts.length - 1;
  let start = 0;
  let end = 0;
  for (; first <= last; first++) {
    start = skipForward(text, parts[first]!.start, parts[first]!.end);
    if (start < parts[first]!.end) break;
  }
  for (; last >= first; last--) {
    end = skipBack(text, parts[last]!.start, parts[last]!.end);
    if (end > parts[last]!.start) break;
  }
  const result = parts.slice(first, last + 1);
  if (result.length === 0) return result;
  result[0] = { ...result[0]!, start, pad: 0 };
  const tail = result.at(-1)!;
  result[result.length - 1] = { ...tail, end, breaks: false };
  return result;
}

function skipForward(text: string, start: number, end: number): number {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  return start;
}

function skipBack(text: string, start: number, end: number): number {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

const isBlank = (code: number): boolean => code === space || code === tab || code === 10 || code === 13;
