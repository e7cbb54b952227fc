import { getOrSet } from '../get-or-set';
import type { Glossary } from '../glossary/glossary';
import { hasSureAcronym } from '../glossary/sure-acronym';
import { type Term, termKey } from '../glossary/term';
import { withoutEmoji } from '../text/emoji';

/** What a node stands for in the glossary, and whether its label says something else. */
export interface NamedTerm {
  readonly term: Term;
  readonly conflict: boolean;
}

/** The terms of a file's language by all that they are called. */
export class NamedTerms {
  readonly #glossary: Glossary;
  readonly #uri: string;
  readonly #exact = new Map<string, Set<Term>>();
  readonly #folded = new Map<string, Set<Term>>();

  constructor(glossary: Glossary, uri: string) {
    this.#glossary = glossary;
    this.#uri = uri;
    for (const term of glossary.termsFor(uri)) {
      for (const { text, exact } of term.forms) {
        const [table, key] = exact ? [this.#exact, text] : [this.#folded, termKey(text)];
        if (key !== '') getOrSet(table, key, () => new Set()).add(term);
      }
    }
  }

  /**
   * The term that a node stands for: by an id that is its acronym, or by a text that is wholly its name. An id of one letter
   * is none, for authors call nodes A, B and C in each diagram; nor is an id that its own label is short for.
   */
  of(id: string, label: string | undefined): NamedTerm | undefined {
    const text = label === undefined ? id : label;
    const named = label === undefined && id.length === 1 ? undefined : this.#named(text);
    const terms = id.length > 1 ? this.#glossary.withAcronym(id, this.#uri) : [];
    const agreeing = terms.find((term) => label === undefined || term === named || speaksOf(label, term));
    if (agreeing) return { term: agreeing, conflict: false };
    if (named) return { term: named, conflict: false };
    const sure = terms.find((term) => isNamedBy(id, term) && !isInitials(id, text));
    return sure && { term: sure, conflict: true };
  }

  /** The one term that a text names and says nothing besides; its acronym may follow in brackets. */
  #named(text: string): Term | undefined {
    const words = withoutEmoji(text);
    const whole = this.#only(words);
    if (whole) return whole;
    const [, name, short] = /^([^()（）]+)[(（]([^()（）]+)[)）]$/.exec(words) ?? [];
    const term = name === undefined ? undefined : this.#only(name.trim());
    return term?.forms.some((form) => form.text === short) ? term : undefined;
  }

  #only(words: string): Term | undefined {
    const found = this.#exact.get(words) ?? this.#folded.get(termKey(words));
    return found?.size === 1 ? [...found][0] : undefined;
  }
}

/** Whether a label says more or less than the term's name: `MoE layer`, `Experts` of Mixture of Experts. */
function speaksOf(label: string, term: Term): boolean {
  const says = ` ${termKey(withoutEmoji(label))} `;
  if (says.trim() === '') return true;
  return term.forms.some(({ text }) => {
    const named = ` ${termKey(text)} `;
    return says.includes(named) || named.includes(says);
  });
}

/** Whether the acronym is beyond doubt the term's: a word in brackets behind a name may as well qualify it. */
const isNamedBy = (acronym: string, term: Term): boolean =>
  term.entries.some(({ entry }) => entry.announced && entry.acronym === acronym && hasSureAcronym(entry));

/** Whether an id is short for its own label: `L1["Layer 1"]` is no Level 1. */
function isInitials(id: string, label: string): boolean {
  const words = label.match(/[\p{L}\p{N}]+/gu) ?? [];
  const initials = words.map((word) => (/^\d/.test(word) ? word : word[0]!.toLowerCase())).join('');
  return initials.startsWith(id.toLowerCase());
}
