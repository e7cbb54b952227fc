import type { Location } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature-context';
import { diagramReferences } from './mermaid/references';

type ReferenceSource = (
  context: FeatureContext,
  offset: number,
  includeDeclaration: boolean,
) => Location[] | Promise<Location[]>;

/** The first that knows the place answers. */
const sources: readonly ReferenceSource[] = [diagramReferences];

/** Every place where that which stands at an offset is used. */
export async function references(
  context: FeatureContext,
  offset: number,
  includeDeclaration: boolean,
): Promise<Location[]> {
  for (const source of sources) {
    const found = await source(context, offset, includeDeclaration);
    if (found.length > 0) return found;
  }
  return [];
}
