import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { pathIn } from '../../course/path-in';
import { type FileTerms, fileTerms } from '../../glossary/file-terms';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import { symbolsIn } from '../../mermaid/symbols-in';
import { detached } from '../../text/detached';
import { labelWords } from '../../text/label-words';
import { findEntries } from './find-entries';
import { type SearchAnswer, type Searchable, type SearchEntry, searchable } from './search-entry';

const most = 50;

/**
 * What a course names alike: its terms, its headings and the labels of its diagrams. Closed files are read when this is
 * first asked, and again only when they have changed, as the skills are.
 */
export async function searchCourse(course: Course, query: string): Promise<SearchAnswer> {
  const glossary = glossaryOf(course);
  const all = [...termsOf(course, glossary)];
  for (const uri of [...course.uris]) all.push(...(await namesIn(course, uri)));
  return findEntries(all, query, most);
}

const knownTerms = new WeakMap<Glossary, readonly Searchable[]>();

function termsOf(course: Course, glossary: Glossary): readonly Searchable[] {
  const known = knownTerms.get(glossary);
  if (known) return known;
  const terms = glossary.terms.flatMap(({ name, acronym, entries }) =>
    entries.map(({ uri, entry }) => {
      const text = acronym && acronym !== name ? `${name} (${acronym})` : name;
      const range = glossary.file(uri)!.places.rangeOf(entry.nameSpan);
      return searchable({ kind: 'term', text, uri, path: pathIn(uri, course.root), range }, [
        ...(acronym ? [acronym] : []),
        ...entry.aliases,
      ]);
    }),
  );
  knownTerms.set(glossary, terms);
  return terms;
}

/** By what else is known of a file, which is another object as soon as the file is another. */
const knownNames = new WeakMap<FileTerms, readonly Searchable[]>();

async function namesIn(course: Course, uri: string): Promise<readonly Searchable[]> {
  const state = course.fact(fileTerms, uri);
  const known = state && knownNames.get(state);
  if (known) return known;
  const document = await course.document(uri);
  const names = document ? [...entriesOf(document, pathIn(uri, course.root))] : [];
  if (state) knownNames.set(state, names);
  return names;
}

function* entriesOf(document: CourseDocument, path: string): Generator<Searchable> {
  const { uri, lines } = document;
  const named = (kind: SearchEntry['kind'], text: string, range: SearchEntry['range'], id?: string) =>
    searchable({ kind, text: detached(text), uri, path, range }, id === undefined ? [] : [id]);
  for (const { title, span } of document.headings) {
    if (title.trim() !== '') yield named('heading', title.trim(), lines.rangeOf(span));
  }
  for (const diagram of document.diagrams) {
    for (const { id, label, declaration } of symbolsIn(diagram).nodes) {
      const text = labelWords(label?.text ?? id) || id;
      yield named('label', text, lines.rangeOf(diagram.content.spanToOuter(declaration)), id);
    }
  }
}
