import type { DocumentHighlight } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature-context';
import { diagramHighlights } from './mermaid/document-highlight';
import { termHighlights } from './terms/term-places';

/** Knows the places in a document of things at some places. */
export type HighlightSource = (context: FeatureContext, offset: number) => readonly DocumentHighlight[] | undefined;

const sources: readonly HighlightSource[] = [diagramHighlights, termHighlights];

/** Every place in the document of what stands at an offset, as the first that knows it tells. */
export function documentHighlights(context: FeatureContext, offset: number): DocumentHighlight[] {
  for (const source of sources) {
    const found = source(context, offset);
    if (found) return [...found];
  }
  return [];
}
