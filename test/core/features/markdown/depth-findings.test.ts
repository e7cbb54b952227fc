import assert from 'node:assert/strict';
import { depthFindings } from '../../../../src/core/features/markdown/depth-findings';
import { memoryCourse } from '../../../support/memory-course';

const list = (depth: number): string => Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}- a${i}\n`).join('');

/** Texts, and the line that is marked in each. */
const texts: Record<string, { text: string; marked?: string }> = {
  'a hundred quotes': { text: `# T\n\n${'> '.repeat(100)}deep\n${'> '.repeat(100)}more\n`, marked: 'deep' },
  'more quotes than that': { text: `${'>'.repeat(300)} deep\n`, marked: `${'>'.repeat(200)} deep` },
  'quotes twice': { text: `${'> '.repeat(100)}one\n\ntext\n\n${'> '.repeat(100)}two\n`, marked: 'one' },
  'ninety-nine quotes': { text: `${'> '.repeat(99)}deep\n` },
  'a hundred quotes with nothing in them': { text: `${'> '.repeat(100)}\n\nText\n` },
  'fifty lists': { text: list(50), marked: 'a49' },
  'forty-nine lists': { text: list(49) },
  'a hundred quotes in code': { text: `~~~\n${'> '.repeat(100)}deep\n~~~\n` },
};

describe('markdown.too-deep', () => {
  for (const [name, { text, marked }] of Object.entries(texts)) {
    it(`${marked === undefined ? 'is not said of' : 'is said of'} ${name}`, async () => {
      const course = await memoryCourse({ 'a.md': text });
      const found = depthFindings(await course.context('a.md'));
      assert.deepEqual(
        found.map(({ span }) => text.slice(span.start, span.end)),
        marked === undefined ? [] : [marked],
      );
    });
  }
});
