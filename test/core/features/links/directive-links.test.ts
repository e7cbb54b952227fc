import assert from 'node:assert/strict';
import { courseFacts } from '../../../../src/core/course-facts';
import { definition } from '../../../../src/core/features/definition';
import { documentLinks } from '../../../../src/core/features/document-links';
import { hover } from '../../../../src/core/features/hover';
import { linkFindings } from '../../../../src/core/features/links/link-findings';
import { rename } from '../../../../src/core/features/rename';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const files = {
  'myst.yml': 'version: 1\n',
  'img/pot.png': 'a picture',
  'tea.md':
    '---\ntitle: Tea\n---\n\n# Tea\n\n```{prf:theorem} Steeping\n:label: steep\nIt *steeps*.\n```\n\nAfter it.\n\n' +
    '```{figure} img/pot.png\n:name: fig-pot\nThe pot.\n```\n\n:::{tip} Mind\n:class: x\nHot.\n:::\n\n```{math}\n:label: eq-a\nx = y\n```\n',
};

const about = (source: string) => {
  const { text, spans } = marked(source);
  const { context } = memoryCourse({ ...files, 'one.md': text }, {}, courseFacts);
  return { lesson: context('one.md'), offset: spans[0]?.start ?? 0 };
};

describe('files that directives name', () => {
  const broken: readonly (readonly [source: string, message: string | undefined])[] = [
    ['```{figure} img/pot.png\n```\n', undefined],
    ['```{figure} img/pan.png\n:name: a\n```\n', 'There is no image img/pan.png.'],
    [':::{figure} img/pan.png\n:::\n', 'There is no image img/pan.png.'],
    [
      '```{image} img/Pot.png\n```\n',
      'The file is called img/pot.png: spelled as it is here, it is not found on GitHub, on Linux and on most sites.',
    ],
    ['```{include} teas.md\n```\n', 'There is no file teas.md.'],
    ['```{include} tea.md\n```\n', undefined],
    ['````{note}\n```{literalinclude} a.py\n:lines: 1-2\n```\n````\n', 'There is no file a.py.'],
    ['```{figure} https://example.com/a.png\n```\n', undefined],
    ['```{figure} img/*.png\n```\n', undefined],
    ['```{figure} #fig-cell\n```\n', undefined],
    ['Take {download}`img/pot.png`.\n', undefined],
    ['Take {download}`the pot <img/pan.png>`.\n', 'There is no image img/pan.png.'],
    ['Take {download}`the leaves <leaves.csv>`.\n', 'There is no file leaves.csv.'],
    ['Take {download}`it <https://example.com/a.zip>`, `{download}` or {download}`a-*.zip`.\n', undefined],
    ['```{note} img/pan.png\n```\n', undefined],
    ['```{code-block} text\n```\n', undefined],
  ];
  for (const [source, message] of broken) {
    it(`${message ? 'are missed' : 'are not missed'} in ${JSON.stringify(source)}`, async () => {
      const found = await linkFindings(about(source).lesson);
      assert.deepEqual(
        found.map((one) => one.message),
        message ? [message] : [],
      );
    });
  }

  for (const source of ['```{figure} img/po<|>t.png\n```\n', 'Take {download}`it <img/po<|>t.png>`.\n']) {
    it(`are followed from ${JSON.stringify(source)}`, async () => {
      const { lesson, offset } = about(source);
      assert.deepEqual(
        (await definition(lesson, offset)).map(({ targetUri }) => targetUri.split('/').pop()),
        ['pot.png'],
      );
    });
  }
});

describe('a link into a page of MyST', () => {
  const shown: readonly (readonly [source: string, text: string])[] = [
    ['{ref}`st<|>eep`', '**Steeping**\n\nIt *steeps*.'],
    ['{ref}`fig-<|>pot`', '![](file:///course/img/pot.png)\n\nThe pot.'],
    ['{eq}`eq-<|>a`', '```\n\nx = y\n```'],
    ['[x](te<|>a.md)', '# Tea\n\n**Steeping**\n\nIt *steeps*.\n\nAfter it.\n\nThe pot.\n\n**Mind**\n\nHot.'],
  ];
  for (const [source, text] of shown) {
    it(`shows what a reader sees: ${source}`, async () => {
      const { lesson, offset } = about(source);
      const contents = (await hover(lesson, offset))?.contents as { value: string } | undefined;
      assert.ok(contents?.value.includes(text), contents?.value);
    });
  }
});

describe('links in a directive, where the editor follows links of markdown itself', () => {
  const inEditor = (source: string) => {
    const { text, spans } = marked(source);
    const { context } = memoryCourse({ ...files, 'one.md': text }, {}, courseFacts);
    return { lesson: { ...context('one.md'), builtInMarkdown: true }, offset: spans[0]?.start ?? 0, context };
  };
  const inNote = '```{note}\n[x](tea.md#te<|>a)\n```\n';

  it('are ours: followed, shown and underlined; those beside it are left', async () => {
    for (const [source, isOurs] of [
      [inNote, true],
      ['[x](tea.md#te<|>a)\n', false],
    ] as const) {
      const { lesson, offset } = inEditor(source);
      assert.equal((await definition(lesson, offset)).length, isOurs ? 1 : 0, source);
      assert.equal((await hover(lesson, offset)) !== undefined, isOurs, source);
      assert.equal((await documentLinks(lesson)).length, isOurs ? 1 : 0, source);
    }
  });

  it('are renamed with the heading that they lead to', async () => {
    const { context } = inEditor(inNote);
    const tea = { ...context('tea.md'), builtInMarkdown: true };
    const edits = (await rename(tea, tea.document.text.indexOf('# Tea') + 3, 'Green tea')) ?? [];
    assert.deepEqual(edits.map(({ newText }) => newText).sort(), ['Green tea', 'green-tea']);
  });
});
