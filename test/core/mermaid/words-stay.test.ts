import assert from 'node:assert/strict';
import { wordsStay } from '../../../src/core/mermaid/words-stay';
import type { TextChange } from '../../../src/core/text/span';

/** A text, what is rewritten in it wherever it stands, and how. */
const rows: readonly [name: string, text: string, rewrites: Readonly<Record<string, string>>, stay: boolean][] = [
  ['quotes around a label', 'flowchart TD\nA[x (y)]', { 'x (y)': '"x (y)"' }, true],
  ['a word taken out', 'mindmap\n a(b) step', { ' step': '' }, false],
  ['quotes whose going joins two words', "enum('a'b') kind", { "'": '' }, false],
  ['quotes whose going leaves the words apart', "enum('a','b') kind", { "'": '' }, true],
  ['a word that stands elsewhere too', 'note right of A  note right of A', { 'right of A ': 'for A ' }, false],
  ['two texts that are turned round', 'state A as "L x', { 'A as "L x': '"L x" as A' }, true],
  ['two texts that are joined', 'state A as "L', { 'A as "L': '"x" as AL' }, false],
  ['a word in another case', 'Pie\n "a": 1', { Pie: 'pie' }, true],
  ['a number without its commas', 'A,B,1,234,567', { '1,234,567': '1234567' }, true],
  ['a code for a sign within a word', 'A->>B: no;w', { 'no;w': 'no#59;w' }, true],
  ['entities in another way', 'A->>B: &lt;ok&gt;', { '&lt;ok&gt;': '#lt;ok#gt;' }, true],
  ['a code for a letter that was no code', 'title: \0At: x', { '\0At: x': '"\\u0000At: x"' }, false],
  ['a sign that nobody sees', 'A --> \u200bB', { '\u200b': '' }, true],
  ['a name that stands twice and is written once', 'No Go\nNo Go', { 'No Go': 'NoGo' }, false],
  ['that name with its text at one place', 'S\nNo Go\nNo Go', { S: 'state "No Go" as S', 'No Go': 'S' }, true],
];

describe('wordsStay', () => {
  for (const [name, text, rewrites, stay] of rows)
    it(`${stay ? 'is content with' : 'notices'} ${name}`, () => {
      const changes: TextChange[] = Object.entries(rewrites).flatMap(([old, newText]) =>
        [...occurrences(text, old)].map((start) => ({ span: { start, end: start + old.length }, newText })),
      );
      assert.equal(wordsStay(text, changes), stay);
    });
});

function* occurrences(text: string, part: string): Generator<number> {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) yield at;
}
