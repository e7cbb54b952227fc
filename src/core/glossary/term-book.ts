import { getOrSet } from '../get-or-set';
import type { GlossaryEntry } from './glossary-entry';
import { type PlacedEntry, type Term, termForms, termKey } from './term';
import { TermMatcher } from './term-matcher';

/** A file that defines terms. */
export interface Definer {
  readonly uri: string;
  readonly entries: readonly GlossaryEntry[];
}

/** All that follows from the definitions of a course alone: its terms, and the matcher that finds them in texts. */
export class TermBook {
  readonly definers: readonly Definer[];
  readonly terms: readonly Term[];
  readonly matcher = new TermMatcher<Term>();
  readonly #byKey = new Map<string, Term>();
  readonly #byAcronym = new Map<string, Term[]>();

  constructor(definers: readonly Definer[]) {
    this.definers = definers;
    const placed = new Map<string, PlacedEntry[]>();
    for (const { uri, entries } of definers) {
      for (const entry of entries) getOrSet(placed, termKey(entry.term), () => []).push({ uri, entry });
    }
    for (const [key, entries] of placed) this.#byKey.set(key, termOf(key, entries));
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

  withAcronym(acronym: string): readonly Term[] {
    return this.#byAcronym.get(acronym) ?? [];
  }
}

function termOf(key: string, entries: readonly PlacedEntry[]): Term {
  const written = entries.map(({ entry }) => entry);
  return {
    key,
    name: written[0]!.term,
    acronym: written.find(({ acronym }) => acronym)?.acronym ?? null,
    emoji: written.find(({ emoji }) => emoji)?.emoji ?? null,
    label: (written.find(({ emoji }) => emoji) ?? written[0]!).label,
    entries,
    forms: termForms(written),
  };
}
