import type { LocationLink } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature-context';
import { diagramDefinition } from './mermaid/definition';
import { termDefinition } from './terms/term-places';

/** Knows where things at some places are defined. */
export type DefinitionSource = (context: FeatureContext, offset: number) => readonly LocationLink[];

const sources: readonly DefinitionSource[] = [diagramDefinition, termDefinition];

/** Where what stands at an offset is declared or defined. */
export const definition = (context: FeatureContext, offset: number): LocationLink[] =>
  sources.flatMap((source) => source(context, offset));
