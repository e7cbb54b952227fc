import type { Course } from '../course/course';
import { type Anchor, fileLinks } from './file-links';

/** A label and the file that gives it. */
export interface PlacedLabel {
  readonly uri: string;
  readonly anchor: Anchor;
}

const known = new WeakMap<Course, { readonly revision: number; readonly labels: ReadonlyMap<string, PlacedLabel> }>();

/** Every label of the course by its name; MyST reads them without case. The first of a name stands. */
export function labelsOf(course: Course): ReadonlyMap<string, PlacedLabel> {
  const before = known.get(course);
  if (before?.revision === course.revision) return before.labels;
  const labels = new Map<string, PlacedLabel>();
  for (const [uri, file] of course.all(fileLinks)) {
    for (const anchor of file.labels) {
      const name = anchor.slug.toLowerCase();
      if (!labels.has(name)) labels.set(name, { uri, anchor });
    }
  }
  known.set(course, { revision: course.revision, labels });
  return labels;
}

/** The label that a link's whole destination names, with or without `#`. */
export const labelMeant = (course: Course, target: string): PlacedLabel | undefined =>
  /^#?[^\s/#?]+$/.test(target) ? labelsOf(course).get(target.replace(/^#/, '').toLowerCase()) : undefined;

export const isLabelled = (course: Course, target: string): boolean => labelMeant(course, target) !== undefined;
