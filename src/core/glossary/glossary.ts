import type { Course } from '../course/course';
import { getOrSet } from '../get-or-set';
import type { Span } from '../text/span';
import { isInDefinition } from './definition-places';
import { type FileTerms, fileTerms } from './file-terms';
import type { Term } from './term';
import { type Definer, TermBook } from './term-book';
import { spanOf } from './term-matcher';
import type { TermUse } from './term-use';
import type { WordStream } from './word-stream';

/** What stands at a place: the terms that are meant by it, the likeliest first, and the words that mean them. */
export interface TermAt {
  readonly terms: readonly Term[];
  readonly span: Span;
  readonly kind: TermUse['kind'];
}

/** The terms of a course: where each is defined and used. Uses are found when asked for, from the files' word lists. */
export class Glossary {
  readonly #book: TermBook;
  readonly #files: ReadonlyMap<string, FileTerms>;

  /** A new state of a course may take over from an earlier one what no definition changed. */
  constructor(files: Iterable<readonly [uri: string, terms: FileTerms]>, earlier?: Glossary) {
    this.#files = new Map(files);
    const definers = definersIn(this.#files);
    this.#book = earlier && sameDefiners(definers, earlier.#book.definers) ? earlier.#book : new TermBook(definers);
  }

  /** In file order, then in text order of their first definitions. */
  get terms(): readonly Term[] {
    return this.#book.terms;
  }

  /** Files in the order of their names. */
  get uris(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  /** The term of a name, in any form of its words. */
  named(name: string): Term | undefined {
    return this.#book.named(name);
  }

  /** The terms with an acronym, in the order of their definitions. */
  withAcronym(acronym: string): readonly Term[] {
    return this.#book.withAcronym(acronym);
  }

  file(uri: string): FileTerms | undefined {
    return this.#files.get(uri);
  }

  readonly #used = new Map<Term, boolean>();

  /** The longest term at an offset, wherever it stands: prose, diagram or definition. */
  at(uri: string, offset: number): TermAt | undefined {
    const file = this.#files.get(uri);
    if (!file) return undefined;
    return (
      this.#inStream(file.nodes, offset, 'node') ??
      this.#inStream(file.prose, offset, 'prose') ??
      this.#definedAt(file, offset)
    );
  }

  /** Every place of a term but its own definitions, file after file, each in text order. */
  *usesOf(term: Term): Iterable<TermUse> {
    for (const place of this.placesOf(term)) if (!isInDefinition(term, place.uri, place.span)) yield place;
  }

  /** Every place of a term, in its own definitions too. */
  *placesOf(term: Term): Iterable<TermUse> {
    for (const uri of this.#files.keys()) yield* this.placesIn(uri, term);
  }

  /** Every place of a term in one file: in prose, then in diagrams, each in text order. */
  placesIn(uri: string, term: Term): readonly TermUse[] {
    const file = this.#files.get(uri);
    return file ? this.#book.placesIn(uri, file, term) : [];
  }

  isUsed(term: Term): boolean {
    return getOrSet(this.#used, term, () => {
      for (const _ of this.usesOf(term)) return true;
      return false;
    });
  }

  /** All terms used in a file, with their places, in text order within prose and within diagrams. */
  *usesInFile(uri: string): Iterable<TermUse & { readonly terms: readonly Term[] }> {
    const file = this.#files.get(uri);
    if (!file) return;
    for (const kind of ['prose', 'node'] as const) {
      const words = kind === 'prose' ? file.prose : file.nodes;
      for (const match of this.#book.matcher.all(words)) {
        const span = spanOf(words, match);
        const terms = [...match.owners].filter((term) => !isInDefinition(term, uri, span));
        if (terms.length > 0) yield { uri, span, kind, terms };
      }
    }
  }

  #inStream(words: WordStream, offset: number, kind: TermUse['kind']): TermAt | undefined {
    const index = words.indexAt(offset);
    for (const near of [index, index + 1]) {
      if (near >= words.length) break;
      for (const match of this.#book.matcher.around(words, near)) {
        const span = spanOf(words, match);
        if (span.start <= offset && offset <= span.end) return { terms: [...match.owners], span, kind };
      }
    }
    return undefined;
  }

  /** Emoji and marks of a definition belong to the name. */
  #definedAt(file: FileTerms, offset: number): TermAt | undefined {
    const entry = file.entries.find(({ span, nameSpan }) => span.start <= offset && offset <= nameSpan.end);
    const term = entry && this.named(entry.term);
    return term && { terms: [term], span: entry.nameSpan, kind: 'prose' };
  }
}

/** The files that define terms, in the order of their names. */
const definersIn = (files: ReadonlyMap<string, FileTerms>): Definer[] =>
  [...files]
    .filter(([, { entries }]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([uri, { entries }]) => ({ uri, entries }));

const sameDefiners = (a: readonly Definer[], b: readonly Definer[]): boolean =>
  a.length === b.length && a.every(({ uri, entries }, i) => uri === b[i]!.uri && entries === b[i]!.entries);

const glossaries = new WeakMap<Course, { readonly revision: number; readonly glossary: Glossary }>();

/** The glossary of a course as its files stand now. */
export function glossaryOf(course: Course): Glossary {
  const known = glossaries.get(course);
  if (known?.revision === course.revision) return known.glossary;
  const glossary = new Glossary(course.all(fileTerms), known?.glossary);
  glossaries.set(course, { revision: course.revision, glossary });
  return glossary;
}
