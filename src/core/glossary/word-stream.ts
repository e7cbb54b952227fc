import { wordTable } from './word-table';

const longestWord = 127;
const joinedBit = 128;
const indexRoom = 2 ** 21;

/**
 * The words of one file in order, as numbers: what is left of its text when the text is let go. About 11 bytes a word.
 * `order` lists the words by their folded id, so that all places of one word are found without reading the others.
 */
export class WordStream {
  readonly ids: Uint32Array;
  readonly starts: Uint32Array;
  readonly #lengths: Uint8Array;
  readonly #order: Uint16Array | Uint32Array;

  constructor(
    ids: readonly number[],
    starts: readonly number[],
    lengths: readonly number[],
    joined: readonly boolean[],
  ) {
    this.ids = Uint32Array.from(ids);
    this.starts = Uint32Array.from(starts);
    this.#lengths = Uint8Array.from(lengths, (length, i) =>
      length > longestWord ? 0 : length + (joined[i] ? joinedBit : 0),
    );
    this.#order = orderOf(this.ids);
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
  *placesOf(folded: number): Iterable<number> {
    for (let at = this.#firstInOrder(folded); at < this.#order.length; at++) {
      const index = this.#order[at]!;
      if (this.folded(index) !== folded) return;
      yield index;
    }
  }

  /** The word that ends at or after an offset, or the length when there is none. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.end(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #firstInOrder(folded: number): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.folded(this.#order[middle]!) < folded) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function orderOf(ids: Uint32Array): Uint16Array | Uint32Array {
  const length = Math.min(ids.length, indexRoom);
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = wordTable.folded(ids[i]!) * indexRoom + i;
  keys.sort();
  const order = length > 65536 ? new Uint32Array(length) : new Uint16Array(length);
  for (let i = 0; i < length; i++) order[i] = keys[i]! % indexRoom;
  return order;
}
