import type { Location } from 'vscode-languageserver-types';
import { bindingReferences } from './demos/binding-places';
import type { FeatureContext } from './feature-context';
import { linkReferences } from './links/link-places';
import { diagramReferences } from './mermaid/references';
import { termReferences } from './terms/term-places';

/** Knows all places of things at some places. */
export type ReferenceSource = (
  context: FeatureContext,
  offset: number,
  includeDeclaration: boolean,
) => readonly Location[] | undefined | Promise<readonly Location[] | undefined>;

const sources: readonly ReferenceSource[] = [bindingReferences, diagramReferences, termReferences, linkReferences];

/** Every place of what stands at an offset, as the first that knows it tells. */
export async function references(
  context: FeatureContext,
  offset: number,
  includeDeclaration: boolean,
): Promise<Location[]> {
  for (const source of sources) {
    const found = await source(context, offset, includeDeclaration);
    if (found) return [...found];
  }
  return [];
}
