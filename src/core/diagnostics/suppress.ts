import type { CourseDocument } from '../course/course-document';
import type { Span } from '../text/span';
import type { Finding } from './course-diagnostic';

interface Suppression {
  readonly span: Span;
  /** Codes silenced; empty for all. */
  readonly codes: ReadonlySet<string>;
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
  const used = new Set<Suppression>();
  const left = findings.filter((finding) => {
    const by = suppressions.filter(
      ({ codes, scope }) =>
        scope.start <= finding.span.start &&
        finding.span.start <= scope.end &&
        (codes.size === 0 || codes.has(finding.code)),
    );
    for (const suppression of by) used.add(suppression);
    return by.length === 0;
  });
  for (const suppression of suppressions) {
    if (used.has(suppression)) continue;
    const { start, end } = suppression.span;
    left.push({
      code: 'suppress.unused',
      span: suppression.span,
      message: 'This comment silences nothing here. Remove it.',
      fixes: [{ title: 'Remove the comment', safe: false, changes: [{ span: { start, end }, newText: '' }] }],
    });
  }
  return left;
}

const comment = /(?:<!--|%%)[ \t]*coursewright-(disable-next-line|disable-file|disable|enable)\b([^\n\r>]*)/g;

function readSuppressions(document: CourseDocument): Suppression[] {
  const { text, lines } = document;
  if (!text.includes('coursewright-')) return [];
  const result: Suppression[] = [];
  const open: { span: Span; codes: Set<string> }[] = [];
  const close = (entry: { span: Span; codes: Set<string> }, end: number) =>
    result.push({ span: entry.span, codes: entry.codes, scope: { start: entry.span.start, end } });
  for (const match of text.matchAll(comment)) {
    const inDiagram = match[0].startsWith('%%');
    const verb = match[1]!;
    if (!stands(document, match.index, inDiagram) || (inDiagram && verb !== 'disable-next-line')) continue;
    const tail = match[2]!.replace(/-+\s*$/, '');
    const codes = new Set(tail.split(/[\s,]+/).filter(Boolean));
    const closer = text.startsWith('>', match.index + match[0].length) ? 1 : 0;
    const span = { start: match.index, end: match.index + match[0].length + closer };
    if (verb === 'disable-next-line') {
      const line = lines.lineOf(span.start) + 1;
      result.push({ span, codes, scope: { start: lines.lineStart(line), end: lines.lineEnd(line) } });
    } else if (verb === 'disable-file') {
      result.push({ span, codes, scope: { start: 0, end: text.length } });
    } else if (verb === 'disable') {
      open.push({ span, codes });
    } else {
      for (const entry of open.splice(0)) {
        const ended = codes.size === 0 || (entry.codes.size > 0 && [...entry.codes].every((code) => codes.has(code)));
        if (ended) close(entry, span.start);
        else open.push(entry);
      }
    }
  }
  for (const entry of open) close(entry, text.length);
  return result;
}

/** A comment counts in course text outside fences, or, with `%%`, inside a diagram. */
function stands(document: CourseDocument, offset: number, inDiagram: boolean): boolean {
  const within = (span: Span) => span.start <= offset && offset < span.end;
  if (inDiagram) return document.diagrams.some((diagram) => within(diagram.contentSpan));
  return document.regions.some((region) => within(region.span)) && !document.fences.some((fence) => within(fence.span));
}
