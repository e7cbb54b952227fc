import { type InlayHint, InlayHintKind, type Location } from 'vscode-languageserver-types';
import { numbersOf } from '../demos/bindings/file-numbers';
import { courseNumbers, numbersBoundTo } from '../demos/bindings/find-named-demo';
import { quantityText } from '../demos/claims/quantity-text';
import { costWords } from '../demos/cost-words';
import type { Demo } from '../demos/demo';
import { type DemoFence, demoFences } from '../demos/demo-fence';
import type { DemoResults } from '../demos/result';
import { resultNotes } from '../demos/schema/find-key';
import { getOrSet } from '../get-or-set';
import { glossaryOf } from '../glossary/glossary';
import type { Term } from '../glossary/term';
import { say } from '../l10n/say';
import { overlaps, type Span } from '../text/span';
import { checkDemoFence } from './demos/check-demo-fence';
import type { FeatureContext } from './feature-context';
import { tweetHints } from './overview/tweet-fence';
import { inPatience } from './patience';
import { useLocations } from './terms/term-places';

/** Lets an editor show places in a list: `(uri, position, locations)`. */
export const showReferencesCommand = 'coursewright.showReferences';

/**
 * What is known of a line, behind its end: how often a term is used, how many numbers are bound to a demo, and that a
 * claim holds, how much a post counts.
 */
export const inlayHints = async (context: FeatureContext, span: Span): Promise<InlayHint[]> => [
  ...(context.settings.hints.uses ? useHints(context, span) : []),
  ...(context.settings.hints.claims ? [...boundHints(context, span), ...(await claimHints(context, span))] : []),
  ...(context.settings.hints.posts ? tweetHints(context, span) : []),
];

/** Places that one answer holds; hints beyond them only count, since a name that n entries define has n times its uses. */
const mostPlaces = 20_000;

/** How often each term is used that is defined in a stretch, and its uses where an editor shows them. */
export function useHints({ document, course }: FeatureContext, span: Span): InlayHint[] {
  const glossary = glossaryOf(course);
  const entries = glossary.file(document.uri)?.entries ?? [];
  const known = new Map<Term, Location[]>();
  let left = mostPlaces;
  return entries.flatMap(({ nameSpan }) => {
    if (!overlaps(nameSpan, span)) return [];
    const range = document.lines.rangeOf(nameSpan);
    const [term] = glossary.at(document.uri, nameSpan.start)?.terms ?? [];
    const uses: Location[] = term ? getOrSet(known, term, () => useLocations(term, glossary)) : [];
    left -= uses.length;
    const value = uses.length === 0 ? say`not used` : uses.length === 1 ? say`1 use` : say`${uses.length} uses`;
    const command = {
      title: say`Show the uses`,
      command: showReferencesCommand,
      arguments: [document.uri, range.start, uses],
    };
    return hintBehind(document, nameSpan.start, uses.length === 0 || left < 0 ? value : [{ value, command }]);
  });
}

/** How many numbers are bound to each demo that has an id in a stretch, and where an editor shows them. */
function boundHints({ document, course }: FeatureContext, span: Span): InlayHint[] {
  const files = courseNumbers(course, document);
  return numbersOf(document).demos.flatMap((demo) => {
    const bound = overlaps(demo.span, span) ? numbersBoundTo(files, { uri: document.uri, demo }) : [];
    if (bound.length === 0) return [];
    const places = bound.map(({ uri, number }) => ({ uri, range: files.get(uri)!.places.rangeOf(number.span) }));
    const at = document.lines.rangeOf(demo.span).start;
    const command = {
      title: say`Show the numbers`,
      command: showReferencesCommand,
      arguments: [document.uri, at, places],
    };
    const value = bound.length === 1 ? say`1 number` : say`${bound.length} numbers`;
    return hintBehind(document, demo.span.start, [{ value, command }]);
  });
}

/** A tick behind each claim that holds, and what formulas come to, with what it costs to check where that is more than a second. One that does not is a diagnostic. */
async function claimHints(context: FeatureContext, span: Span): Promise<InlayHint[]> {
  const { document } = context;
  const shown = demoFences(document).filter(({ fence }) => overlaps(fence.span, span));
  const hints = await Promise.all(
    shown.map(async ({ fence, demo }) => {
      const checked = await inPatience(context, checkDemoFence(context, demo));
      const held = (checked?.expectations ?? []).filter(({ holds }) => holds);
      const label = ['✓', ...costWords(checked)].join(' · ');
      const ticks = held.map(({ claim }) =>
        hintBehind(document, fence.content.spanToOuter(claim.keySpan).start, label),
      );
      return [...ticks, ...formulaHints(document, fence, demo, checked?.results)];
    }),
  );
  return hints.flat();
}

/** What each formula of a compute fence comes to, but for those that are a number already. */
function formulaHints(
  document: FeatureContext['document'],
  fence: DemoFence['fence'],
  demo: Demo,
  results: DemoResults | null | undefined,
): InlayHint[] {
  if (demo.kind !== 'compute' || !results) return [];
  const notes = resultNotes(demo);
  return (demo.values.let ?? []).flatMap(({ name, nameSpan, expression }) => {
    const value = results[name];
    if (typeof value !== 'number' || expression.kind === 'number') return [];
    const label = `= ${quantityText(value, notes.of(name)?.unit)}`;
    return [hintBehind(document, fence.content.spanToOuter(nameSpan).start, label)];
  });
}

function hintBehind({ lines }: FeatureContext['document'], offset: number, label: InlayHint['label']): InlayHint {
  const line = lines.lineOf(offset);
  const position = lines.positionAt(lines.lineEnd(line));
  return { position, label, kind: InlayHintKind.Type, paddingLeft: true };
}
