import { remembering } from '../remembering';
import type { GlossaryEntry } from './glossary-entry';
import type { TermForm } from './term-matcher';
import { isAcronym, isDerived } from './term-name';
import { wordTable } from './word-table';
import { scanWords } from './words';

/** An entry and the file it stands in. */
export interface PlacedEntry {
  readonly uri: string;
  readonly entry: GlossaryEntry;
}

/** What one name means in a course. Entries of the same name, wherever they stand, are one term. */
export interface Term {
  /** The folded words of the name: equal for `Mixture of Experts` and `mixtures of experts`. */
  readonly key: string;
  /** As first defined. */
  readonly name: string;
  readonly acronym: string | null;
  readonly emoji: string | null;
  /** The name with its emoji, as a label says it. */
  readonly label: string;
  readonly entries: readonly PlacedEntry[];
  readonly forms: readonly TermForm[];
}

/** Whether a name is a formula and nothing else, as a letter that a glossary of symbols explains. */
export const isFormula = (name: string): boolean => /^(?:\$[^$]+\$|\\\(.+\\\))$/.test(name);

/** The key of a name; empty for one without words. Formulas are other things in another case: `$w$`, `$W$`. */
export const termKey = remembering(16_384, (name: string): string => {
  if (isFormula(name)) return name;
  const ids: number[] = [];
  scanWords(name, [], (start, end, _, codes) => ids.push(wordTable.folded(wordTable.idAt(codes, start, end))));
  return ids.join(' ');
});

/** How a term of these entries may be written. */
export function termForms(entries: readonly GlossaryEntry[]): TermForm[] {
  const forms = new Map<string, TermForm>();
  const add = (text: string, exact: boolean): void => {
    if (text !== '' && !forms.has(text)) forms.set(text, { text, exact });
  };
  for (const { term, acronym, aliases } of entries) {
    for (const form of nameForms(term)) add(form, isCapitals(form));
    if (acronym) add(acronym, true);
    for (const alias of aliases) add(alias, isAcronym(alias));
  }
  return [...forms.values()];
}

/**
 * How a name is said in running text, as it is written first: without a qualifier in brackets (`Attention (mechanism)`), with
 * either of two words that stand for each other (`JIT (Just-in-Time) compilation`), and each of several (`PTX / SASS`, `arena,
 * arena allocation`). A formula is never said: prose does not mean it by a letter.
 */
function nameForms(term: string): readonly string[] {
  if (isFormula(term)) return [];
  const [, before, within, after] = /^([^()（）]+?)\s*[(（]([^()（）]+)[)）]\s+([^()（）]+)$/.exec(term) ?? [];
  if (before !== undefined && within !== undefined && (isDerived(within, before) || isDerived(before, within))) {
    return [`${before} ${after}`, `${within} ${after}`];
  }
  const whole = term.replace(/\s*[(（][^()（）]*[)）]\s*$/, '') || term;
  const parts = whole.split(/\s+\/\s+|,\s+|\s+(?:a\.k\.a\.|aka|also known as)\s+/i);
  return parts.length > 1 ? [whole, ...parts.filter((part) => isSaidAlone(part))] : [whole];
}

/** Whether a part of a name is one: a short word of small letters is no name, and `and others` none either. */
const isSaidAlone = (part: string): boolean =>
  !/^(?:and|or|&|etc)\b/i.test(part) && (part.length >= 4 || isCapitals(part) || /^\p{Lu}+\d+$/u.test(part));

/** A name that is itself an acronym (`RAG`, `IT`) would match ordinary words in any other case. */
const isCapitals = (term: string): boolean => /^[^\p{Ll}\s]*\p{Lu}[^\p{Ll}\s]*\p{Lu}[^\p{Ll}\s]*$/u.test(term);
