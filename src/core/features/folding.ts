import type { FoldingRange } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature-context';
import { markdownFolding } from './markdown/markdown-folding';
import { diagramFolding } from './mermaid/folding';

const sources: readonly ((context: FeatureContext) => FoldingRange[])[] = [markdownFolding, diagramFolding];

/**
 * What can be folded in a file. Undefined where there is nothing, and always in a program: an editor that is told of
 * folds shows no others, so that functions could not be folded any more.
 */
export function folding(context: FeatureContext): FoldingRange[] | undefined {
  if (context.document.language === 'python' || context.document.language === 'notebook') return undefined;
  const ranges = sources.flatMap((source) => source(context));
  return ranges.length > 0 ? ranges : undefined;
}
