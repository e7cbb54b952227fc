import type { Course } from '../course/course';
import { type Anchor, anchorNamed, fileLinks } from './file-links';

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

/**
 * The label that a link's whole destination names, with or without `#`. What stands in the link's own file comes first:
 * behind `#` its headings too, which are no labels.
 */
export function labelMeant(course: Course, target: string, documentUri: string): PlacedLabel | undefined {
  if (!/^#?[^\s/#?]+$/.test(target)) return undefined;
  const name = target.replace(/^#/, '').toLowerCase();
  const own = course.fact(fileLinks, documentUri);
  const anchor = own?.labels.find(({ slug }) => slug.toLowerCase() === name);
  if (anchor) return { uri: documentUri, anchor };
  if (own && target.startsWith('#') && anchorNamed(own.anchors, name)) return undefined;
  return labelsOf(course).get(name);
}

export const isLabelled = (course: Course, target: string, documentUri: string): boolean =>
  labelMeant(course, target, documentUri) !== undefined;
