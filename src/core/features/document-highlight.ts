import type { DocumentHighlight } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature-context';
import { diagramHighlights } from './mermaid/document-highlight';

/** The first that knows the place answers. */
const sources: readonly ((context: FeatureContext, offset: number) => DocumentHighlight[])[] = [diagramHighlights];

/** The places in the file of that which stands at an offset. */
export function documentHighlights(context: FeatureContext, offset: number): DocumentHighlight[] {
  for (const source of sources) {
    const found = source(context, offset);
    if (found.length > 0) return found;
  }
  return [];
}
