import { getOrSet } from '../get-or-set';
import { stopWords } from './stop-words';

/** A name of the course that counts as one concept, however many words it has. */
export interface KnownName {
  readonly name: string;
  readonly label: string;
}

export interface KeyConcept {
  /** As the glossary says it, else as the text says it most often. */
  readonly label: string;
  /** How often the text has it. */
  readonly count: number;
  /** Log-likelihood against the rest of the course; null where there is no rest. */
  readonly keyness: number | null;
}

/** Two concepts that stand in a sentence together, as indices, and in how many sentences. */
export interface ConceptLink {
  readonly from: number;
  readonly to: number;
  readonly sentences: number;
}

export interface KeyConcepts {
  readonly concepts: readonly KeyConcept[];
  readonly links: readonly ConceptLink[];
}

/** From here on a difference as large comes about by chance once in twenty times (chi-squared, one degree of freedom). */
const significant = 3.84;

/** So many concepts are told, and twice as many links. */
const mostConcepts = 12;
const fewConcepts = 4;

/** What the key of a name of the course begins with. */
const namePrefix = 'name ';

/**
 * The words and names that tell a text from the rest of its course: those it has more often than the rest would let
 * expect, by the log-likelihood ratio (Dunning 1993, "Accurate Methods for the Statistics of Surprise and Coincidence";
 * as keyness in Rayson and Garside 2000). Stop words are left out on both sides. Without a rest the most frequent are told.
 * @param text its sentences
 * @param rest the sentences of all else
 */
export function keyConcepts(
  text: readonly string[],
  rest: Iterable<string>,
  names: readonly KnownName[] = [],
): KeyConcepts {
  const reader = new ConceptReader(names);
  const sentences = text.map((sentence) => reader.conceptsIn(sentence));
  const own = counted(sentences.flat());
  let others = 0;
  const other = new Map<string, number>();
  for (const sentence of rest)
    for (const { key } of reader.conceptsIn(sentence)) {
      others++;
      if (own.has(key)) other.set(key, (other.get(key) ?? 0) + 1);
    }
  const total = sentences.reduce((sum, { length }) => sum + length, 0);
  const telling = [...own]
    .map(([key, { count, label }]) => {
      const value = others === 0 ? null : keyness(count, other.get(key) ?? 0, total, others);
      return { key, label, count, keyness: value };
    })
    .filter(({ count, keyness: value }) => (value === null ? count > 1 : value >= significant))
    .sort((a, b) => (b.keyness ?? b.count) - (a.keyness ?? a.count) || b.count - a.count);
  // What stands there once may do so by chance: it is told where little else is.
  const repeated = telling.filter(({ key, count }) => count > 1 || key.startsWith(namePrefix));
  const ranked = (repeated.length < fewConcepts ? telling : repeated).slice(0, mostConcepts);
  const place = new Map(ranked.map(({ key }, i) => [key, i]));
  return {
    concepts: ranked.map(({ label, count, keyness: value }) => ({ label, count, keyness: value })),
    links: linksOf(sentences.map((all) => all.flatMap(({ key }) => place.get(key) ?? []))),
  };
}

/** The log-likelihood of a word found `a` times in `c` words and `b` times in `d`; 0 where it is rarer than expected. */
export function keyness(a: number, b: number, c: number, d: number): number {
  const expected = (c * (a + b)) / (c + d);
  if (a <= expected) return 0;
  const part = (found: number, awaited: number): number => (found === 0 ? 0 : found * Math.log(found / awaited));
  return 2 * (part(a, expected) + part(b, (d * (a + b)) / (c + d)));
}

function linksOf(sentences: readonly (readonly number[])[]): ConceptLink[] {
  const links = new Map<string, { from: number; to: number; sentences: number }>();
  for (const found of sentences) {
    const concepts = [...new Set(found)].sort((a, b) => a - b);
    for (const [i, from] of concepts.entries())
      for (const to of concepts.slice(i + 1))
        getOrSet(links, `${from} ${to}`, () => ({ from, to, sentences: 0 })).sentences++;
  }
  return [...links.values()]
    .sort((a, b) => b.sentences - a.sentences || a.from - b.from || a.to - b.to)
    .slice(0, 2 * mostConcepts);
}

interface Found {
  readonly key: string;
  readonly label: string;
}

function counted(found: readonly Found[]): Map<string, { count: number; label: string }> {
  const all = new Map<string, Map<string, number>>();
  for (const { key, label } of found) {
    const labels = getOrSet(all, key, () => new Map<string, number>());
    labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  return new Map(
    [...all].map(([key, labels]) => {
      const [label] = [...labels].sort((a, b) => b[1] - a[1])[0]!;
      return [key, { label, count: [...labels.values()].reduce((sum, one) => sum + one, 0) }];
    }),
  );
}

/** Finds words and names in sentences: the longest name that begins at a word, else the word, in the singular. */
class ConceptReader {
  /** By the first word of a name: how many others names have, the most first, and their labels by those. */
  readonly #names = new Map<string, { readonly lengths: number[]; readonly labels: Map<string, string> }>();

  constructor(names: readonly KnownName[]) {
    for (const { name, label } of names) {
      const [first, ...rest] = wordsOf(name).map(singular);
      if (first === undefined || (rest.length === 0 && stopWords.has(first))) continue;
      const { lengths, labels } = getOrSet(this.#names, first, () => ({ lengths: [], labels: new Map() }));
      const words = rest.join(' ');
      // Of names that begin with as many words alike, `Gate 1` and `Gate 2`, the first one is meant.
      if (labels.has(words)) continue;
      labels.set(words, label);
      if (!lengths.includes(rest.length)) lengths.push(rest.length);
    }
    for (const { lengths } of this.#names.values()) lengths.sort((a, b) => b - a);
  }

  conceptsIn(sentence: string): Found[] {
    const words = wordsOf(sentence);
    const folded = words.map(singular);
    const found: Found[] = [];
    for (let i = 0; i < words.length; i++) {
      const { lengths, labels } = this.#names.get(folded[i]!) ?? none;
      const length = lengths.find((count) => labels.has(folded.slice(i + 1, i + 1 + count).join(' ')));
      if (length !== undefined) {
        const label = labels.get(folded.slice(i + 1, i + 1 + length).join(' '))!;
        found.push({ key: namePrefix + label, label });
        i += length;
      } else if (!stopWords.has(words[i]!) && words[i]!.length > 1) found.push({ key: folded[i]!, label: words[i]! });
    }
    return found;
  }
}

const none = { lengths: [], labels: new Map<string, string>() } as const;

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/\p{L}(?:[\p{L}\p{M}\p{N}]|['.-](?=\p{L}))*/gu) ?? [];

/** Enough to count `experts` and `expert` as one. */
const singular = (word: string): string => (/[^su']s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word);
