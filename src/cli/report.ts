import type { CourseDiagnostic } from '../core/diagnostics/course-diagnostic';
import type { LineIndex } from '../core/text/line-index';
import { type CheckedFile, diagnosticJson } from '../session/checked-file';
import { toGithubSuggestions } from './github-suggestions';
import { toGitlab } from './gitlab';
import { toMarkdown } from './markdown-report';
import { toSarif } from './sarif';

export interface CheckReport {
  readonly files: readonly CheckedFile[];
  readonly summary: { files: number; diagrams: number; errors: number; warnings: number; fixed: number };
}

export const reportFormats = ['text', 'json', 'sarif', 'github', 'github-suggestions', 'gitlab', 'markdown'] as const;

export type ReportFormat = (typeof reportFormats)[number];

export function formatReport(report: CheckReport, format: ReportFormat): string {
  if (format === 'markdown') return toMarkdown(report, summaryLine(report));
  const asJson = { json: toJson, sarif: toSarif, gitlab: toGitlab, 'github-suggestions': toGithubSuggestions };
  if (format !== 'text' && format !== 'github') return `${JSON.stringify(asJson[format](report), null, 2)}\n`;
  const lines = report.files.flatMap(({ file: { path }, lines, diagnostics }) =>
    diagnostics.map((found) => (format === 'github' ? toGithub : toText)(path, lines, found)),
  );
  if (format === 'text') lines.push(summaryLine(report));
  return lines.map((line) => `${line}\n`).join('');
}

function toText(path: string, lines: LineIndex, { span, severity, code, message }: CourseDiagnostic): string {
  const { line, character } = lines.positionAt(span.start);
  return `${path}:${line + 1}:${character + 1} ${severity} ${code} ${message}`.replace(/[\r\n]/g, asWritten);
}

/** A line end in the name of a file or of a link, as JSON writes it: a problem is one line of a report. */
const asWritten = (end: string): string => (end === '\n' ? '\\n' : '\\r');

function summaryLine({ summary }: CheckReport): string {
  const { files, diagrams, errors, warnings, fixed } = summary;
  const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  const parts = [
    counted(files, 'file'),
    counted(diagrams, 'diagram'),
    counted(errors, 'error'),
    counted(warnings, 'warning'),
  ];
  if (fixed > 0) parts.push(`${fixed} fixed`);
  return parts.join(', ');
}

function toJson({ files, summary }: CheckReport) {
  return {
    files: files.map(({ file: { path }, lines, diagrams, diagnostics }) => ({
      path,
      diagrams,
      diagnostics: diagnostics.map((found) => diagnosticJson(lines, found)),
    })),
    summary,
  };
}

/** A workflow command of GitHub Actions; its escapes are https://docs.github.com/actions/reference/workflow-commands. */
function toGithub(path: string, lines: LineIndex, { span, severity, code, message }: CourseDiagnostic): string {
  const level = severity === 'error' || severity === 'warning' ? severity : 'notice';
  const { start, end } = lines.rangeOf(span);
  const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const where = `file=${property(path)},line=${start.line + 1},col=${start.character + 1}`;
  return `::${level} ${where},endLine=${end.line + 1},endColumn=${end.character + 1},title=${property(code)}::${data(message)}`;
}
