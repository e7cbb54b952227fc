import type { Location } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature-context';
import { diagramDefinition } from './mermaid/definition';

type DefinitionSource = (context: FeatureContext, offset: number) => Location[] | Promise<Location[]>;

const sources: readonly DefinitionSource[] = [diagramDefinition];

/** Where that which stands at an offset is declared or defined. */
export async function definition(context: FeatureContext, offset: number): Promise<Location[]> {
  return (await Promise.all(sources.map((source) => source(context, offset)))).flat();
}
