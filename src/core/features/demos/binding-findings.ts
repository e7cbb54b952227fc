import type { Cancellation } from '../../cancellation';
import type { CourseDocument } from '../../course/course-document';
import type { Binding } from '../../demos/bindings/binding';
import { bindingsOf } from '../../demos/bindings/binding';
import { checkBinding } from '../../demos/bindings/check-binding';
import { demoAsRead, numbersOf } from '../../demos/bindings/file-numbers';
import {
  type CourseNumbers,
  courseNumbers,
  demosMeant,
  type FoundDemo,
  nearestId,
} from '../../demos/bindings/find-named-demo';
import type { DemoProblem } from '../../demos/demo';
import { findingIn } from '../../demos/demo-fence';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import type { FeatureContext } from '../feature-context';
import { checkNamedDemo } from './bound-demo';

/**
 * `demo.expectation`, `demo.value`, `demo.unknown-key`: numbers of the text that are not what the demo gives to which they
 * are bound, and ids that two demos of the file have.
 */
export async function bindingFindings(context: FeatureContext, cancellation?: Cancellation): Promise<Finding[]> {
  const found: Finding[] = [...secondIds(context.document)];
  const bindings = bindingsOf(context.document);
  if (bindings.length === 0) return found;
  const files = courseNumbers(context.course, context.document);
  const only = [...new Set(bindings.flatMap(({ address }) => address?.result || []))].sort();
  for (const binding of bindings) {
    if (cancellation?.aborted) return found;
    const finding = await findingOf(context, files, binding, only, cancellation);
    // Several numbers may refer to one definition, which is marked once.
    const isKnown = found.some(({ span, code }) => code === finding?.code && span.start === finding.span.start);
    if (finding && !isKnown) found.push(finding);
  }
  return found;
}

async function findingOf(
  context: FeatureContext,
  files: CourseNumbers,
  binding: Binding,
  only: readonly string[],
  cancellation?: Cancellation,
): Promise<Finding | undefined> {
  const { document, course } = context;
  const { source, span, written, writtenIn, writtenSpan, address, bound, form } = binding;
  /** What is wrong with the address is marked where that is written, which for a reference is elsewhere. */
  const ofAddress = (problem: DemoProblem): Finding | undefined =>
    findingIn(problem, writtenIn, writtenIn.spanToOuter(writtenSpan));
  if (!address) return ofAddress({ code: 'demo.value', span: writtenSpan, message: noAddress(written), fixes: [] });
  const meant = demosMeant(files, document.uri, address.id);
  const idSpan = { start: writtenSpan.start, end: writtenSpan.start + address.id.length };
  const [demo, ...others] = meant;
  // Before all is read, what is missing may only be unread.
  if (!demo)
    return course.isLoaded
      ? ofAddress(unknownId(nearestId(files, document.uri, address.id), address.id, idSpan))
      : undefined;
  if (others.length > 0) return ofAddress(ambiguous(context, address.id, idSpan, meant));
  if (address.result === '') return form === 'comment' ? ofAddress(noResult(address.id, idSpan)) : undefined;
  const checked = await checkNamedDemo(context, demo, only, cancellation);
  if (!checked) return undefined;
  const resultSpan = { start: idSpan.end + 1, end: writtenSpan.end };
  if (checked.results) {
    const { problem } = checkBinding(bound, address.result, resultSpan, demoAsRead(demo.demo), checked.results);
    if (!problem || problem.span === resultSpan) return problem && ofAddress(problem);
    return findingIn(problem, source, source.spanToOuter(span));
  }
  // Its own fence is marked; in another file nobody may be looking.
  if (demo.uri === document.uri) return undefined;
  const message = say`${address.id} in ${nameOf(context, demo.uri)} cannot be run, so this is not tested: ${checked.error}`;
  return ofAddress({ code: 'demo.expectation', span: writtenSpan, message, fixes: [] });
}

const noAddress = (written: string): string =>
  written === ''
    ? say`Which demo? Write its id and a result, as demo:cache.cache_bytes.`
    : say`${written} names no demo: write its id and a result, as demo:cache.cache_bytes.`;

function unknownId(near: string | undefined, id: string, span: DemoProblem['span']): DemoProblem {
  const message = say`No demo of the course has the id ${id}.${near ? say` Did you mean ${near}?` : say` Give one the key id.`}`;
  const fixes = near ? [{ title: say`Change to ${near}`, safe: false, span, newText: near }] : [];
  return { code: 'demo.unknown-key', span, message, fixes, atLeast: 'error' };
}

function ambiguous(
  context: FeatureContext,
  id: string,
  span: DemoProblem['span'],
  meant: readonly FoundDemo[],
): DemoProblem {
  const files = meant.map(({ uri }) => nameOf(context, uri)).join(' and ');
  const message = say`${id} is a demo in ${files}, all as near: give one of them another id.`;
  return { code: 'demo.value', span, message, fixes: [] };
}

const noResult = (id: string, span: DemoProblem['span']): DemoProblem => ({
  ...{ code: 'demo.value', span, fixes: [] },
  message: say`Which result of ${id}? Write it behind a point, as ${id}.cache_bytes.`,
});

const nameOf = ({ course }: FeatureContext, uri: string): string =>
  decodeURIComponent(uri.slice(course.root.length + 1));

/** The second demo of a file with an id can be bound to by nobody. */
function* secondIds(document: CourseDocument): Iterable<Finding> {
  const known = new Map<string, number>();
  for (const { id, span } of numbersOf(document).demos) {
    const line = known.get(id);
    if (line === undefined) known.set(id, document.lines.lineOf(span.start) + 1);
    else {
      const message = say`The demo in line ${line} has the id ${id} already, and is the one that numbers are bound to.`;
      yield { code: 'demo.value', span, message, fixes: [] };
    }
  }
}
