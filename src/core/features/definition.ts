import type { LocationLink } from 'vscode-languageserver-types';
import { bindingDefinition } from './demos/binding-places';
import type { FeatureContext } from './feature-context';
import { linkDefinition } from './links/link-places';
import { diagramDefinition } from './mermaid/definition';
import { termDefinition } from './terms/term-places';

/** Knows where things at some places are defined. */
export type DefinitionSource = (
  context: FeatureContext,
  offset: number,
) => readonly LocationLink[] | Promise<readonly LocationLink[]>;

const sources: readonly DefinitionSource[] = [diagramDefinition, termDefinition, linkDefinition, bindingDefinition];

/** Where what stands at an offset is declared or defined. */
export const definition = async (context: FeatureContext, offset: number): Promise<LocationLink[]> =>
  (await Promise.all(sources.map((source) => source(context, offset)))).flat();
