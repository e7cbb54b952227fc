import type { Range } from 'vscode-languageserver-types';
import type { FeatureContext } from '../feature-context';
import { diagramPlace, placesOf, symbolAt } from './symbol-at';

/**
 * An id edited where its label stands, or a style class in its `classDef`, is edited wherever it is used. Anywhere else
 * nothing is linked: there an author means another node.
 */
export function diagramLinkedEditing({ document }: FeatureContext, offset: number): { ranges: Range[] } | undefined {
  const place = diagramPlace(document, offset);
  const symbol = place && symbolAt(place);
  if (!place || !symbol || symbol.kind === 'label') return undefined;
  const isDeclaration =
    symbol.kind === 'class'
      ? symbol.span === symbol.styleClass.declaration
      : symbol.span === symbol.node.declaration && symbol.node.labels.length > 0;
  const places = placesOf(symbol);
  const { content } = place.diagram;
  if (!isDeclaration || places.length < 2 || places.some((span) => content.isOpaque(span))) return undefined;
  const ranges = places.map((span) => content.spanToOuter(span));
  const written = new Set(ranges.map(({ start, end }) => document.text.slice(start, end)));
  return written.size === 1 ? { ranges: ranges.map((span) => document.lines.rangeOf(span)) } : undefined;
}
