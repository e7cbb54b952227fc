import type { Hover } from 'vscode-languageserver-types';
import { quantityText } from '../../demos/claims/quantity-text';
import { formulaNamedAt } from '../../demos/compute/name-at';
import { readDemo } from '../../demos/read-demo';
import { resultNotes } from '../../demos/schema/find-key';
import { codeSpan } from '../../text/escaped-markdown';
import type { FeatureContext } from '../feature-context';
import { inPatience } from '../patience';
import { checkDemoFence } from './check-demo-fence';
import { demoAt } from './demo-hover';

/** What a formula of a compute fence comes to, over its name and over each use of that. */
export async function formulaValueHover(context: FeatureContext, offset: number): Promise<Hover | undefined> {
  const place = demoAt(context, offset);
  if (place?.kind !== 'compute') return undefined;
  const { content } = place.fence;
  const demo = readDemo('compute', content.text);
  const found = formulaNamedAt(demo.values.let ?? [], place.inner);
  if (!found) return undefined;
  const { name, text } = found.formula;
  const checked = await inPatience(context, checkDemoFence(context, demo));
  const value = checked?.results?.[name];
  const shown = typeof value === 'number' ? quantityText(value, resultNotes(demo).of(name)?.unit) : undefined;
  const parts = [...(shown === undefined ? [] : [`**${name.replaceAll('_', '\\_')}** = ${shown}`]), codeSpan(text)];
  return {
    range: context.document.lines.rangeOf(content.spanToOuter(found.span)),
    contents: { kind: 'markdown', value: parts.join('\n\n') },
  };
}
