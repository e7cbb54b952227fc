import type { Hover } from 'vscode-languageserver-types';
import { checkBinding } from '../../demos/bindings/check-binding';
import { demoAsRead } from '../../demos/bindings/file-numbers';
import { courseNumbers } from '../../demos/bindings/find-named-demo';
import type { ProseClaim } from '../../demos/bindings/prose-claims';
import { quantityText } from '../../demos/claims/quantity-text';
import { statedNumber } from '../../demos/claims/stated-number';
import type { ResultUnit } from '../../demos/claims/units';
import { describeResult } from '../../demos/demo-hover';
import { type ResultValue, resultAt } from '../../demos/result';
import { resultNotes } from '../../demos/schema/find-key';
import { say } from '../../l10n/say';
import { codeSpan, escapedMarkdown } from '../../text/escaped-markdown';
import type { FeatureContext } from '../feature-context';
import { inPatience } from '../patience';
import { checkNamedDemo } from './bound-demo';
import { namedAt, spanOfBinding } from './named-at';

/** What the demo gives to which the number at an offset is bound, how that is made, and how far what is written is from it. */
export async function bindingHover(context: FeatureContext, offset: number): Promise<Hover | undefined> {
  const { document, course } = context;
  const place = namedAt(courseNumbers(course, document), document, offset);
  const { binding, found } = place ?? {};
  if (!binding?.address || !found) return undefined;
  const { result } = binding.address;
  const range = document.lines.rangeOf(spanOfBinding(binding));
  const title = say`${codeSpan(found.demo.id)}, a demo of the kind ${found.demo.kind}${inFile(context, found.uri)}`;
  const answer = (...parts: readonly string[]): Hover => ({
    range,
    contents: { kind: 'markdown', value: parts.filter((part) => part !== '').join('\n\n') },
  });
  if (result === '') return answer(title);
  const checked = await inPatience(context, checkNamedDemo(context, found, [result]));
  if (!checked) return answer(title);
  if (!checked.results) return answer(title, say`It cannot be run: ${escapedMarkdown(checked.error ?? '')}`);
  const demo = demoAsRead(found.demo);
  const value = resultAt(checked.results, result);
  const notes = resultNotes(demo).of(result);
  const resultSpan = { start: binding.writtenSpan.start + found.demo.id.length + 1, end: binding.writtenSpan.end };
  const { claim, problem } = checkBinding(binding.bound, result, resultSpan, demo, checked.results);
  const off = offWords(claim, value, notes?.unit);
  const said = problem
    ? `✗ ${escapedMarkdown(problem.message)}`
    : claim
      ? say`✓ ${escapedMarkdown(claim.words)} holds${off}.`
      : say`✓ It holds${off}.`;
  const shown = typeof value === 'number' || typeof value === 'string' ? quantityText(value, notes?.unit) : undefined;
  return answer(
    shown === undefined ? '' : `**${escapedMarkdown(binding.written)}** = ${escapedMarkdown(shown)}`,
    said,
    notes ? describeResult(result.split('.')[0]!, notes) : '',
    title,
  );
}

/** `, 0.35% from it`: how far what is written is from what was found. */
function offWords(claim: ProseClaim | undefined, value: ResultValue | undefined, unit: ResultUnit | undefined): string {
  const stated = claim && statedNumber(claim.claim, unit);
  if (!stated || typeof value !== 'number' || value === 0 || stated.value === value) return '';
  const off = Math.abs(stated.value / value - 1);
  return off < 1e-12 ? '' : say`, ${Number((100 * off).toPrecision(2))}% from it`;
}

const inFile = ({ course, document }: FeatureContext, uri: string): string =>
  uri === document.uri ? '' : say` in ${escapedMarkdown(decodeURIComponent(uri.slice(course.root.length + 1)))}`;
