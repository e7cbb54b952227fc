import type { FoldingRange } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature-context';
import { diagramFolding } from './mermaid/folding';

const sources: readonly ((context: FeatureContext) => FoldingRange[])[] = [diagramFolding];

/** What can be folded in a file. */
export const folding = (context: FeatureContext): FoldingRange[] => sources.flatMap((source) => source(context));
