import type { Course } from '../course/course';
import { getOrSet } from '../get-or-set';
import type { Span } from '../text/span';
import { isInDefinition } from './definition-places';
import { type FileLanguages, fileLanguages } from './file-languages';
import { type FileTerms, fileTerms } from './file-terms';
import { standsInParts } from './stands-in-parts';
import type { PlacedEntry, Term } from './term';
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

/**
 * The terms of a course: where each is defined and used. Translations have terms of their own; a file in a language that
 * defines none is read with those of the original. Uses are found when asked for, from the files' word lists.
 */
export class Glossary {
  readonly #books: ReadonlyMap<string, TermBook>;
  readonly #files: ReadonlyMap<string, FileTerms>;
  readonly languages: FileLanguages;
  /** In file order, then in text order of their first definitions, language after language. */
  readonly terms: readonly Term[];

  /** A new state of a course may take over from an earlier one what no definition changed. */
  constructor(files: Iterable<readonly [uri: string, terms: FileTerms]>, earlier?: Glossary) {
    this.#files = new Map(files);
    const isSame = earlier ? earlier.#holds(this.#files) : false;
    this.languages = earlier && isSame ? earlier.languages : fileLanguages(this.#files.keys());
    const definers = new Map<string, Definer[]>();
    for (const definer of definersIn(this.#files)) {
      getOrSet(definers, this.languages.of(definer.uri), () => []).push(definer);
    }
    const books = [...definers].map(([language, own]): [string, TermBook] => {
      const before = earlier ? earlier.#books.get(language) : undefined;
      return [language, before && sameDefiners(own, before.definers) ? before : new TermBook(own)];
    });
    this.#books = new Map(books);
    const [first, ...more] = books.map(([, book]) => book);
    this.terms = more.length === 0 ? (first?.terms ?? []) : [first!, ...more].flatMap(({ terms }) => terms);
  }

  /** Whether a state of the course has the same files. */
  #holds(files: ReadonlyMap<string, FileTerms>): boolean {
    if (files.size !== this.#files.size) return false;
    for (const uri of files.keys()) if (!this.#files.has(uri)) return false;
    return true;
  }

  #bookOf(uri: string | undefined): TermBook {
    const own = uri === undefined ? undefined : this.#books.get(this.languages.of(uri));
    return own ?? this.#books.get('') ?? this.#books.get('en') ?? noTerms;
  }

  /** The terms that a file is read with. */
  termsFor(uri: string): readonly Term[] {
    return this.#bookOf(uri).terms;
  }

  /** Files in the order of their names. */
  get uris(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  /** The term of a name, in any form of its words, as it is read in a file; without one, in the original. */
  named(name: string, uri?: string): Term | undefined {
    return this.#bookOf(uri).named(name);
  }

  /** The terms with an acronym, in the order of their definitions, as it is read in a file; without one, in the original. */
  withAcronym(acronym: string, uri?: string): readonly Term[] {
    return this.#bookOf(uri).withAcronym(acronym);
  }

  file(uri: string): FileTerms | undefined {
    return this.#files.get(uri);
  }

  readonly #used = new Map<Term, boolean>();
  readonly #inCode = new Map<Term, boolean>();

  /** The longest term at an offset, wherever it stands: prose, diagram or definition. */
  at(uri: string, offset: number): TermAt | undefined {
    const file = this.#files.get(uri);
    if (!file) return undefined;
    return (
      this.#inStream(uri, file.nodes, offset, 'node') ??
      this.#inStream(uri, file.prose, offset, 'prose') ??
      this.#definedAt(uri, file, offset)
    );
  }

  /** Every place of a term but its own definitions, file after file, each in text order. */
  *usesOf(term: Term): Iterable<TermUse> {
    for (const place of this.placesOf(term)) if (!isInDefinition(term, place.uri, place.span)) yield place;
  }

  /** Every place of a term, in its own definitions too. */
  *placesOf(term: Term): Iterable<TermUse> {
    for (const uri of this.#readersOf(term)) yield* this.placesIn(uri, term);
  }

  /** Every place of a term in one file: in prose, then in diagrams, each in text order. */
  placesIn(uri: string, term: Term): readonly TermUse[] {
    const file = this.#files.get(uri);
    const book = this.#bookOf(uri);
    return file && book.owns(term) ? book.placesIn(uri, file, term) : [];
  }

  #readers: ReadonlyMap<TermBook, readonly string[]> | undefined;

  /** The files that are read with the terms of a term's language. */
  #readersOf(term: Term): readonly string[] {
    if (!this.#readers) {
      const readers = new Map<TermBook, string[]>();
      for (const uri of this.#files.keys()) getOrSet(readers, this.#bookOf(uri), () => []).push(uri);
      this.#readers = readers;
    }
    for (const [book, uris] of this.#readers) if (book.owns(term)) return uris;
    return [];
  }

  readonly #lively = new Map<readonly Term[], boolean>();

  /**
   * Whether the files of a file's language use their glossary at all: half of what it announces. Where lessons have a
   * glossary each, a word may be explained for its lesson's sake alone.
   */
  isInUse(uri: string): boolean {
    const { terms } = this.#bookOf(uri);
    return getOrSet(this.#lively, terms, () => {
      const announced = terms.filter(({ entries }) => entries.some(({ entry }) => entry.announced));
      if (listsOf(announced, ({ uri, entry }) => `${uri} ${entry.scope}`) > mostLists) return false;
      let wanted = announced.length / 2;
      for (const term of announced) {
        if (wanted <= 0) break;
        if (this.isUsed(term)) wanted--;
      }
      return wanted <= 0;
    });
  }

  readonly #manyLists = new Map<readonly Term[], boolean>();

  /** Whether the lessons of a file's language have a glossary each: a word may mean another thing in another lesson. */
  hasManyLists(uri: string): boolean {
    const { terms } = this.#bookOf(uri);
    return getOrSet(this.#manyLists, terms, () => listsOf(terms, (placed) => placed.uri) > mostLists);
  }

  /** Whether a term stands in code of the files that are read with it. */
  isInCode(term: Term): boolean {
    return getOrSet(this.#inCode, term, () =>
      this.#readersOf(term).some((uri) => this.#bookOf(uri).isInCode(uri, this.#files.get(uri)!, term)),
    );
  }

  /** Whether all words of a name stand somewhere outside the term's definitions, together or not. */
  standsInParts(term: Term): boolean {
    const files = this.#readersOf(term).flatMap((uri) => {
      const file = this.#files.get(uri);
      return file ? [{ uri, file }] : [];
    });
    return standsInParts(term, files);
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
      for (const match of this.#bookOf(uri).matcher.all(words)) {
        const span = spanOf(words, match);
        const terms = [...match.owners].filter((term) => !isInDefinition(term, uri, span));
        if (terms.length > 0) yield { uri, span, kind, terms };
      }
    }
  }

  #inStream(uri: string, words: WordStream, offset: number, kind: TermUse['kind']): TermAt | undefined {
    const { matcher } = this.#bookOf(uri);
    const index = words.indexAt(offset);
    for (const near of [index, index + 1]) {
      if (near >= words.length) break;
      for (const match of matcher.around(words, near)) {
        const span = spanOf(words, match);
        if (span.start <= offset && offset <= span.end) return { terms: [...match.owners], span, kind };
      }
    }
    return undefined;
  }

  /** Emoji and marks of a definition belong to the name. */
  #definedAt(uri: string, file: FileTerms, offset: number): TermAt | undefined {
    const entry = file.entries.find(({ span, nameSpan }) => span.start <= offset && offset <= nameSpan.end);
    const term = entry && this.named(entry.term, uri);
    return term && { terms: [term], span: entry.nameSpan, kind: 'prose' };
  }
}

const mostLists = 3;

/** How many lists announce terms, told apart by a name for each; pages that explain a term each are one. */
const listsOf = (terms: readonly Term[], nameOf: (placed: PlacedEntry) => string): number =>
  new Set(
    terms.flatMap(({ entries }) =>
      entries.flatMap((placed) =>
        placed.entry.announced ? (placed.entry.form === 'page' ? 'pages' : nameOf(placed)) : [],
      ),
    ),
  ).size;

const noTerms = new TermBook([]);

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
