/** A line of a text, without its break. */
export interface TextLine {
  readonly start: number;
  readonly text: string;
}

export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, text: line.endsWith('\r') ? line.slice(0, -1) : line });
    start += line.length + 1;
  }
  return lines;
}
