import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenise } from '../../src/core/demos/model/language-model';
import type { Random } from '../../src/core/reference/random';
import type { Batch } from './decoder';

/** The characters that the model reads and writes; all else is left out of its text. */
export const alphabet = [..." abcdefghijklmnopqrstuvwxyz0123456789.,;:'?!()-"];

/** The prose of the sample course in small letters, without fences, formulas and markup. */
export function courseProse(folder = 'samples/course'): string {
  const lessons = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return lessons
    .sort()
    .map((name) => proseOf(readFileSync(join(folder, name), 'utf8')))
    .join(' ');
}

export function proseOf(markdown: string): string {
  const bare = markdown
    .replace(/^ *(```|~~~|:::)[\s\S]*?^ *\1 *$/gm, ' ')
    .replace(/<!--[\s\S]*?-->|\$\$[^$]*\$\$|\$[^$\n]*\$|`[^`\n]*`/g, ' ')
    .replace(/\]\([^)\n]*\)/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/[–—]/g, '-')
    .toLowerCase();
  const known = new Set(alphabet);
  return [...bare]
    .map((character) => (known.has(character) ? character : ' '))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The parts of the project's texts, as `gather-text.ts` wrote them down. */
export const textParts = ['training', 'validation-comments', 'validation-course', 'held-out'] as const;

/** One part, the ends of its texts as blanks. */
export const courseText = (part: (typeof textParts)[number]): string =>
  readFileSync(join('tools/train/text', `${part}.txt`), 'utf8')
    .trim()
    .replaceAll('\n', ' ');

/** A text as the tokens of a vocabulary, at each place the longest. Throws for a character outside it. */
export function encode(text: string, vocabulary: readonly string[]): Int32Array {
  const read = tokenise({ vocabulary, lowerCase: false }, text);
  if ('unknown' in read) throw new Error(`${read.unknown} is not in the vocabulary`);
  return Int32Array.from(read.ids);
}

/** Stretches of a text from the given places, each character to be told from those before it. */
export function textBatch(ids: Int32Array, places: readonly number[], tokens: number): Batch {
  const inputs = new Int32Array(places.length * tokens);
  const targets = new Int32Array(places.length * tokens);
  for (const [i, place] of places.entries()) {
    inputs.set(ids.subarray(place, place + tokens), i * tokens);
    targets.set(ids.subarray(place + 1, place + tokens + 1), i * tokens);
  }
  return { inputs, targets, batch: places.length, tokens };
}

export const randomPlaces = (random: Random, ids: Int32Array, count: number, tokens: number): number[] =>
  Array.from({ length: count }, () => random.below(ids.length - tokens));
