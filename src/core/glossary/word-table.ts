import { singular } from './singular';

/** `LLMs`, `MoEs`, `1990s`, but not `As` or `Is`. */
const acronymPlural = /^(?=.*[\p{Lu}\p{N}].*[\p{Lu}\p{N}]).*[\p{Lu}\p{N}]s$/u;

/**
 * Words as numbers, so that the words of a whole course fit in memory. Ids are given once and kept; a word that no
 * text holds any more costs its letters.
 */
class WordTable {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #folded: number[] = [];
  readonly #bases: number[] = [];

  /** The id of a word in its exact spelling. */
  id(word: string): number {
    return this.#ids.get(word) ?? this.#add(word);
  }

  /** The id that all forms of one word share: any case, plural, possessive. */
  folded(id: number): number {
    return this.#folded[id]!;
  }

  /** The id of an acronym whose plural or possessive this is (`LLMs`, `MoE's`), else the id itself. */
  base(id: number): number {
    return this.#bases[id]!;
  }

  #add(found: string): number {
    const word = detached(found);
    const id = this.#words.length;
    this.#ids.set(word, id);
    this.#words.push(word);
    this.#folded.push(id);
    this.#bases.push(id);
    const owned = word
      .normalize('NFC')
      .replaceAll('’', "'")
      .replace(/'s$|'$/, '');
    const base = acronymPlural.test(owned) ? owned.slice(0, -1) : owned;
    if (base !== word) {
      this.#bases[id] = this.id(base);
      this.#folded[id] = this.folded(this.#bases[id]);
      return id;
    }
    const folded = singular(word.toLowerCase());
    if (folded !== word) this.#folded[id] = this.id(folded);
    return id;
  }
}

export const wordTable = new WordTable();

/** A copy that does not keep the text alive from which it was cut. */
export function detached(text: string): string {
  return text.length < 13 ? text : JSON.parse(JSON.stringify(text));
}
