import { firstIndex } from '../text/first-index';
import { enlarged } from './enlarged';
import { type SpeltWords, wordTable } from './word-table';

const longestWord = 127;
const joinedBit = 128;

/** Words in order, and the different ones among them. */
export interface PackedWords extends SpeltWords {
  /** Each word by its number among the different ones. */
  readonly ids: Uint32Array;
  readonly starts: Uint32Array;
  readonly lengths: Uint8Array;
}

/**
 * The words of one file in order, as numbers: what is left of its text when the text is let go. About 12 bytes a word.
 */
export class WordStream {
  /** Words in their exact spelling, in the table of all words. */
  readonly ids: Uint32Array;
  /** Document offsets of the words' starts. */
  readonly starts: Uint32Array;
  readonly #lengths: Uint8Array;
  /** Made when somebody looks for a word: in a course that has no terms nobody does. */
  #index: WordIndex | undefined;

  /** `lengths` as `packLength` makes them. */
  constructor(ids: Uint32Array, starts: Uint32Array, lengths: Uint8Array) {
    this.ids = ids;
    this.starts = starts;
    this.#lengths = lengths;
  }

  /** As plain data, for a thread whose word table gave its own ids. */
  pack(): PackedWords {
    const { length } = this.ids;
    const numbers = new Map<number, number>();
    const ids = new Uint32Array(length);
    for (let i = 0; i < length; i++) {
      const id = this.ids[i]!;
      let number = numbers.get(id);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(id, number);
      }
      ids[i] = number;
    }
    return { ...wordTable.spelt(Uint32Array.from(numbers.keys())), ids, starts: this.starts, lengths: this.#lengths };
  }

  static unpack({ letters, ends, ids, starts, lengths }: PackedWords): WordStream {
    if (ids.length === 0) return noWords;
    const words = new Uint32Array(ends.length);
    for (let i = 0; i < ends.length; i++) words[i] = wordTable.idAt(letters, ends[i - 1] ?? 0, ends[i]!);
    const own = new Uint32Array(ids.length);
    for (let i = 0; i < ids.length; i++) own[i] = words[ids[i]!]!;
    return new WordStream(own, starts, lengths);
  }

  get length(): number {
    return this.ids.length;
  }

  /** Document offset of the word's end. */
  end(index: number): number {
    return this.starts[index]! + (this.#lengths[index]! & longestWord);
  }

  /** Whether the word continues the one before it as words of one name do. */
  joined(index: number): boolean {
    return (this.#lengths[index]! & joinedBit) !== 0;
  }

  folded(index: number): number {
    return wordTable.folded(this.ids[index]!);
  }

  /** All places of a word, by its folded id, in text order. */
  placesOf(folded: number): Uint16Array | Uint32Array {
    if (this.length === 0) return nowhere;
    this.#index ??= indexOf(this.ids);
    const { order, keys, firsts } = this.#index;
    const at = firstIndex(keys.length, (i) => keys[i]! >= folded);
    return keys[at] === folded ? order.subarray(firsts[at], firsts[at + 1]) : nowhere;
  }

  /** The first word that ends at or after an offset, or the length when there is none. */
  indexAt(offset: number): number {
    return firstIndex(this.length, (i) => this.end(i) >= offset);
  }
}

const nowhere = new Uint16Array(0);

/** The words sorted by folded id: those of `keys[k]` are `order` from `firsts[k]` on. */
interface WordIndex {
  readonly order: Uint16Array | Uint32Array;
  readonly keys: Uint32Array;
  readonly firsts: Uint32Array;
}

function indexOf(ids: Uint32Array): WordIndex {
  const { length } = ids;
  const folded = new Uint32Array(length);
  for (let i = 0; i < length; i++) folded[i] = wordTable.folded(ids[i]!);
  const order = orderOf(folded);
  const keys = new Uint32Array(length);
  const firsts = new Uint32Array(length + 1);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const key = folded[order[i]!]!;
    if (count > 0 && keys[count - 1] === key) continue;
    keys[count] = key;
    firsts[count++] = i;
  }
  firsts[count] = length;
  return { order, keys: keys.slice(0, count), firsts: firsts.slice(0, count + 1) };
}

const digitBits = 11;
const digits = 1 << digitBits;

/** Indices sorted by their keys, equal keys in order: a radix sort, linear in their number. */
function orderOf(keys: Uint32Array): Uint16Array | Uint32Array {
  const { length } = keys;
  const indices = length > 65536 ? Uint32Array : Uint16Array;
  let order = new indices(length);
  let largest = 0;
  for (let i = 0; i < length; i++) {
    order[i] = i;
    if (keys[i]! > largest) largest = keys[i]!;
  }
  for (let shift = 0; largest >>> shift > 0; shift += digitBits) {
    const starts = new Uint32Array(digits + 1);
    for (let i = 0; i < length; i++) starts[((keys[i]! >>> shift) & (digits - 1)) + 1]!++;
    for (let digit = 1; digit < digits; digit++) starts[digit]! += starts[digit - 1]!;
    const sorted = new indices(length);
    for (let i = 0; i < length; i++) {
      const index = order[i]!;
      sorted[starts[(keys[index]! >>> shift) & (digits - 1)]!++] = index;
    }
    order = sorted;
  }
  return order;
}

const noWords = new WordStream(new Uint32Array(0), new Uint32Array(0), new Uint8Array(0));

/** Gathers words, in document order within each text; the texts may come in any order. */
export class WordCollector {
  // Most files have no word of some kinds, and most of a large course's files are short.
  #ids = new Uint32Array(0);
  #starts = new Uint32Array(0);
  #lengths = new Uint8Array(0);
  #count = 0;
  #inOrder = true;

  /** A word between two places of some character codes, that stands at `start` to `end` in the document. */
  add(codes: Uint16Array, from: number, to: number, start: number, end: number, joined: boolean): void {
    if (this.#count === this.#ids.length) this.#grow();
    const at = this.#count++;
    if (at > 0 && start < this.#starts[at - 1]!) this.#inOrder = false;
    this.#ids[at] = wordTable.idAt(codes, from, to);
    this.#starts[at] = start;
    // A longer word is nobody's name; without a length it matches nothing.
    this.#lengths[at] = end - start > longestWord ? 0 : end - start + (joined ? joinedBit : 0);
  }

  stream(): WordStream {
    if (this.#count === 0) return noWords;
    const ids = this.#ids.slice(0, this.#count);
    const starts = this.#starts.slice(0, this.#count);
    const lengths = this.#lengths.slice(0, this.#count);
    if (this.#inOrder) return new WordStream(ids, starts, lengths);
    const order = Uint32Array.from(starts.keys()).sort((a, b) => starts[a]! - starts[b]!);
    return new WordStream(
      order.map((i) => ids[i]!),
      order.map((i) => starts[i]!),
      Uint8Array.from(order, (i) => lengths[i]!),
    );
  }

  #grow(): void {
    const size = Math.max(256, 2 * this.#ids.length);
    this.#ids = enlarged(this.#ids, size);
    this.#starts = enlarged(this.#starts, size);
    this.#lengths = enlarged(this.#lengths, size);
  }
}
