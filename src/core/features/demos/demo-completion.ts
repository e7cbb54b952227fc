import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import {
  claimCompletion,
  claimUnderWay,
  type DemoCompletion,
  demoCompletion,
  withoutClaims,
} from '../../demos/demo-completion';
import { demoJob } from '../../demos/demo-job';
import type { DemoKind } from '../../demos/demo-kind';
import { readDemo } from '../../demos/read-demo';
import { resultAt } from '../../demos/result';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';
import { dataCompletion } from './data-completion';
import { demoAt } from './demo-hover';

const kinds = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  result: CompletionItemKind.Field,
  claim: CompletionItemKind.Value,
} as const;

/** Keys, values, result names and what the demo gives for them, where they fit in a demo's fence. */
export async function keyCompletion(
  context: FeatureContext,
  offset: number,
  { asking = 'asked' }: CompletionAbilities,
): Promise<CompletionItem[]> {
  const place = demoAt(context, offset);
  if (!place) return [];
  const { content } = place.fence;
  const claim = claimUnderWay(content.text, place.inner);
  const { span, items } = claim
    ? { span: claim.span, items: await claimItems(context, place.kind, content.text, claim.key, asking === 'asked') }
    : ((await dataCompletion(context, place.kind, content.text, place.inner)) ??
      demoCompletion(place.kind, content.text, place.inner));
  return items.flatMap((item, index): CompletionItem[] => {
    const change = content.change(span, item.insertText);
    if (!change) return [];
    return [
      {
        label: item.label,
        kind: kinds[item.kind],
        ...(item.detail !== undefined && { detail: item.detail }),
        sortText: `1${String(index).padStart(4, '0')}`,
        documentation: { kind: 'markdown', value: item.documentation },
        textEdit: { range: context.document.lines.rangeOf(change.span), newText: change.newText },
      },
    ];
  });
}

/** What the demo gives for a claim's key; nothing where that takes long, or it cannot be run. */
async function claimItems(
  { demos, readData }: FeatureContext,
  kind: DemoKind,
  text: string,
  key: string,
  asked: boolean,
): Promise<DemoCompletion['items']> {
  const checked = await demos?.glance(await demoJob(readDemo(kind, withoutClaims(text)), readData), asked);
  const found = checked?.results ? resultAt(checked.results, key) : undefined;
  return found === undefined ? [] : claimCompletion(key, found);
}
