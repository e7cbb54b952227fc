import { charCodes, textOf } from '../text/char-codes';
import { enlarged } from './enlarged';
import { singular } from './singular';

/** `LLMs`, `MoEs`, `1990s`, but not `As` or `Is`. */
const acronymPlural = /^(?=.*[\p{Lu}\p{N}].*[\p{Lu}\p{N}]).*[\p{Lu}\p{N}]s$/u;

/** Letters of a word that has forms; what is longer is no word that anybody declines, and each of its ends would be one. */
const longestWord = 200;

/** Words one after the other, as character codes, and where each ends. */
export interface SpeltWords {
  readonly letters: Uint16Array;
  readonly ends: Uint32Array;
}

/**
 * Words as numbers, so that the words of a whole course fit in memory. Ids are given once and kept; a word that no
 * text holds any more costs its letters. Looking up a stretch of a text copies nothing, and all that it reads lies in
 * a few arrays: a course has millions of words and few different ones.
 */
class WordTable {
  /** How many words there are. */
  #size = 0;
  /** The letters of all words, one after the other. */
  #letters = new Uint16Array(1 << 16);
  /** Where the letters of each word begin, and after the last those of the next one will. */
  #starts = new Uint32Array(1 << 13);
  #folded = new Uint32Array(1 << 13);
  #bases = new Uint32Array(1 << 13);
  /**
   * Open addressing by hash, a power of two places of four numbers each, side by side because a look-up costs what it
   * fetches from memory: the id plus one, the hash, where the letters begin, how many they are.
   */
  #slots = new Int32Array(4 << 14);

  /** The id of a word in its exact spelling. */
  id(word: string): number {
    return this.idAt(charCodes(word), 0, word.length);
  }

  /** The id of the word that stands in a text of these character codes. */
  idAt(codes: Uint16Array, start: number, end: number): number {
    const hash = hashOf(codes, start, end);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 2) & mask;
    for (; slots[slot] !== 0; slot = (slot + 4) & mask) {
      if (
        slots[slot + 1] === hash &&
        slots[slot + 3] === end - start &&
        this.#holds(slots[slot + 2]!, codes, start, end)
      )
        return slots[slot]! - 1;
    }
    return this.#add(textOf(codes, start, end), hash, slot);
  }

  /** The letters of some words. */
  spelt(ids: Uint32Array): SpeltWords {
    const ends = new Uint32Array(ids.length);
    let length = 0;
    for (let i = 0; i < ids.length; i++) {
      length += this.#starts[ids[i]! + 1]! - this.#starts[ids[i]!]!;
      ends[i] = length;
    }
    const letters = new Uint16Array(length);
    for (let i = 0, at = 0; i < ids.length; i++) {
      for (let from = this.#starts[ids[i]!]!; at < ends[i]!; from++) letters[at++] = this.#letters[from]!;
    }
    return { letters, ends };
  }

  /** The id that all forms of one word share: any case, plural, possessive. */
  folded(id: number): number {
    return this.#folded[id]!;
  }

  /** The id of an acronym whose plural or possessive this is (`LLMs`, `MoE's`), else the id itself. */
  base(id: number): number {
    return this.#bases[id]!;
  }

  #holds(first: number, codes: Uint16Array, start: number, end: number): boolean {
    const letters = this.#letters;
    for (let i = start; i < end; i++) if (letters[first + i - start] !== codes[i]) return false;
    return true;
  }

  #add(word: string, hash: number, slot: number): number {
    const id = this.#store(word, hash, slot);
    if (word.length > longestWord) return id;
    const owned = word
      .normalize('NFC')
      .replaceAll('’', "'")
      .replace(/'s$|'$/, '');
    const base = acronymPlural.test(owned) ? owned.slice(0, -1) : owned;
    if (base !== word) {
      const known = this.id(base);
      this.#bases[id] = known;
      this.#folded[id] = this.folded(known);
      return id;
    }
    const folded = singular(word.toLowerCase());
    if (folded !== word) this.#folded[id] = this.id(folded);
    return id;
  }

  #store(word: string, hash: number, slot: number): number {
    const id = this.#size++;
    const start = this.#starts[id]!;
    const end = start + word.length;
    if (end > this.#letters.length) this.#letters = enlarged(this.#letters, 2 * end);
    for (let i = 0; i < word.length; i++) this.#letters[start + i] = word.charCodeAt(i);
    this.#slots.set([id + 1, hash, start, word.length], slot);
    if (id + 1 === this.#starts.length) {
      this.#starts = enlarged(this.#starts, 2 * (id + 1));
      this.#folded = enlarged(this.#folded, 2 * (id + 1));
      this.#bases = enlarged(this.#bases, 2 * (id + 1));
    }
    this.#starts[id + 1] = end;
    this.#folded[id] = id;
    this.#bases[id] = id;
    if (8 * this.#size > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    const mask = this.#slots.length - 1;
    for (let from = 0; from < old.length; from += 4) {
      if (old[from] === 0) continue;
      let slot = (old[from + 1]! << 2) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 4) & mask;
      this.#slots.set(old.subarray(from, from + 4), slot);
    }
  }
}

export const wordTable = new WordTable();

function hashOf(codes: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ codes[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
