import type { CourseDocument } from '../course/course-document';
import { getOrSet } from '../get-or-set';
import { isFieldBelow, isFieldLabel, labelKey } from './field-label';
import { labelledLines } from './forms/labelled-lines';
import type { GlossarySection } from './glossary-sections';
import { passagesOf } from './passages';

/** Whether a bold label of a place is a field of the entry above it, and no term. */
export type FieldTest = (label: string, section: GlossarySection) => boolean;

/**
 * Definition and Example are fields wherever they stand. Other labels are fields where the sections of one glossary are
 * made of them: where at least half of all labels under its headings return under other headings.
 */
export function fieldsOf(document: CourseDocument): FieldTest {
  const scopes = new Map<number, Map<string, { times: number; readonly sections: Set<number> }>>();
  for (const { inline, item, section } of passagesOf(document)) {
    if (section.announcement !== 'throughout' || !isBelow(section)) continue;
    const labels = getOrSet(scopes, section.scope, () => new Map());
    for (const { name } of labelledLines(inline.source.text, item !== undefined)) {
      const label = getOrSet(labels, labelKey(name.term), () => ({ times: 0, sections: new Set<number>() }));
      label.times++;
      label.sections.add(section.start);
    }
  }
  const returning = new Map<number, ReadonlySet<string>>();
  for (const [scope, labels] of scopes) {
    const shared = [...labels].filter(([, { sections }]) => sections.size > 1);
    const sum = (list: Iterable<readonly [string, { readonly times: number }]>) =>
      [...list].reduce((total, [, { times }]) => total + times, 0);
    if (2 * sum(shared) >= sum(labels)) returning.set(scope, new Set(shared.map(([label]) => label)));
  }
  return (label, section) =>
    isBelow(section)
      ? isFieldBelow(label) || (returning.get(section.scope)?.has(labelKey(label)) ?? false)
      : isFieldLabel(label);
}

/** Whether a section's heading may be an entry's, and its labels that entry's fields. */
const isBelow = ({ opens, heading }: GlossarySection): boolean => !opens && !isLetter(heading?.title ?? '');

/** A title that only sorts: A, A–C, 0-9, #. A formula, code and a sign of Chinese are names. */
export const isLetter = (title: string): boolean =>
  !/[$`\p{Script=Han}]/u.test(title) &&
  /^[^\p{L}\p{N}]*(?:(?:\p{L}|\d)(?:\s*[-–—/,&]\s*(?:\p{L}|\d))*)?[^\p{L}\p{N}]*$/u.test(
    title.replace(/\{#[^{}]*\}|\[\[[^\][]*\]\]/g, ''),
  );
