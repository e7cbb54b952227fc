import { documentationOf } from '../core/diagnostics/documentation';
import { codeSpan, escapedMarkdown } from '../core/text/escaped-markdown';
import type { CheckReport } from './report';

/** GitHub shows a job's summary of up to 1 MiB, and nothing of a longer one. */
const mostBytes = 1_000_000;

/**
 * All that was found as a table, for the summary of a job: the page of a pull request shows ten annotations of each kind at
 * the most. What would make it too long to be shown is counted.
 * @param totals how much was found, in a line
 */
export function toMarkdown({ files }: CheckReport, totals: string): string {
  const rows = files.flatMap(({ file: { path }, lines, diagnostics }) =>
    diagnostics.map(({ span, severity, code, message, fixes }) => {
      const { line, character } = lines.positionAt(span.start);
      const where = codeSpan(`${path}:${line + 1}:${character + 1}`).replaceAll('|', '\\|');
      const mended = fixes.some(({ safe }) => safe) ? '✓' : '';
      return `| ${where} | ${severity} | [${code}](${documentationOf(code)}) | ${escapedMarkdown(message)} | ${mended} |\n`;
    }),
  );
  const head = `### Coursewright: ${totals}\n`;
  if (rows.length === 0) return head;
  const columns =
    '\n| where | severity | check | what is wrong | mended by `--fix` |\n| --- | --- | --- | --- | --- |\n';
  let text = head + columns;
  let bytes = Buffer.byteLength(text);
  for (const [i, row] of rows.entries()) {
    bytes += Buffer.byteLength(row);
    if (bytes > mostBytes) return `${text}\n${rows.length - i} more stand in the log.\n`;
    text += row;
  }
  return text;
}
