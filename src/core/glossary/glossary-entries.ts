import type { CourseDocument } from '../course/course-document';
import { boldEntries } from './forms/bold-entries';
import { paragraphEntries } from './forms/paragraph-entries';
import { tableEntries } from './forms/table-entries';
import { titledEntries } from './forms/titled-entries';
import type { GlossaryEntry } from './glossary-entry';

const forms = [boldEntries, paragraphEntries, tableEntries, titledEntries];

/** Every term that a document defines, in text order. A diagram's labels define none. */
export function glossaryEntries(document: CourseDocument): readonly GlossaryEntry[] {
  const entries = forms.flatMap((form) => [...form(document)]);
  return Object.freeze(entries.sort((a, b) => a.span.start - b.span.start));
}
