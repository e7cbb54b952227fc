import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { TermFinder, termsInPreview } from '../../src/extension/preview-terms';
import { PreviewTexts } from '../../src/extension/preview-texts';

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

  it('take the longest name that fits', () => {
    const names = ['Gate', 'Gate of', 'Gate of gold', 'gateway', 'a/b (c)'].map((name) => ({
      names: [name],
      acronyms: [],
      meaning: name,
    }));
    const pieces = new TermFinder(names).split('Gates of gold, gate of golden, a gateway, a gate off, a/b (c)');
    assert.deepEqual(
      pieces.flatMap(({ text, meaning }) => (meaning ? [[text, meaning]] : [])),
      [
        ['Gates', 'Gate'],
        ['gate of', 'Gate of'],
        ['gateway', 'gateway'],
        ['gate', 'Gate'],
        ['a/b (c)', 'a/b (c)'],
      ],
    );
  });

  it('are found in a page for which thousands of names begin as it does', function () {
    this.timeout(120_000);
    const names = Array.from({ length: 3000 }, (_, i) => ({
      names: [`${'a '.repeat(90)}${i}`],
      acronyms: [],
      meaning: 'x',
    }));
    assert.equal(new TermFinder(names).split('a '.repeat(100_000)).length, 1);
  });

  it('are none before the course is known', () => {
    assert.equal(termsInPreview(new MarkdownIt(), () => undefined).render('attention'), '<p>attention</p>\n');
    assert.equal(termsInPreview(new MarkdownIt(), () => new TermFinder([])).render('attention'), '<p>attention</p>\n');
  });

  it('stand in a page that was read before they were known', () => {
    let terms: TermFinder | undefined;
    const md = termsInPreview(new MarkdownIt(), () => terms);
    const read = md.parse('Attention, `attention`', {});
    terms = finder;
    const page = () => md.renderer.render(read, md.options, {});
    assert.equal((page().match(/coursewright-term/g) ?? []).length, 1);
    terms = undefined;
    assert.equal(page(), '<p>Attention, <code>attention</code></p>\n');
  });

  describe('that change', () => {
    const one = (name: string, meaning = 'One.') => new TermFinder([{ names: [name], acronyms: [], meaning }]);
    for (const [what, markdown, before, after, differ] of [
      ['come, and stand in the page', 'A gate.', undefined, one('gate'), true],
      ['come, and do not stand in it', 'A gate.', undefined, one('token'), false],
      ['stand in a heading, a link or code', '# Gate\n\n[gate](a.md), `gate`', undefined, one('gate'), false],
      ['go', 'A gate.', one('gate'), new TermFinder([]), true],
      ['mean something else', 'A gate.', one('gate'), one('gate', 'Two.'), true],
      ['are others, of which the page has none', 'A door.', one('gate'), one('token'), false],
      ['are the same', 'A gate.', one('gate'), one('gate'), false],
    ] as const) {
      it(`draw the page ${differ ? 'anew' : 'no more'}: they ${what}`, () => {
        const texts = new PreviewTexts();
        termsInPreview(
          new MarkdownIt(),
          () => before,
          (_env, page) => texts.drawn('a page', page),
        ).render(markdown);
        assert.deepEqual(texts.differing(before, after), differ ? ['a page'] : []);
      });
    }
  });
});
