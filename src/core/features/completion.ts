import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { CompletionAbilities } from './completion-abilities';
import { type Suggestion, type SuggestionHome, speaks, unasked } from './completion-policy';
import { bindingCompletion } from './demos/binding-completion';
import { keyCompletion } from './demos/demo-completion';
import type { FeatureContext } from './feature-context';
import { formulaCompletion } from './formulas/formula-completion';
import { labelCompletion } from './links/label-completion';
import { linkCompletion } from './links/link-completion';
import { fenceCompletion } from './markdown/fence-completion';
import { diagramCompletion } from './mermaid/completion';
import { frontMatterCompletion } from './mermaid/front-matter-completion';
import { pageHeadCompletion } from './order/page-head-completion';
import { headingCompletion } from './outline/heading-completion';
import { rankItems } from './rank-items';
import { entryCompletion } from './terms/entry-completion';
import { nodeTermCompletion, termCompletion } from './terms/term-completion';

type CompletionSource = (
  context: FeatureContext,
  offset: number,
  abilities: CompletionAbilities,
) => CompletionItem[] | Promise<CompletionItem[]>;

const sources: readonly (readonly [SuggestionHome, CompletionSource])[] = [
  ['mark', fenceCompletion],
  ['fence', pageHeadCompletion],
  ['fence', keyCompletion],
  ['fence', frontMatterCompletion],
  ['fence', diagramCompletion],
  ['prose', headingCompletion],
  ['prose', entryCompletion],
  ['prose', termCompletion],
  ['fence', nodeTermCompletion],
  ['mark', formulaCompletion],
  ['mark', labelCompletion],
  ['mark', bindingCompletion],
  ['mark', linkCompletion],
];

/** What may stand at an offset, the likeliest first. */
export async function completion(
  context: FeatureContext,
  offset: number,
  abilities: CompletionAbilities,
): Promise<CompletionList> {
  const { asking = 'asked' } = abilities;
  const { whileTyping } = context.settings.suggest;
  const found = sources
    .filter(([home]) => speaks(home, asking, whileTyping))
    .map(async ([home, source]) =>
      (await source(context, offset, abilities)).map((item): Suggestion => ({ home, item })),
    );
  const all = (await Promise.all(found)).flat();
  const shown = asking === 'asked' ? all : unasked(context.document, offset, all, asking);
  return rankItems(
    context.document,
    offset,
    shown.map(({ item }) => item),
  );
}
