import type { CourseDocument, Diagram } from '../../course/course-document';
import { glossaryOf } from '../../glossary/glossary';
import type { DiagramClass, DiagramNode, DiagramSymbols } from '../../mermaid/diagram-symbols';
import { symbolsIn } from '../../mermaid/symbols-in';
import { contains, type Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/** A place inside a diagram, in the diagram's own offsets. */
export interface DiagramPlace {
  readonly diagram: Diagram;
  readonly symbols: DiagramSymbols;
  readonly offset: number;
}

/** What stands at a place: an id of a node, a label of one, or the name of a style class. */
export type SymbolAt =
  | { readonly kind: 'id' | 'label'; readonly node: DiagramNode; readonly span: Span }
  | { readonly kind: 'class'; readonly styleClass: DiagramClass; readonly span: Span };

/** The diagram around an offset of the document. */
export function diagramPlace(document: CourseDocument, offset: number): DiagramPlace | undefined {
  const diagram = document.diagrams.find(({ contentSpan }) => contains(contentSpan, offset));
  const inner = diagram?.content.toInner(offset);
  return diagram && inner !== undefined ? { diagram, symbols: symbolsIn(diagram), offset: inner } : undefined;
}

/** The symbol that a cursor touches; of two that meet there, the one that starts. */
export function symbolAt({ symbols, offset }: DiagramPlace): SymbolAt | undefined {
  let ending: SymbolAt | undefined;
  for (const found of symbolsTouching(symbols, offset)) {
    if (offset < found.span.end) return found;
    ending ??= found;
  }
  return ending;
}

function* symbolsTouching({ nodes, classes }: DiagramSymbols, offset: number): Iterable<SymbolAt> {
  for (const node of nodes) {
    for (const { span } of node.occurrences) if (contains(span, offset)) yield { kind: 'id', node, span };
  }
  for (const styleClass of classes) {
    for (const span of styleClass.occurrences) if (contains(span, offset)) yield { kind: 'class', styleClass, span };
  }
  for (const node of nodes) {
    for (const { span } of node.labels) if (contains(span, offset)) yield { kind: 'label', node, span };
  }
}

/** Every place of the symbol in its diagram, in text order. */
export const placesOf = (symbol: SymbolAt): readonly Span[] =>
  symbol.kind === 'class' ? symbol.styleClass.occurrences : symbol.node.occurrences.map(({ span }) => span);

/** Where the symbol is declared; a class that is only used is declared nowhere. */
export const declarationOf = (symbol: SymbolAt): Span | undefined =>
  symbol.kind === 'class' ? symbol.styleClass.declaration : symbol.node.declaration;

/** Whether the glossary says more of the symbol: an id that is an entry's acronym, a label that names a term. */
export function isTerm({ document, course }: FeatureContext, symbol: SymbolAt, offset: number): boolean {
  if (symbol.kind === 'class') return false;
  const glossary = glossaryOf(course);
  if (symbol.kind === 'label') return glossary.at(document.uri, offset) !== undefined;
  return glossary.withAcronym(symbol.node.id, document.uri).length > 0;
}
