import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { FeatureContext } from '../feature-context';
import { declarationOf, diagramPlace, isTerm, placesOf, symbolAt } from './symbol-at';

/** The places, in the same diagram, of the id or style class at an offset; its declaration as written, others as read. */
export function diagramHighlights(context: FeatureContext, offset: number): DocumentHighlight[] | undefined {
  const { document } = context;
  const place = diagramPlace(document, offset);
  const symbol = place && symbolAt(place);
  if (!place || !symbol || (symbol.kind === 'label' && isTerm(context, symbol, offset))) return undefined;
  const declaration = declarationOf(symbol);
  return placesOf(symbol).map((span) => ({
    range: document.lines.rangeOf(place.diagram.content.spanToOuter(span)),
    kind: span.start === declaration?.start ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
