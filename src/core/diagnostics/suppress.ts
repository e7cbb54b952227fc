import type { CourseDocument } from '../course/course-document';
import { say } from '../l10n/say';
import type { Span } from '../text/span';
import type { Finding } from './course-diagnostic';

interface Suppression {
  /** The comment, whose object stands for it: one comment may silence codes over stretches that end apart. */
  readonly comment: Span;
  readonly silences: (code: string) => boolean;
  /** Where it holds. */
  readonly scope: Span;
}

/**
 * Takes out the findings that the author silenced with `coursewright-disable…` comments, and adds one for each comment
 * that silences nothing, so that they do not outlive what they were written for.
 */
export function suppress(document: CourseDocument, findings: readonly Finding[]): Finding[] {
  const suppressions = readSuppressions(document);
  if (suppressions.length === 0) return [...findings];
  const used = new Set<Span>();
  const isLoud = ({ code, span }: Finding): boolean => {
    const by = suppressions.filter(
      ({ comment, silences, scope }) =>
        comment !== span && scope.start <= span.start && span.start <= scope.end && silences(code),
    );
    for (const { comment } of by) used.add(comment);
    return by.length === 0;
  };
  const left = findings.filter(isLoud);
  // A comment may silence what is said of another one, and is of use by that.
  const idle = [...new Set(suppressions.map(({ comment }) => comment))].filter((span) => !used.has(span));
  const loud = idle.map(unused).filter(isLoud);
  return [...left, ...loud.filter(({ span }) => !used.has(span))];
}

const unused = (span: Span): Finding => ({
  code: 'suppress.unused',
  span,
  message: say`This comment silences nothing here. Remove it.`,
  fixes: [{ title: say`Remove the comment`, safe: false, changes: [{ span, newText: '' }] }],
});

const comment = /(?:<!--|%%)[ \t]*coursewright-(disable-next-line|disable-file|disable|enable)\b([^\n\r>]*)/g;

function readSuppressions(document: CourseDocument): Suppression[] {
  const { text, lines } = document;
  if (!text.includes('coursewright-')) return [];
  const result: Suppression[] = [];
  let open: { readonly comment: Span; readonly silences: Suppression['silences']; readonly start: number }[] = [];
  const close = ({ comment, silences, start }: (typeof open)[number], end: number) =>
    result.push({ comment, silences, scope: { start, end } });
  for (const match of text.matchAll(comment)) {
    const inDiagram = match[0].startsWith('%%');
    const verb = match[1]!;
    if (!stands(document, match.index, inDiagram) || (inDiagram && verb !== 'disable-next-line')) continue;
    const tail = match[2]!.replace(/-+\s*$/, '');
    const codes = new Set(tail.split(/[\s,]+/).filter(Boolean));
    const closer = text.startsWith('>', match.index + match[0].length) ? 1 : 0;
    const span = { start: match.index, end: match.index + match[0].length + closer };
    const silences = (code: string) => codes.size === 0 || codes.has(code);
    if (verb === 'disable-next-line') {
      const line = lines.lineOf(span.start) + 1;
      result.push({ comment: span, silences, scope: { start: lines.lineStart(line), end: lines.lineEnd(line) } });
    } else if (verb === 'disable-file') {
      result.push({ comment: span, silences, scope: { start: 0, end: text.length } });
    } else if (verb === 'disable') {
      open.push({ comment: span, silences, start: span.start });
    } else {
      for (const entry of open) close(entry, span.start);
      open = codes.size === 0 ? [] : open.map((entry) => without(entry, silences, span.end));
    }
  }
  for (const entry of open) close(entry, text.length);
  return result;
}

/** What is left of a comment's silence once some codes may speak again. */
const without = <T extends Pick<Suppression, 'silences'>>(
  entry: T,
  enabled: Suppression['silences'],
  start: number,
) => ({
  ...entry,
  silences: (code: string) => entry.silences(code) && !enabled(code),
  start,
});

/** A comment counts in course text outside fences, or, with `%%`, inside a diagram. */
function stands(document: CourseDocument, offset: number, inDiagram: boolean): boolean {
  const within = (span: Span) => span.start <= offset && offset < span.end;
  if (inDiagram) return document.diagrams.some((diagram) => within(diagram.contentSpan));
  return document.regions.some((region) => within(region.span)) && !document.fences.some((fence) => within(fence.span));
}
