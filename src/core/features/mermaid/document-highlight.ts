import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { FeatureContext } from '../feature-context';
import { declarationOf, diagramPlace, placesOf, symbolAt } from './symbol-at';

/** The places, in the same diagram, of the id or style class at an offset; its declaration as written, others as read. */
export function diagramHighlights({ document }: FeatureContext, offset: number): DocumentHighlight[] {
  const place = diagramPlace(document, offset);
  const symbol = place && symbolAt(place);
  if (!place || !symbol) return [];
  const declaration = declarationOf(symbol);
  return placesOf(symbol).map((span) => ({
    range: document.lines.rangeOf(place.diagram.content.spanToOuter(span)),
    kind: span.start === declaration?.start ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
