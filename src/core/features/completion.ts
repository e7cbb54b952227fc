import type { CompletionItem } from 'vscode-languageserver-types';
import type { CompletionAbilities } from './completion-abilities';
import { keyCompletion } from './demos/demo-completion';
import type { FeatureContext } from './feature-context';
import { formulaCompletion } from './formulas/formula-completion';
import { linkCompletion } from './links/link-completion';
import { diagramCompletion } from './mermaid/completion';
import { termCompletion } from './terms/term-completion';

type CompletionSource = (
  context: FeatureContext,
  offset: number,
  abilities: CompletionAbilities,
) => CompletionItem[] | Promise<CompletionItem[]>;

const sources: readonly CompletionSource[] = [
  keyCompletion,
  diagramCompletion,
  termCompletion,
  formulaCompletion,
  linkCompletion,
];

/** Characters after which an editor should ask by itself. */
export const completionTriggers: readonly string[] = ['>', '-', '=', '|', ':', '&', '@', '{', ',', '\\', '(', '/', '#'];

/** What may stand at an offset. */
export async function completion(
  context: FeatureContext,
  offset: number,
  abilities: CompletionAbilities,
): Promise<CompletionItem[]> {
  return (await Promise.all(sources.map((source) => source(context, offset, abilities)))).flat();
}
