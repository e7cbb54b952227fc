import type { Course } from '../../course/course';
import { pathIn } from '../../course/path-in';
import type { Glossary } from '../../glossary/glossary';
import type { PlacedEntry } from '../../glossary/term';
import { say } from '../../l10n/say';

/** Where an entry stands, in words: `glossary.md, line 3`. */
export function placeName({ uri, entry }: PlacedEntry, glossary: Glossary, { root }: Pick<Course, 'root'>): string {
  const line = (glossary.file(uri)?.places.lineOf(entry.nameSpan.start) ?? 0) + 1;
  return say`${pathIn(uri, root)}, line ${line}`;
}
