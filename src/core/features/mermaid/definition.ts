import type { LocationLink } from 'vscode-languageserver-types';
import type { FeatureContext } from '../feature-context';
import { declarationOf, diagramPlace, symbolAt } from './symbol-at';

/** Where the id or style class at an offset is declared: a node's id at its label, a class in its `classDef`. */
export function diagramDefinition({ document }: FeatureContext, offset: number): LocationLink[] {
  const place = diagramPlace(document, offset);
  const symbol = place && symbolAt(place);
  const declaration = symbol && declarationOf(symbol);
  if (!place || !declaration) return [];
  const { content } = place.diagram;
  const target = document.lines.rangeOf(content.spanToOuter(declaration));
  return [
    {
      originSelectionRange: document.lines.rangeOf(content.spanToOuter(symbol.span)),
      targetUri: document.uri,
      targetRange: target,
      targetSelectionRange: target,
    },
  ];
}
