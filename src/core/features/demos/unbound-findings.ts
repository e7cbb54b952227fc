import type { Cancellation } from '../../cancellation';
import type { CourseDocument, Inline } from '../../course/course-document';
import { bindingsOf } from '../../demos/bindings/binding';
import { type ProseClaim, proseClaims } from '../../demos/bindings/prose-claims';
import { comparison } from '../../demos/claims/claim';
import { quantityText } from '../../demos/claims/quantity-text';
import { isCounted, type ResultUnit } from '../../demos/claims/units';
import { type DemoFence, demoFences } from '../../demos/demo-fence';
import type { DemoResults } from '../../demos/result';
import { resultNotes } from '../../demos/schema/find-key';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { getOrSet } from '../../get-or-set';
import { say } from '../../l10n/say';
import { overlaps, type Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { checkDemoFence } from './check-demo-fence';

/** A single result with a unit. */
interface Counted {
  readonly name: string;
  readonly unit: ResultUnit;
  readonly value: number;
}

/**
 * `number.unbound`: a number with a unit in the section of a demo that gives something of this unit, and nothing of this
 * value. Off unless an author asks for it.
 */
export async function unboundFindings(context: FeatureContext, cancellation?: Cancellation): Promise<Finding[]> {
  const { document, settings } = context;
  if (settings.severity['number.unbound'] === 'off') return [];
  const found: Finding[] = [];
  for (const [section, demos] of sectionsWithDemos(document)) {
    const counted: Counted[] = [];
    for (const { demo } of demos) {
      const checked = await checkDemoFence(context, demo, cancellation);
      if (cancellation?.aborted) return found;
      if (checked?.results) counted.push(...countedIn(demo, checked.results));
    }
    if (counted.length === 0) continue;
    for (const inline of document.inlines)
      if (overlaps(inline.span, section)) found.push(...unboundIn(document, inline, counted));
  }
  return found;
}

/** The stretches between headings in which demos stand, with those. */
function sectionsWithDemos(document: CourseDocument): ReadonlyMap<Span, readonly DemoFence[]> {
  const starts = [0, ...document.headings.map(({ span }) => span.start), document.text.length];
  const sections = new Map<number, DemoFence[]>();
  for (const one of demoFences(document)) {
    const index = starts.findLastIndex((start) => start <= one.fence.span.start);
    getOrSet(sections, index, () => []).push(one);
  }
  return new Map(
    [...sections].map(([index, demos]) => [
      { start: starts[index]!, end: starts[index + 1] ?? document.text.length },
      demos,
    ]),
  );
}

function countedIn(demo: DemoFence['demo'], results: DemoResults): Counted[] {
  const notes = resultNotes(demo);
  return notes.names.flatMap((name) => {
    const unit = notes.of(name)?.unit;
    const value = results[name];
    return unit && typeof value === 'number' ? [{ name, unit, value }] : [];
  });
}

function* unboundIn(document: CourseDocument, { source }: Inline, counted: readonly Counted[]): Iterable<Finding> {
  const bound = bindingsOf(document).flatMap((one) => (one.source === source ? [one.span, one.bound.span] : []));
  const units = new Set(counted.map(({ unit }) => unit));
  const whole = { source: source.text, span: { start: 0, end: source.text.length }, stands: 'anywhere' } as const;
  for (const unit of units) {
    const known = counted.filter((one) => one.unit === unit);
    for (const claims of bySpan(proseClaims(whole, unit))) {
      const [{ span, suffix, words }] = claims;
      if (!isCounted(suffix.trim(), unit) || bound.some((one) => overlaps(one, span))) continue;
      const agrees = ({ value }: Counted) => claims.some(({ claim }) => comparison(claim, unit)?.holds(value));
      if (known.some(agrees)) continue;
      const said = known.slice(0, 3).map(({ name, value }) => `${name} ${quantityText(value, unit)}`);
      const message = say`${words.trim()} is bound to no demo, and the one beside it gives another number: ${said.join(', ')}.`;
      yield { code: 'number.unbound', span: source.spanToOuter(span), message, fixes: [] };
    }
  }
}

/** What may be read of each number. */
function bySpan(claims: readonly ProseClaim[]): (readonly [ProseClaim, ...ProseClaim[]])[] {
  const groups = new Map<number, [ProseClaim, ...ProseClaim[]]>();
  for (const claim of claims) {
    const group = groups.get(claim.span.start);
    if (group) group.push(claim);
    else groups.set(claim.span.start, [claim]);
  }
  return [...groups.values()];
}
