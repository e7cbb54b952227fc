import assert from 'node:assert/strict';
import { shortened } from '../../../src/core/overview/shortened';
import { endOfPost, mostWeighted, weightedLength } from '../../../src/core/overview/weighted-length';

/** Each length as the platform's own published library, twitter-text 3.1.0, gives it (`parseTweet(text).weightedLength`). */
const published: readonly (readonly [text: string, length: number])[] = [
  ['', 0],
  ['A test.', 7],
  ['é', 1],
  ['e\u0301', 1],
  ['“curly” – dashes…', 18],
  ['«x» ‹y› “z” –—', 16],
  ['ℕ ∑ → ≤ α', 13],
  ['注意力', 6],
  ['한국어', 6],
  ['🧩', 2],
  ['👩🏽‍🔬', 2],
  ['🇩🇪', 2],
  ['1️⃣', 2],
  ['🧩🧠👩🏽‍🔬 1️⃣ 🇩🇪', 12],
  ['☺ ☺️ ❤ ❤️ ✅ © ® ™', 21],
  ['see https://example.org/a/very/long/path/that/goes/on', 27],
  ['example.com', 23],
  ['see example.com/a_(b), ok', 31],
  ['https://example.org.', 24],
  ['(https://example.org/a)', 25],
  ['https://example.org/a?b=c&d=e.', 24],
  ['[a](https://a.com/x](https://b.com/y)', 53],
  ['https://youtu.be/abc…', 25],
  ['Fast.ai is good', 31],
  ['README.md', 23],
  ['gpt_train.py', 12],
  ['node.js', 7],
  ['e.g. this', 9],
  ['end.Then', 8],
  ['version 3.11.2', 14],
  ['a/b.com', 7],
  ['mail me@example.com', 19],
  ['#tag.com', 8],
  ['http://localhost:3000', 21],
];

describe('weightedLength', () => {
  for (const [text, length] of published) {
    it(`counts ${JSON.stringify(text)} as ${length}`, () => assert.equal(weightedLength(text), length));
  }

  it('counts an emoji that is younger than the published library as two', () => {
    assert.equal(weightedLength('🧑‍🔬'), 2);
  });
});

describe('endOfPost', () => {
  for (const [what, text, end] of [
    ['the end of what fits', 'a'.repeat(280), 280],
    ['behind the last sign that fits', 'a'.repeat(300), 280],
    ['before an emoji that does not fit', `${'a'.repeat(279)}👩🏽‍🔬b`, 279],
  ] as const) {
    it(`is ${what}`, () => assert.equal(endOfPost(text), end));
  }

  it('is found in a text of any length', () => assert.equal(endOfPost('word '.repeat(100_000)), mostWeighted));
});

describe('shortened', () => {
  for (const [text, most, right] of [
    ['one two', 7, 'one two'],
    ['one two three', 9, 'one two…'],
    ['one, two', 6, 'one…'],
    ['onetwothree', 5, 'onet…'],
    ['🧩🧠🧩🧠', 7, '🧩🧠🧩…'],
    ['👩🏽‍🔬 looks', 3, '…'],
  ] as const) {
    it(`makes “${right}” of “${text}”`, () => assert.equal(shortened(text, most), right));
  }
});
