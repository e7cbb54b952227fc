import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { CompletionAbilities } from './completion-abilities';
import { keyCompletion } from './demos/demo-completion';
import type { FeatureContext } from './feature-context';
import { formulaCompletion } from './formulas/formula-completion';
import { labelCompletion } from './links/label-completion';
import { linkCompletion } from './links/link-completion';
import { fenceCompletion } from './markdown/fence-completion';
import { diagramCompletion } from './mermaid/completion';
import { headingCompletion } from './outline/heading-completion';
import { rankItems } from './rank-items';
import { entryCompletion } from './terms/entry-completion';
import { termCompletion } from './terms/term-completion';

type CompletionSource = (
  context: FeatureContext,
  offset: number,
  abilities: CompletionAbilities,
) => CompletionItem[] | Promise<CompletionItem[]>;

const sources: readonly CompletionSource[] = [
  fenceCompletion,
  keyCompletion,
  diagramCompletion,
  headingCompletion,
  entryCompletion,
  termCompletion,
  formulaCompletion,
  labelCompletion,
  linkCompletion,
];

/** Characters after which an editor should ask by itself. */
export const completionTriggers: readonly string[] = ['>', '-', '=', '|', ':', '&', '@', '{', ',', '\\', '(', '/', '#'];

/** What may stand at an offset, the likeliest first. */
export async function completion(
  context: FeatureContext,
  offset: number,
  abilities: CompletionAbilities,
): Promise<CompletionList> {
  const items = (await Promise.all(sources.map((source) => source(context, offset, abilities)))).flat();
  return rankItems(context.document, offset, items);
}
