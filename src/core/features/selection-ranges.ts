import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { CourseDocument, Diagram } from '../course/course-document';
import { inlineSpans } from '../course/inline/inline-spans';
import { inlineAt } from '../course/inline-at';
import { symbolsIn } from '../mermaid/symbols-in';
import { outlineOf } from '../outline/outline';
import type { OutlineItem } from '../outline/outline-item';
import type { EmbeddedText } from '../text/embedded-text';
import { contains, type Span } from '../text/span';
import type { FeatureContext } from './feature-context';

/**
 * What a selection at each position grows to, step by step: the word, the link or formula, the label, the line of a
 * list, the fence, the section, the file. Undefined where the editor knows markdown itself.
 */
export function selectionRanges(
  { document, builtInMarkdown }: FeatureContext,
  positions: readonly Position[],
): SelectionRange[] | undefined {
  if (builtInMarkdown) return undefined;
  return positions.map((position) => {
    const offset = document.lines.offsetAt(position);
    const spans = spansAround(document, offset).reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: document.lines.rangeOf(span), ...(parent ? { parent } : {}) }),
      undefined,
    );
    return spans ?? { range: document.lines.rangeOf({ start: offset, end: offset }) };
  });
}

/** Each within the next. What straddles a smaller one, as a selection cannot, is left out. */
function spansAround(document: CourseDocument, offset: number): Span[] {
  const found = [...candidates(document, offset)].filter((span) => span.end > span.start && contains(span, offset));
  const nested: Span[] = [];
  for (const span of found.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = nested.at(-1);
    const grows = !inner || (span.start <= inner.start && inner.end <= span.end && !isSame(span, inner));
    if (grows) nested.push(span);
  }
  return nested;
}

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function* candidates(document: CourseDocument, offset: number): Iterable<Span> {
  const { text, lines, regions, headings, listItems, tables, fences, directives, formulas, references, diagrams } =
    document;
  const line = lines.lineOf(offset);
  const inCourseText = [...regions, ...diagrams].some(({ span }) => contains(span, offset));
  if (!inCourseText) return;
  yield wordAt(text, offset, lines.lineStart(line), lines.lineEnd(line));
  const inline = inlineAt(document, offset);
  if (inline) {
    yield inline.span;
    yield* inlineParts(inline.source);
  }
  for (const { contentSpan } of [...fences, ...directives, ...formulas]) yield contentSpan;
  for (const { span } of [...headings, ...listItems, ...tables, ...fences, ...directives, ...formulas, ...references])
    yield span;
  for (const { rows } of tables) for (const row of rows) yield rowOf(row.map(({ span }) => span));
  for (const diagram of diagrams) if (contains(diagram.contentSpan, offset)) yield* diagramParts(diagram);
  yield* sectionsIn(outlineOf(document));
  for (const { span, frontMatter } of regions) {
    if (frontMatter) yield frontMatter;
    yield span;
  }
  if (document.language !== 'python' && document.language !== 'notebook') yield { start: 0, end: text.length };
}

function* inlineParts(source: EmbeddedText): Iterable<Span> {
  const { opaque, links, formulas } = inlineSpans(source.text);
  const parts = [
    ...opaque,
    ...links.flatMap(({ span, textSpan, targetSpan }) => [span, textSpan, ...(targetSpan ? [targetSpan] : [])]),
    ...formulas.flatMap(({ span, contentSpan }) => [span, contentSpan]),
  ];
  for (const part of parts) yield source.spanToOuter(part);
}

function* diagramParts(diagram: Diagram): Iterable<Span> {
  const { nodes, edges, groups } = symbolsIn(diagram);
  const labels = [
    ...nodes.flatMap((node) => node.labels),
    ...[...edges, ...groups].flatMap(({ label }) => label ?? []),
  ];
  for (const { span } of [...labels, ...groups]) yield diagram.content.spanToOuter(span);
  yield diagram.contentSpan;
}

const rowOf = (cells: readonly Span[]): Span => ({ start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 });

function* sectionsIn(items: readonly OutlineItem[]): Iterable<Span> {
  for (const { span, children } of items) {
    yield span;
    yield* sectionsIn(children);
  }
}

/** The letters and digits around an offset, on its line. */
function wordAt(text: string, offset: number, lineStart: number, lineEnd: number): Span {
  for (const { index, 0: word } of text.slice(lineStart, lineEnd).matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    const span = { start: lineStart + index, end: lineStart + index + word.length };
    if (contains(span, offset)) return span;
  }
  return { start: offset, end: offset };
}
