import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { TermFinder, termsInPreview } from '../../src/extension/preview-terms';

const finder = new TermFinder([
  { names: ['Attention'], acronyms: [], meaning: 'Where a token looks.' },
  { names: ['Multi-Head Attention'], acronyms: ['MHA'], meaning: 'Several "heads" <at> once.' },
  { names: ['C++', 'Expert'], acronyms: ['IT'], meaning: 'One.' },
]);
const shown = (markdown: string): string =>
  termsInPreview(new MarkdownIt(), () => finder)
    .render(markdown)
    .replace(/<dfn class="coursewright-term" title="([^"]*)">(.*?)<\/dfn>/g, '«$2|$1»')
    .trim();

describe('terms in the preview', () => {
  for (const [markdown, html] of [
    ['It is attention.', '<p>It is «attention|Where a token looks.».</p>'],
    ['Multi-Head Attention', '<p>«Multi-Head Attention|Several &quot;heads&quot; &lt;at&gt; once.»</p>'],
    ['an MHA, an mha', '<p>an «MHA|Several &quot;heads&quot; &lt;at&gt; once.», an mha</p>'],
    ['IT and it', '<p>«IT|One.» and it</p>'],
    ['Two experts know C++.', '<p>Two «experts|One.» know «C++|One.».</p>'],
    ['inattention, attention-based', '<p>inattention, attention-based</p>'],
    ['`attention` and [attention](a.md)', '<p><code>attention</code> and <a href="a.md">attention</a></p>'],
    ['# Attention', '<h1>Attention</h1>'],
    ['*attention*', '<p><em>«attention|Where a token looks.»</em></p>'],
  ] as const) {
    it(JSON.stringify(markdown), () => assert.equal(shown(markdown), html));
  }

  it('are none before the course is known', () => {
    assert.equal(termsInPreview(new MarkdownIt(), () => undefined).render('attention'), '<p>attention</p>\n');
    assert.equal(termsInPreview(new MarkdownIt(), () => new TermFinder([])).render('attention'), '<p>attention</p>\n');
  });
});
