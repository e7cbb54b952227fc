import type { CodeLens } from 'vscode-languageserver-types';
import { checkBinding } from '../../demos/bindings/check-binding';
import { numbersOf } from '../../demos/bindings/file-numbers';
import { courseNumbers, type FoundNumber, numbersBoundTo } from '../../demos/bindings/find-named-demo';
import type { CheckedClaim } from '../../demos/claims/check-claims';
import { costWords } from '../../demos/cost-words';
import { type DemoFence, demoFences } from '../../demos/demo-fence';
import type { DemoResults } from '../../demos/result';
import { say } from '../../l10n/say';
import { contains } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { inPatience } from '../patience';
import { checkDemoFence } from './check-demo-fence';

/** Lets an editor show a demo in the panel: `(uri, position)`. */
export const runBesideCommand = 'coursewright.runBeside';

/** A lens over each demo. What it says is worked out when it comes into view; its line is kept for it. */
export const demoLenses = ({ document }: FeatureContext): CodeLens[] =>
  demoFences(document).map(({ fence }) => ({
    range: document.lines.rangeOf(fence.markerSpan),
    data: { uri: document.uri },
  }));

/** `Run beside`, with how many of the demo's claims hold, and of the numbers that are bound to it. */
export async function resolveDemoLens(context: FeatureContext, lens: CodeLens): Promise<CodeLens> {
  const { lines, uri } = context.document;
  const { start } = lens.range;
  const at = lines.offsetAt(start);
  const found = demoFences(context.document).find(({ fence }) => fence.markerSpan.start === at);
  const checked = found && (await inPatience(context, checkDemoFence(context, found.demo)));
  const words = [
    ...verdict(checked?.expectations ?? []),
    ...(found ? boundWords(context, found, checked?.results) : []),
    ...costWords(checked),
  ];
  const title = [say`▶ Run beside`, ...words].join(' · ');
  return { ...lens, command: { title, command: runBesideCommand, arguments: [uri, start] } };
}

/** How many numbers of the course are bound to a demo, and whether they are what it gives. */
function boundWords(
  { document, course }: FeatureContext,
  { fence, demo }: DemoFence,
  results: DemoResults | null | undefined,
): string[] {
  const files = courseNumbers(course, document);
  const named = numbersOf(document).demos.find(({ span }) => contains(fence.contentSpan, span.start));
  const bound = named ? numbersBoundTo(files, { uri: document.uri, demo: named }) : [];
  const numbers = bound.filter(({ number }) => number.address.result !== '');
  if (numbers.length === 0) return [];
  const count = numbers.length === 1 ? say`1 number bound` : say`${numbers.length} numbers bound`;
  const isOff = ({ number: { bound, address } }: FoundNumber) =>
    results && !checkBinding(bound, address.result, { start: 0, end: 0 }, demo, results).holds;
  const off = numbers.filter(isOff).length;
  return [off === 0 ? count : say`✗ ${count}, ${off} differ${off === 1 ? 's' : ''}`];
}

function verdict(claims: readonly CheckedClaim[]): string[] {
  const held = claims.filter(({ holds }) => holds).length;
  if (claims.length === 0) return [];
  if (held < claims.length) return [say`✗ ${held} of ${claims.length} claims hold`];
  return [held === 1 ? say`✓ 1 claim holds` : say`✓ ${held} claims hold`];
}
