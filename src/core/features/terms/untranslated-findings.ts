import type { Finding } from '../../diagnostics/course-diagnostic';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import type { GlossaryEntry } from '../../glossary/glossary-entry';
import { termKey } from '../../glossary/term';
import { say } from '../../l10n/say';
import type { FeatureContext } from '../feature-context';

/**
 * `term.untranslated`: a translated glossary lacks terms of its original, or has more. Names may be translated, so entries
 * are paired by what both say (a name, an acronym, a name in brackets), and those between two pairs by their number.
 */
export function untranslatedFindings({ document, course }: FeatureContext): Finding[] {
  const glossary = glossaryOf(course);
  const original = glossary.languages.originalOf(document.uri);
  const theirs = original === undefined ? [] : announcedIn(glossary, original);
  const own = announcedIn(glossary, document.uri);
  if (original === undefined || theirs.length === 0 || own.length === 0) return [];
  const path = original.startsWith(`${course.root}/`) ? original.slice(course.root.length + 1) : original;
  const finding = (at: GlossaryEntry, message: string, of?: GlossaryEntry): Finding => ({
    code: 'term.untranslated',
    span: at.nameSpan,
    message,
    fixes: [],
    ...(of
      ? {
          related: [
            {
              uri: original,
              range: glossary.file(original)!.places.rangeOf(of.nameSpan),
              message: say`“${of.term}” is defined here`,
            },
          ],
        }
      : {}),
  });
  return gapsBetween(theirs, own).flatMap(({ missing, more, before }) => {
    if (missing.length === more.length) return [];
    if (more.length === 0) {
      return missing.map((entry) =>
        finding(before ?? own[0]!, say`“${entry.term}” of ${path} is missing in this translation`, entry),
      );
    }
    if (missing.length === 0) return more.map((entry) => finding(entry, say`“${entry.term}” is not in ${path}`));
    const message = say`${path} has ${times(missing.length)} here, this translation ${times(more.length)}`;
    return [finding(more[0]!, message, missing[0])];
  });
}

const times = (count: number): string => (count === 1 ? say`1 term` : say`${count} terms`);

const announcedIn = (glossary: Glossary, uri: string): readonly GlossaryEntry[] =>
  glossary.file(uri)?.entries.filter(({ announced }) => announced) ?? [];

/** What stands on both sides between two pairs, and the translation's entry before it. */
interface Gap {
  readonly missing: readonly GlossaryEntry[];
  readonly more: readonly GlossaryEntry[];
  readonly before: GlossaryEntry | undefined;
}

function gapsBetween(theirs: readonly GlossaryEntry[], own: readonly GlossaryEntry[]): Gap[] {
  const places = new Map<string, number>();
  own.forEach((entry, i) => {
    for (const key of keysOf(entry)) if (!places.has(key)) places.set(key, i);
  });
  const taken = new Set<number>();
  const pairs = theirs.map((entry) => {
    const place = keysOf(entry)
      .map((key) => places.get(key))
      .find((at) => at !== undefined && !taken.has(at));
    if (place !== undefined) taken.add(place);
    return place;
  });
  const found = pairs.filter((place) => place !== undefined);
  const isOrdered = found.every((place, i) => i === 0 || place > found[i - 1]!);
  if (!isOrdered) {
    // The translation sorts its terms anew: only the whole can be compared.
    return [
      {
        missing: theirs.filter((_, i) => pairs[i] === undefined),
        more: own.filter((_, i) => !taken.has(i)),
        before: undefined,
      },
    ];
  }
  const gaps: Gap[] = [];
  let left = 0;
  let right = 0;
  for (let i = 0; i <= pairs.length; i++) {
    const place = i < pairs.length ? pairs[i] : own.length;
    if (place === undefined) continue;
    gaps.push({ missing: theirs.slice(left, i), more: own.slice(right, place), before: own[right - 1] });
    left = i + 1;
    right = place + 1;
  }
  return gaps;
}

/** By what an entry can be known in another language. */
function keysOf({ term, acronym, aliases }: GlossaryEntry): string[] {
  const bracket = /[(（]([^()（）]*)[)）]\s*$/.exec(term);
  const names = [term, term.slice(0, bracket?.index), bracket?.[1] ?? '', acronym ?? '', ...aliases];
  return [...new Set(names.map(termKey))].filter((key) => key !== '');
}
