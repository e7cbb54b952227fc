import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { CourseDocument } from '../course/course-document';
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
  outlineOf(document).map((item) => toSymbol(item, document));

function toSymbol(item: OutlineItem, document: CourseDocument): DocumentSymbol {
  const { lines } = document;
  return {
    name: itemName(item) || '(untitled)',
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    kind: kinds[item.kind],
    range: lines.rangeOf(item.span),
    selectionRange: lines.rangeOf(item.selectionSpan),
    children: [...item.children.map((child) => toSymbol(child, document)), ...nodesOf(item, document)],
  };
}

function nodesOf({ kind, span }: OutlineItem, document: CourseDocument): DocumentSymbol[] {
  const diagram = kind === 'diagram' && document.diagrams.find((one) => one.span.start === span.start);
  return diagram ? diagramSymbols(document, diagram) : [];
}
