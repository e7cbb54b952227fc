import assert from 'node:assert/strict';
import { headingSlugs, slugOf } from '../../../src/core/course/slug';
import { readMarkdown } from './read-course';

describe('slugOf', () => {
  const cases: Record<string, string> = {
    'Scaling Laws in AI': 'scaling-laws-in-ai',
    '🔍 Attention Mechanism': '-attention-mechanism',
    '**1. Irreducible Error (`E`)**': '1-irreducible-error-e',
    'A & B -- c_d': 'a--b----c_d',
    'Ünïcode 注意力 Ⅷ': 'ünïcode-注意力-ⅷ',
    '[text](./a.md "t") and ![alt](b.png)': 'text-and-',
    'a <b>bold</b> &amp; \\*plain\\*': 'a-bold--plain',
    '1️⃣ First': '1️⃣-first',
    'two\nlines': 'two-lines',
    '!?': '',
  };
  for (const [title, slug] of Object.entries(cases)) {
    it(`of ${JSON.stringify(title)} is ${JSON.stringify(slug)}`, () => assert.equal(slugOf(title), slug));
  }

  it('knows links by reference', () => {
    assert.deepEqual(headingSlugs(readMarkdown('# See [the paper][P 1]\n\n[p  1]: https://x.org\n')), [
      'see-the-paper',
    ]);
  });

  it('numbers what is repeated, past what is taken', () => {
    const text = '# A\n# A\n# A-1\n# A\n# B\n# A\n# constructor\n# __proto__\n';
    assert.deepEqual(headingSlugs(readMarkdown(text)), [
      'a',
      'a-1',
      'a-1-1',
      'a-2',
      'b',
      'a-3',
      'constructor',
      'proto',
    ]);
  });
});
