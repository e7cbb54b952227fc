import type { Break } from './suspect';

/** One line of a diagram, by offsets in its text. */
export interface Line {
  readonly number: number;
  readonly start: number;
  /** Behind the last visible character. */
  readonly end: number;
  readonly text: string;
  /** Columns of white space in front. */
  readonly indent: number;
}

export function lineAt({ text, lines }: Pick<Break, 'text' | 'lines'>, number: number): Line {
  const start = lines.lineStart(number);
  const visible = text.slice(start, lines.lineEnd(number)).trimEnd();
  return { number, start, end: start + visible.length, text: visible, indent: indentOf(visible) };
}

/** A tab counts as four columns: enough to tell deeper from shallower. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4;
    else break;
  }
  return columns;
}

export const isComment = (line: string): boolean => /^\s*%%(?!\{)/.test(line);

/** All lines that say something, comments and blank ones left out. */
export function* spokenLines(broken: Pick<Break, 'text' | 'lines'>): Generator<Line> {
  for (let number = 0; number < broken.lines.lineCount; number++) {
    const line = lineAt(broken, number);
    if (line.text !== '' && !isComment(line.text)) yield line;
  }
}

/** The line where Mermaid stopped, or, where that is past the end, the last one that says something. */
export function brokenLine(broken: Break): Line {
  let line = lineAt(broken, broken.lines.lineOf(broken.at));
  while (line.text === '' && line.number > 0) line = lineAt(broken, line.number - 1);
  return line;
}

/** The nearest line above that says something. */
export function lineBefore(broken: Break, { number }: Line): Line | undefined {
  for (let above = number - 1; above >= 0; above--) {
    const line = lineAt(broken, above);
    if (line.text !== '' && !isComment(line.text)) return line;
  }
  return undefined;
}

/** Whether nothing visible stands on the line before the place where Mermaid stopped. */
export const stopsAtLineStart = ({ at }: Break, line: Line): boolean =>
  at <= line.start + line.text.length - line.text.trimStart().length;
