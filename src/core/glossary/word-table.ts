import { detached } from '../text/detached';
import { singular } from './singular';

/** `LLMs`, `MoEs`, `1990s`, but not `As` or `Is`. */
const acronymPlural = /^(?=.*[\p{Lu}\p{N}].*[\p{Lu}\p{N}]).*[\p{Lu}\p{N}]s$/u;

/**
 * Words as numbers, so that the words of a whole course fit in memory. Ids are given once and kept; a word that no
 * text holds any more costs its letters. Looking up a stretch of a text copies nothing: a course has millions of words
 * and few different ones.
 */
class WordTable {
  readonly #words: string[] = [];
  readonly #folded: number[] = [];
  readonly #bases: number[] = [];
  /** Ids plus one by hash, open addressing; a power of two long. */
  #slots = new Int32Array(1 << 14);

  /** The id of a word in its exact spelling. */
  id(word: string): number {
    return this.idAt(word, 0, word.length);
  }

  /** The id of the word that stands in a text. */
  idAt(text: string, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(text, start, end) & mask;
    for (let taken = this.#slots[slot]!; taken !== 0; taken = this.#slots[slot]!) {
      if (isAt(this.#words[taken - 1]!, text, start, end)) return taken - 1;
      slot = (slot + 1) & mask;
    }
    return this.#add(detached(text.slice(start, end)), slot);
  }

  /** The id that all forms of one word share: any case, plural, possessive. */
  folded(id: number): number {
    return this.#folded[id]!;
  }

  /** The id of an acronym whose plural or possessive this is (`LLMs`, `MoE's`), else the id itself. */
  base(id: number): number {
    return this.#bases[id]!;
  }

  #add(word: string, slot: number): number {
    const id = this.#words.length;
    this.#words.push(word);
    this.#folded.push(id);
    this.#bases.push(id);
    this.#slots[slot] = id + 1;
    if (2 * this.#words.length > this.#slots.length) this.#grow();
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

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    this.#words.forEach((word, id) => {
      let slot = hashOf(word, 0, word.length) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id + 1;
    });
  }
}

export const wordTable = new WordTable();

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
