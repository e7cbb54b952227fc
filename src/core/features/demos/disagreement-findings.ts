import type { Cancellation } from '../../cancellation';
import { type Binding, bindingsOf } from '../../demos/bindings/binding';
import { checkBinding } from '../../demos/bindings/check-binding';
import { demoAsRead } from '../../demos/bindings/file-numbers';
import {
  type CourseNumbers,
  courseNumbers,
  demosMeant,
  type FoundDemo,
  type FoundNumber,
  numbersBoundTo,
} from '../../demos/bindings/find-named-demo';
import { type BoundText, proseClaims } from '../../demos/bindings/prose-claims';
import { mayBothHold, type StatedNumber, statedNumber } from '../../demos/claims/stated-number';
import type { ResultUnit } from '../../demos/claims/units';
import { resultNotes } from '../../demos/schema/find-key';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import type { FeatureContext } from '../feature-context';
import { checkNamedDemo } from './bound-demo';

/** How many other places are named. */
const mostNamed = 3;

/**
 * `number.disagrees`: a number that is bound to the same result as others of the course, and written with another value
 * than they are. Where it is not what the demo gives, that is said instead.
 */
export async function disagreementFindings(context: FeatureContext, cancellation?: Cancellation): Promise<Finding[]> {
  const { document, course, settings } = context;
  if (settings.severity['number.disagrees'] === 'off') return [];
  const bindings = bindingsOf(document);
  if (bindings.length === 0) return [];
  const files = courseNumbers(course, document);
  const found: Finding[] = [];
  for (const binding of bindings) {
    if (cancellation?.aborted) return found;
    const finding = await findingOf(context, files, binding, cancellation);
    if (finding) found.push(finding);
  }
  return found;
}

async function findingOf(
  context: FeatureContext,
  files: CourseNumbers,
  { address, bound, source, span, writtenSpan }: Binding,
  cancellation?: Cancellation,
): Promise<Finding | undefined> {
  const { document } = context;
  const [demo, ...choice] = address ? demosMeant(files, document.uri, address.id) : [];
  if (!address || address.result === '' || !demo || choice.length > 0) return undefined;
  const read = demoAsRead(demo.demo);
  const unit = resultNotes(read).of(address.result)?.unit;
  const own = statedIn(bound, unit);
  const outer = source.spanToOuter(span);
  const others = own ? othersThan(files, demo, address.result, document.uri, outer.start) : [];
  const apart = others.filter(({ number }) => {
    const stated = statedIn(number.bound, unit);
    return own && stated && !mayBothHold(own.stated, stated.stated);
  });
  if (!own || apart.length === 0) return undefined;
  const checked = await checkNamedDemo(context, demo, [address.result], cancellation);
  const resultSpan = { start: writtenSpan.end - address.result.length, end: writtenSpan.end };
  if (checked?.results && !checkBinding(bound, address.result, resultSpan, read, checked.results).holds)
    return undefined;
  const places = apart.slice(0, mostNamed).map(({ uri, number }) => {
    const range = files.get(uri)!.places.rangeOf(number.span);
    const words = statedIn(number.bound, unit)!.words;
    return { uri, range, words, where: say`${nameOf(context, uri)}line ${range.start.line + 1}` };
  });
  const more = apart.length > mostNamed ? say` and elsewhere` : '';
  const said = places.map(({ words, where }) => say`${words} in ${where}`).join(', ');
  const message = say`${address.id}.${address.result} is ${own.words} here, and ${said}${more}.`;
  const related = places.map(({ uri, range, words }) => ({ uri, range, message: say`It is ${words} here.` }));
  return { code: 'number.disagrees', span: source.spanToOuter(own.span), message, fixes: [], related };
}

/** The numbers that are bound to the same result in other places. */
const othersThan = (files: CourseNumbers, demo: FoundDemo, result: string, uri: string, start: number): FoundNumber[] =>
  numbersBoundTo(files, demo).filter(
    ({ uri: from, number }) => number.address.result === result && !(from === uri && number.span.start === start),
  );

/** The value that a text states of a result; undefined where it states a bound, a range or none. */
function statedIn(
  bound: BoundText,
  unit: ResultUnit | undefined,
): { readonly stated: StatedNumber; readonly words: string; readonly span: BoundText['span'] } | undefined {
  const claims = proseClaims(bound, unit);
  const [first] = claims;
  if (!first || claims.some(({ claim }) => /^[<>]/.test(claim))) return undefined;
  const stated = statedNumber(first.claim, unit);
  return stated && { stated, words: first.words, span: first.span };
}

const nameOf = ({ course, document }: FeatureContext, uri: string): string =>
  uri === document.uri ? '' : `${decodeURIComponent(uri.slice(course.root.length + 1))}, `;
