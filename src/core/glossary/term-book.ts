import { getOrSet } from '../get-or-set';
import { isInDefinition } from './definition-places';
import type { FileTerms } from './file-terms';
import type { GlossaryEntry } from './glossary-entry';
import { type PlacedEntry, type Term, termForms, termKey } from './term';
import { type Match, spanOf, TermMatcher } from './term-matcher';
import type { TermUse } from './term-use';
import type { WordStream } from './word-stream';

/** A file that defines terms. */
export interface Definer {
  readonly uri: string;
  readonly entries: readonly GlossaryEntry[];
}

const none: readonly TermUse[] = Object.freeze([]);

/** All that follows from the definitions of a course in one language alone: its terms, and the matcher that finds them in texts. */
export class TermBook {
  readonly definers: readonly Definer[];
  readonly terms: readonly Term[];
  readonly matcher = new TermMatcher<Term>();
  readonly #byKey = new Map<string, Term>();
  readonly #byAcronym = new Map<string, Term[]>();
  readonly #places = new WeakMap<FileTerms, Map<Term, readonly TermUse[]>>();

  constructor(definers: readonly Definer[]) {
    this.definers = definers;
    const placed = new Map<string, PlacedEntry[]>();
    for (const { uri, entries } of definers) {
      for (const entry of entries) getOrSet(placed, termKey(entry.term), () => []).push({ uri, entry });
    }
    const shared = sharedByMany(placed.values());
    for (const [key, entries] of placed) this.#byKey.set(key, termOf(key, entries, shared));
    this.terms = [...this.#byKey.values()];
    for (const term of this.terms) {
      for (const form of term.forms) this.matcher.add(form, term);
      const acronyms = new Set(term.entries.flatMap(({ entry }) => entry.acronym ?? []));
      for (const acronym of acronyms) getOrSet(this.#byAcronym, acronym, () => []).push(term);
    }
  }

  /** The term of a name, in any form of its words. */
  named(name: string): Term | undefined {
    return this.#byKey.get(termKey(name));
  }

  /**
   * Every place of a term in one file: in prose, then in diagrams, each in text order. What was found is remembered as
   * long as neither the file nor the definitions change, so that a question about a course costs its one edited file.
   */
  placesIn(uri: string, file: FileTerms, term: Term): readonly TermUse[] {
    const known = this.#places.get(file) ?? new Map<Term, readonly TermUse[]>();
    if (known.size === 0) this.#places.set(file, known);
    let uses = known.get(term);
    if (!uses) {
      const prose = this.#placesIn(uri, file.prose, term, 'prose');
      const nodes = this.#placesIn(uri, file.nodes, term, 'node');
      uses = nodes.length === 0 ? prose : [...prose, ...nodes];
      known.set(term, uses);
    }
    return uses;
  }

  #placesIn(uri: string, words: WordStream, term: Term, kind: TermUse['kind']): readonly TermUse[] {
    const matches = new Map<number, Match<Term>>();
    for (const form of term.forms) {
      for (const match of this.matcher.ofForm(words, form, term)) matches.set(match.first, match);
    }
    if (matches.size === 0) return none;
    return [...matches.values()]
      .sort((a, b) => a.first - b.first)
      .map((match) => ({ uri, span: spanOf(words, match), kind }));
  }

  /** Whether a term stands in a file's code outside its definitions. */
  isInCode(uri: string, { code }: FileTerms, term: Term): boolean {
    return term.forms.some((form) =>
      this.matcher.ofForm(code, form, term).some((match) => !isInDefinition(term, uri, spanOf(code, match))),
    );
  }

  owns(term: Term): boolean {
    return this.#byKey.get(term.key) === term;
  }

  withAcronym(acronym: string): readonly Term[] {
    return this.#byAcronym.get(acronym) ?? [];
  }
}

/** An acronym of more terms than these stands for none of them: each use would be one of every term. */
const mostSharing = 50;

function sharedByMany(terms: Iterable<readonly PlacedEntry[]>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const entries of terms) {
    const acronyms = new Set(
      entries.flatMap(({ entry }) => [...(entry.acronym ? [entry.acronym] : []), ...entry.aliases]),
    );
    for (const acronym of acronyms) counts.set(acronym, (counts.get(acronym) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([acronym, count]) => (count > mostSharing ? acronym : [])));
}

function termOf(key: string, entries: readonly PlacedEntry[], shared: ReadonlySet<string>): Term {
  const written = entries.map(({ entry }) => entry);
  return {
    key,
    name: written[0]!.term,
    acronym: written.find(({ acronym }) => acronym)?.acronym ?? null,
    emoji: written.find(({ emoji }) => emoji)?.emoji ?? null,
    label: (written.find(({ emoji }) => emoji) ?? written[0]!).label,
    entries,
    forms: termForms(written).filter(({ text }) => !shared.has(text)),
  };
}
