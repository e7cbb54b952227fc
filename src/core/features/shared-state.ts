import type { Course } from '../course/course';
import { glossaryOf } from '../glossary/glossary';
import { fileLinks } from '../links/file-links';

/**
 * What the diagnostics of a course's other files may depend on in one file: what it defines, which terms it uses, and
 * where links into it can lead. Two equal texts mean that nobody else's diagnostics changed with the file.
 */
export function sharedState(course: Course, uri: string): string {
  const glossary = glossaryOf(course);
  const entries = glossary.file(uri)?.entries ?? [];
  const defined = entries.map(({ term, acronym, aliases, definition }) => [term, acronym, aliases, definition]);
  const used = new Set<string>();
  for (const { terms } of glossary.usesInFile(uri)) for (const { name } of terms) used.add(name);
  const anchors = course.fact(fileLinks, uri)?.anchors.map(({ slug }) => slug) ?? [];
  const labels = course.fact(fileLinks, uri)?.labels.map(({ slug }) => slug) ?? [];
  return JSON.stringify([defined, [...used].sort(), anchors, labels]);
}
