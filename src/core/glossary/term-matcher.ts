import { getOrSet } from '../get-or-set';
import type { Span } from '../text/span';
import type { WordStream } from './word-stream';
import { wordTable } from './word-table';
import { scanWords } from './words';

/** One way to write a term. A name matches in any case, number and possessive; an acronym in its exact case only. */
export interface TermForm {
  readonly text: string;
  readonly exact: boolean;
}

interface TrieNode<T> {
  readonly next: Map<number, TrieNode<T>>;
  readonly owners: Set<T>;
}

/** A run of words that is a form of its owners. */
export interface Match<T> {
  readonly first: number;
  /** One past the last word. */
  readonly end: number;
  readonly owners: ReadonlySet<T>;
}

/** Where a match stands in the document. */
export const spanOf = (words: WordStream, match: Match<unknown>): Span => ({
  start: words.starts[match.first]!,
  end: words.end(match.end - 1),
});

const none: readonly never[] = Object.freeze([]);

const newNode = <T>(): TrieNode<T> => ({ next: new Map(), owners: new Set() });

/**
 * Finds terms in word streams: a trie of names by folded words, another of acronyms by exact ones. A match inside a
 * longer one is none. Each place costs the length of the longest form at most.
 */
export class TermMatcher<T> {
  readonly #names = newNode<T>();
  readonly #acronyms = newNode<T>();
  #longest = 0;

  add(form: TermForm, owner: T): void {
    const ids = wordIds(form.text);
    let node = form.exact ? this.#acronyms : this.#names;
    for (const id of ids) {
      const key = form.exact ? id : wordTable.folded(id);
      node = getOrSet(node.next, key, newNode<T>);
    }
    if (ids.length > 0) node.owners.add(owner);
    this.#longest = Math.max(this.#longest, ids.length);
  }

  /** The longest match that begins at a word. */
  longestAt(words: WordStream, first: number): Match<T> | undefined {
    const name = this.#walk(this.#names, words, first, (index, node) => node.next.get(words.folded(index)));
    const acronym = this.#walk(this.#acronyms, words, first, (index, node) => {
      const id = words.ids[index]!;
      return node.next.get(id) ?? node.next.get(wordTable.base(id));
    });
    if (!name || !acronym) return name ?? acronym;
    if (name.end === acronym.end) return { ...name, owners: new Set([...acronym.owners, ...name.owners]) };
    return name.end > acronym.end ? name : acronym;
  }

  /** The matches that hold a word, those inside a longer one left out; the longest first. */
  around(words: WordStream, index: number): Match<T>[] {
    const found: Match<T>[] = [];
    let reach = 0;
    for (let first = Math.max(0, index - this.#longest + 1); first <= index; first++) {
      const match = this.longestAt(words, first);
      if (match && match.end > reach) {
        reach = match.end;
        if (match.end > index) found.push(match);
      }
    }
    return found.sort((a, b) => b.end - b.first - (a.end - a.first));
  }

  /** All matches of a stream, in order. */
  *all(words: WordStream): Iterable<Match<T>> {
    let reach = 0;
    for (let first = 0; first < words.length; first++) {
      const match = this.longestAt(words, first);
      if (match && match.end > reach) {
        reach = match.end;
        yield match;
      }
    }
  }

  /** The matches of one form of an owner, found by the places of its rarest word alone. */
  ofForm(words: WordStream, form: TermForm, owner: T): readonly Match<T>[] {
    let anchor = 0;
    let places: Uint16Array | Uint32Array | undefined;
    for (const [index, key] of keysOf(form).entries()) {
      const others = words.placesOf(key);
      // An acronym's ending may part one of its words from its key; the others tell then.
      if (others.length === 0 && form.exact) continue;
      if (!places || others.length < places.length) [anchor, places] = [index, others];
    }
    if (!places || places.length === 0) return none;
    const found: Match<T>[] = [];
    for (const place of places) {
      const first = place - anchor;
      const match = first < 0 ? undefined : this.longestAt(words, first);
      if (!match?.owners.has(owner) || match.end <= place) continue;
      if (!this.#insideLonger(words, match)) found.push(match);
    }
    return found;
  }

  #insideLonger(words: WordStream, match: Match<T>): boolean {
    for (let first = Math.max(0, match.first - this.#longest + 1); first < match.first; first++) {
      const earlier = this.longestAt(words, first);
      if (earlier && earlier.end >= match.end) return true;
    }
    return false;
  }

  #walk(
    root: TrieNode<T>,
    words: WordStream,
    first: number,
    step: (index: number, node: TrieNode<T>) => TrieNode<T> | undefined,
  ): Match<T> | undefined {
    let node: TrieNode<T> | undefined = root;
    let match: Match<T> | undefined;
    for (let index = first; index < words.length && (index === first || words.joined(index)); index++) {
      node = step(index, node);
      if (!node) break;
      if (node.owners.size > 0) match = { first, end: index + 1, owners: node.owners };
    }
    return match;
  }
}

function wordIds(text: string): number[] {
  const ids: number[] = [];
  scanWords(text, [], (start, end, _, codes) => ids.push(wordTable.idAt(codes, start, end)));
  return ids;
}

const keys = new WeakMap<TermForm, readonly number[]>();

/** The folded ids of a form's words, in order. */
function keysOf(form: TermForm): readonly number[] {
  const known = keys.get(form);
  if (known) return known;
  const found: number[] = [];
  scanWords(form.text, [], (start, end, _, codes) => found.push(wordTable.folded(wordTable.idAt(codes, start, end))));
  keys.set(form, found);
  return found;
}
