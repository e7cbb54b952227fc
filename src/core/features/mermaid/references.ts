import type { Location } from 'vscode-languageserver-types';
import type { FeatureContext } from '../feature-context';
import { nodePlaces } from './node-places';
import { declarationOf, diagramPlace, isTerm, symbolAt } from './symbol-at';

/**
 * Every place of the id or style class at an offset: edges, `class`, `style`, `click` and `:::` of its diagram, and the
 * diagrams of the course where the same id is the same node. Undefined where nothing of ours stands, or a term.
 */
export async function diagramReferences(
  context: FeatureContext,
  offset: number,
  includeDeclaration: boolean,
): Promise<Location[] | undefined> {
  const { document } = context;
  const place = diagramPlace(document, offset);
  const symbol = place && symbolAt(place);
  if (!place || !symbol || isTerm(context, symbol, offset)) return undefined;
  if (symbol.kind === 'class') {
    const declaration = declarationOf(symbol);
    return symbol.styleClass.occurrences
      .filter((span) => includeDeclaration || span !== declaration)
      .map((span) => ({ uri: document.uri, range: document.lines.rangeOf(place.diagram.content.spanToOuter(span)) }));
  }
  return (await nodePlaces(context, place.diagram, symbol.node)).flatMap(({ document: file, diagram, node }) =>
    node.occurrences
      .filter(({ role }) => includeDeclaration || role !== 'declaration')
      .map(({ span }) => ({ uri: file.uri, range: file.lines.rangeOf(diagram.content.spanToOuter(span)) })),
  );
}
