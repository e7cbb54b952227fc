import type { Course } from '../../course/course';
import type { Glossary } from '../../glossary/glossary';
import type { PlacedEntry } from '../../glossary/term';
import { isInside } from '../../links/link-target';
import { decoded } from '../../text/decoded';

/** Where an entry stands, in words: `glossary.md, line 3`. */
export function placeName({ uri, entry }: PlacedEntry, glossary: Glossary, { root }: Pick<Course, 'root'>): string {
  const line = (glossary.file(uri)?.places.lineOf(entry.nameSpan.start) ?? 0) + 1;
  const path = isInside(uri, root) ? uri.slice(root.length + 1) : uri.slice(uri.lastIndexOf('/') + 1);
  return `${decoded(path)}, line ${line}`;
}
