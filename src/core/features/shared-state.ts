import type { Course } from '../course/course';
import { fileNumbers } from '../demos/bindings/file-numbers';
import { glossaryOf } from '../glossary/glossary';
import { fileLinks } from '../links/file-links';
import { fileLesson } from '../order/file-lesson';

/**
 * What the diagnostics of a course's other files may depend on in one file: what it defines, which terms it uses, what it
 * is called and needs, where links into it can lead, and the demos and numbers that others may be bound to or compared
 * with. Two equal texts mean that nobody else's diagnostics changed with the file.
 */
export function sharedState(course: Course, uri: string): string {
  const glossary = glossaryOf(course);
  const entries = glossary.file(uri)?.entries ?? [];
  const defined = entries.map(({ term, acronym, aliases, definition }) => [term, acronym, aliases, definition]);
  const used = new Set<string>();
  for (const { terms } of glossary.usesInFile(uri)) for (const { name } of terms) used.add(name);
  const anchors = course.fact(fileLinks, uri)?.anchors.map(({ slug }) => slug) ?? [];
  const labels = course.fact(fileLinks, uri)?.labels.map(({ slug }) => slug) ?? [];
  const { demos = [], bound = [] } = course.fact(fileNumbers, uri) ?? {};
  const named = demos.map(({ id, kind, text }) => [id, kind, text]);
  const numbers = bound.map(({ address, bound }) => [address, bound]);
  const { title = null, needs = [] } = course.fact(fileLesson, uri) ?? {};
  const lesson = [title, needs.map(({ name }) => name)];
  return JSON.stringify([defined, [...used].sort(), anchors, labels, named, numbers, lesson]);
}
