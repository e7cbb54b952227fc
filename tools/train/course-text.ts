import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../src/core/reference/random';
import type { Batch } from './decoder';

/** What the model reads and writes; all else is left out of its text. */
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

/** The text as token ids, its last tenth held out. */
export function splitText(text: string): { readonly training: Int32Array; readonly heldOut: Int32Array } {
  const ids = Int32Array.from(text, (character) => alphabet.indexOf(character));
  const kept = Math.floor(ids.length * 0.9);
  return { training: ids.subarray(0, kept), heldOut: ids.subarray(kept) };
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

/** Places side by side that cover a text. */
export const allPlaces = (ids: Int32Array, tokens: number): number[] =>
  Array.from({ length: Math.floor((ids.length - 1) / tokens) }, (_, i) => i * tokens);
