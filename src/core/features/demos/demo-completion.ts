import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { demoCompletion } from '../../demos/demo-completion';
import type { FeatureContext } from '../feature-context';
import { demoAt } from './demo-hover';

const kinds = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  result: CompletionItemKind.Field,
} as const;

/** Keys, values and result names where they fit in a demo's fence. */
export function keyCompletion(context: FeatureContext, offset: number): CompletionItem[] {
  const place = demoAt(context, offset);
  if (!place) return [];
  const { content } = place.fence;
  const { span, items } = demoCompletion(place.kind, content.text, place.inner);
  return items.flatMap((item): CompletionItem[] => {
    const change = content.change(span, item.insertText);
    if (!change) return [];
    return [
      {
        label: item.label,
        kind: kinds[item.kind],
        ...(item.detail !== undefined && { detail: item.detail }),
        documentation: { kind: 'markdown', value: item.documentation },
        textEdit: { range: context.document.lines.rangeOf(change.span), newText: change.newText },
      },
    ];
  });
}
