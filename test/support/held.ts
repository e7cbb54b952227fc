import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/**
 * Holds a file to what follows from elsewhere: `rewrite` gives the file as it must be. With `UPDATE=1` it is written so.
 * @param path relative to the project
 */
export function held(path: string, rewrite: (text: string) => string): void {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  const wanted = rewrite(text);
  if (process.env.UPDATE) writeFileSync(file, wanted);
  else assert.equal(text, wanted, `${path} has drifted from the code: run this test with UPDATE=1`);
}

/** Writes other words into a list `(one|two|three)` of an expression, the first one or the one that holds a word. */
export function withWords(expression: string, words: readonly string[], holding = ''): string {
  const list = /\((?:\?:)?[\w-]+(?:\|[\w-]+)+\)/g;
  const found = [...expression.matchAll(list)].find(
    ([one]) => !holding || one.slice(1, -1).split('|').includes(holding),
  );
  assert.ok(found, `no list of words in ${expression}`);
  const open = found[0].startsWith('(?:') ? '(?:' : '(';
  const at = found.index;
  return `${expression.slice(0, at)}${open}${words.join('|')})${expression.slice(at + found[0].length)}`;
}
