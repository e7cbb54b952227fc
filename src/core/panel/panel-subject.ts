import type { Range } from 'vscode-languageserver-types';
import type { CourseDocument, Diagram } from '../course/course-document';
import { type DemoKind, demoKindOf } from '../demos/demo-kind';
import { english, said } from '../l10n/say';
import type { DiagramSymbols } from '../mermaid/diagram-symbols';
import type { ReadType } from '../mermaid/diagram-type';
import { languageNamed } from '../mermaid/languages/languages';
import { demoTitle, diagramTitle } from '../outline/figure-title';
import type { EmbeddedText } from '../text/embedded-text';
import { firstIndex } from '../text/first-index';
import { labelWords } from '../text/label-words';
import { contains, type Span } from '../text/span';

/** What the panel shows: one diagram or one demo of a document, with the way back to its text. */
export type PanelSubject = DiagramSubject | DemoSubject;

interface SubjectOfText {
  readonly uri: string;
  readonly version: number;
  /** Which of the document's subjects this is, in text order. */
  readonly index: number;
  /** The title that it gives itself, else the heading that it stands under, as written. */
  readonly title?: string;
  /** Opening fence line to closing fence line, or the whole file. */
  readonly range: Range;
  /** The lines between the fences. */
  readonly contentRange: Range;
  /** The diagram's or the demo's own text, free of quote markers, indentation and string escapes. */
  readonly text: string;
}

export interface DiagramSubject extends SubjectOfText {
  readonly kind: 'diagram';
  /** `unknown` where no type is recognised. */
  readonly type: ReadType;
  /** What people call the type; `Diagram` where none is recognised. */
  readonly typeName: string;
  readonly nodes: readonly SubjectNode[];
  readonly edges: readonly SubjectEdge[];
  readonly groups: readonly SubjectGroup[];
}

export interface DemoSubject extends SubjectOfText {
  readonly kind: 'demo';
  readonly demo: DemoKind;
}

export interface SubjectNode {
  readonly id: string;
  /** The field's word in its diagram type: `node`, `participant`, `class`, `state`, … */
  readonly kind: string;
  /** The words that the picture shows, without HTML; the id where no label is given. */
  readonly label: string;
  /** Where the id is declared: what a click on the node shows. */
  readonly range: Range;
  /** Every place of the id, its declaration first: what further clicks show in turn. */
  readonly places: readonly Range[];
  /** Every place of the id and of its labels: where the cursor lights the node. */
  readonly ranges: readonly Range[];
  /** The innermost group around it, as an index into `groups`. */
  readonly group?: number;
}

export interface SubjectEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly range: Range;
}

export interface SubjectGroup {
  /** The keyword that opens it: `subgraph`, `alt`, `namespace`, … */
  readonly kind: string;
  readonly id?: string;
  readonly label?: string;
  readonly range: Range;
  readonly parent?: number;
}

/** One line in the list of what a document has to show. */
export interface SubjectEntry {
  readonly kind: 'diagram' | DemoKind;
  readonly title?: string;
  readonly range: Range;
}

/** Which subject is meant: the one at an offset, or the one with a number. */
export type SubjectChoice = { readonly offset: number } | { readonly index: number };

interface Candidate {
  readonly span: Span;
  readonly contentSpan: Span;
  readonly content: EmbeddedText;
  readonly demo?: DemoKind;
  readonly diagram?: Diagram;
}

/**
 * The diagram or demo that belongs to an offset: the one around it; else the nearest of the same section; else the last
 * before it; else the first. Undefined when the document has none, or none with the number asked for.
 */
export function panelSubject(
  document: CourseDocument,
  choice: SubjectChoice,
  symbolsOf: (diagram: string) => DiagramSymbols,
): PanelSubject | undefined {
  const candidates = candidatesOf(document);
  const index = 'index' in choice ? choice.index : candidateAt(document, candidates, choice.offset);
  const candidate = candidates[index];
  if (!candidate) return undefined;
  const { demo, content } = candidate;
  const text = textOf(document, candidate, index);
  if (demo) return { ...text, kind: 'demo', demo };
  return { ...text, kind: 'diagram', ...shapeOf(document, content, symbolsOf(content.text)) };
}

/** All diagrams of the document, in text order. */
export function panelDiagrams(
  document: CourseDocument,
  symbolsOf: (diagram: string) => DiagramSymbols,
): readonly DiagramSubject[] {
  return candidatesOf(document).flatMap((candidate, index): DiagramSubject[] => {
    const { demo, content } = candidate;
    if (demo) return [];
    const text = textOf(document, candidate, index);
    return [{ ...text, kind: 'diagram', ...shapeOf(document, content, symbolsOf(content.text)) }];
  });
}

/** All demos of the document, in text order. */
export function panelLesson(document: CourseDocument): readonly DemoSubject[] {
  return candidatesOf(document).flatMap((candidate, index): DemoSubject[] => {
    const { demo } = candidate;
    return demo ? [{ ...textOf(document, candidate, index), kind: 'demo', demo }] : [];
  });
}

function textOf(document: CourseDocument, candidate: Candidate, index: number): SubjectOfText {
  const title = titleOf(document, candidate);
  return {
    uri: document.uri,
    version: document.version,
    index,
    ...(title === undefined ? {} : { title }),
    range: document.lines.rangeOf(candidate.span),
    contentRange: document.lines.rangeOf(candidate.contentSpan),
    text: candidate.content.text,
  };
}

/** All that the document has to show, in text order. */
export function panelContents(document: CourseDocument): readonly SubjectEntry[] {
  return candidatesOf(document).map((candidate) => {
    const title = titleOf(document, candidate);
    const range = document.lines.rangeOf(candidate.span);
    return { kind: candidate.demo ?? 'diagram', ...(title === undefined ? {} : { title }), range };
  });
}

function candidatesOf(document: CourseDocument): Candidate[] {
  const demos = document.fences.flatMap((fence): Candidate[] => {
    const demo = demoKindOf(fence);
    return demo ? [{ span: fence.span, contentSpan: fence.contentSpan, content: fence.content, demo }] : [];
  });
  const diagrams = document.diagrams.map((diagram): Candidate => {
    const { span, contentSpan, content } = diagram;
    return { span, contentSpan, content, diagram };
  });
  return [...diagrams, ...demos].sort((a, b) => a.span.start - b.span.start);
}

function candidateAt(document: CourseDocument, candidates: readonly Candidate[], offset: number): number {
  const after = firstIndex(candidates.length, (i) => candidates[i]!.span.start > offset);
  const before = after - 1;
  if (before < 0) return 0;
  if (contains(candidates[before]!.span, offset) || after === candidates.length) return before;
  const heading = headingBefore(document, offset);
  const section = heading?.span.start ?? 0;
  const inSection = (candidate: Candidate) =>
    (headingBefore(document, candidate.span.start)?.span.start ?? 0) === section;
  return !inSection(candidates[before]!) && inSection(candidates[after]!) ? after : before;
}

function titleOf(document: CourseDocument, { demo, diagram, content, span }: Candidate): string | undefined {
  const own = demo ? demoTitle(content.text) : diagram && diagramTitle(diagram);
  return own ?? headingBefore(document, span.start)?.title;
}

function headingBefore(document: CourseDocument, offset: number) {
  const { headings } = document;
  return headings[firstIndex(headings.length, (i) => headings[i]!.span.start > offset) - 1];
}

function shapeOf(
  document: CourseDocument,
  content: EmbeddedText,
  symbols: DiagramSymbols,
): Pick<DiagramSubject, 'type' | 'typeName' | 'nodes' | 'edges' | 'groups'> {
  const range = (span: Span) => document.lines.rangeOf(content.spanToOuter(span));
  return {
    type: symbols.type,
    typeName: said(languageNamed(symbols.type)?.name ?? english`Diagram`),
    nodes: symbols.nodes.map((node) => ({
      id: node.id,
      kind: node.kind,
      label: labelWords(node.label?.text ?? node.id),
      range: range(node.declaration),
      places: [
        node.declaration,
        ...node.occurrences.map(({ span }) => span).filter(({ start }) => start !== node.declaration.start),
      ].map(range),
      ranges: [...node.occurrences.map((occurrence) => occurrence.span), ...node.labels.map((label) => label.span)].map(
        range,
      ),
      ...(node.group === undefined ? {} : { group: node.group }),
    })),
    edges: symbols.edges.map((edge) => ({
      from: edge.from,
      to: edge.to,
      ...(edge.label ? { label: labelWords(edge.label.text) } : {}),
      range: range(edge.span),
    })),
    groups: symbols.groups.map((group) => ({
      kind: group.kind,
      ...(group.id === undefined ? {} : { id: group.id }),
      ...(group.label ? { label: labelWords(group.label.text) } : {}),
      range: range(group.span),
      ...(group.parent === undefined ? {} : { parent: group.parent }),
    })),
  };
}
