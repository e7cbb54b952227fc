import type { Location } from 'vscode-languageserver-types';
import type { FeatureContext } from '../feature-context';
import { declarationOf, diagramPlace, symbolAt } from './symbol-at';

/** Where the id or style class at an offset is declared: a node's id at its label, a class in its `classDef`. */
export function diagramDefinition({ document }: FeatureContext, offset: number): Location[] {
  const place = diagramPlace(document, offset);
  const symbol = place && symbolAt(place);
  const declaration = symbol && declarationOf(symbol);
  if (!place || !declaration) return [];
  return [{ uri: document.uri, range: document.lines.rangeOf(place.diagram.content.spanToOuter(declaration)) }];
}
