import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { escapedMarkdown } from '../../../src/core/text/escaped-markdown';

describe('escapedMarkdown', () => {
  for (const text of [
    'plain words',
    '*stars*, _lines_ and `code`',
    '[a](b) ![c](d)',
    '<b>bold</b> & &amp; &#35;',
    'a | b',
    '~~gone~~ $x_1$ {y}',
    '# no heading',
    'back\\slash',
  ]) {
    it(`shows ${text} as it is`, () => {
      const shown = new MarkdownIt({ html: true }).renderInline(escapedMarkdown(text));
      assert.equal(shown, new MarkdownIt().utils.escapeHtml(text));
    });
  }

  it('makes one line of several', () => assert.equal(escapedMarkdown(' two\n lines '), 'two lines'));
});
