import { EmbeddedText, type Segment } from '../text/embedded-text';
import { linesEncoder } from '../text/line-encoders';

/**
 * The text without the white space that all its lines begin with, as Python's `textwrap.dedent` has it. Text on the
 * first line, right after the quotes, counts as indented like the line of code that it stands on.
 */
export function dedent(source: EmbeddedText, codeIndent: string): EmbeddedText {
  const lines = source.text.split('\n');
  const margin = commonIndent(lines, codeIndent);
  if (margin === '') return source;
  const segments: Segment[] = [];
  let text = '';
  let lineStart = 0;
  lines.forEach((line, i) => {
    const kept = i === 0 && line.trim() !== '' ? line : line.slice(Math.min(margin.length, indentOf(line).length));
    const own = i + 1 < lines.length ? `${kept}\n` : kept;
    const outer = lineStart + line.length - kept.length;
    const inner = text.length;
    if (own !== '' || i === 0) {
      segments.push({
        inner,
        innerEnd: inner + own.length,
        outer,
        outerEnd: outer + own.length,
        kind: 'verbatim',
      });
    }
    text += own;
    lineStart += line.length + 1;
  });
  const closingLine = lines.at(-1)!.length > 0 && text.endsWith('\n');
  return new EmbeddedText(
    text,
    segments,
    linesEncoder({ marks: () => margin, lineBreak: '\n', start: 'marked', separate: closingLine }),
  ).within(source);
}

function commonIndent(lines: readonly string[], codeIndent: string): string {
  let common: string | undefined;
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    const indent = i === 0 ? codeIndent : indentOf(line);
    common = common === undefined ? indent : sharedStart(common, indent);
  });
  return common ?? '';
}

function sharedStart(a: string, b: string): string {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.slice(0, i);
}

function indentOf(line: string): string {
  let end = 0;
  while (line[end] === ' ' || line[end] === '\t') end++;
  return line.slice(0, end);
}
