import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { CourseDocument, Diagram } from '../course/course-document';
import { outlineOf } from '../outline/outline';
import { itemName, type OutlineItem, type OutlineKind } from '../outline/outline-item';
import type { FeatureContext } from './feature-context';
import { diagramSymbols } from './mermaid/document-symbols';

const kinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  heading: SymbolKind.String,
  skill: SymbolKind.EnumMember,
  mnemonic: SymbolKind.Key,
  diagram: SymbolKind.Struct,
  demo: SymbolKind.Function,
};

/** The outline as an editor shows it: sections, numbered skills, areas, demos, and diagrams with their nodes. */
export const documentSymbols = ({ document }: FeatureContext): DocumentSymbol[] =>
  symbolsOf(outlineOf(document), document, new Map(document.diagrams.map((one) => [one.span.start, one])));

type DiagramsByStart = ReadonlyMap<number, Diagram>;

const symbolsOf = (
  items: readonly OutlineItem[],
  document: CourseDocument,
  diagrams: DiagramsByStart,
): DocumentSymbol[] => items.map((item) => toSymbol(item, document, diagrams));

function toSymbol(item: OutlineItem, document: CourseDocument, diagrams: DiagramsByStart): DocumentSymbol {
  const { lines } = document;
  return {
    name: itemName(item) || '(untitled)',
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    kind: kinds[item.kind],
    range: lines.rangeOf(item.span),
    selectionRange: lines.rangeOf(item.selectionSpan),
    children: [...symbolsOf(item.children, document, diagrams), ...nodesOf(item, document, diagrams)],
  };
}

function nodesOf({ kind, span }: OutlineItem, document: CourseDocument, diagrams: DiagramsByStart): DocumentSymbol[] {
  const diagram = kind === 'diagram' && diagrams.get(span.start);
  return diagram ? diagramSymbols(document, diagram) : [];
}
