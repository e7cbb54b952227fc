import assert from 'node:assert/strict';
import { courseFacts } from '../../../../src/core/course-facts';
import { definition } from '../../../../src/core/features/definition';
import { documentLinks } from '../../../../src/core/features/document-links';
import { hover } from '../../../../src/core/features/hover';
import { labelCompletion } from '../../../../src/core/features/links/label-completion';
import { linkFindings } from '../../../../src/core/features/links/link-findings';
import { references } from '../../../../src/core/features/references';
import { rename } from '../../../../src/core/features/rename';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const vault = {
  '.obsidian/app.json': '{}',
  'Two words.md': '# Two\n\nThe beginning.\n\n## A part: (one)\n\nSaid here. ^claim\n',
  'deep/Other.md': '# Other\n\n[[Two words#A part: (one)|x]] [[two WORDS]]\n',
  'deep/a.png': '',
};
const named = {
  'rl.md': '---\naliases: [RL, "Reinforcement learning"]\n---\n# R\n\n## Goal\n',
  'old.md': '---\nalias: Agents, Actors\n---\n# A\n',
  'RL notes.md': '# N\n',
  'broken.md': '---\naliases: [unclosed\n---\n# B\n',
};

const about = (source: string, name = 'one.md', files: Record<string, string> = vault) => {
  const { text, spans } = marked(source);
  const { context } = memoryCourse({ ...files, [name]: text }, {}, courseFacts);
  return { text, offset: spans[0]?.start ?? 0, lesson: context(name) };
};

const short = (uri: string) => decodeURIComponent(uri.slice('file:///course/'.length));

describe('notes that a vault plans', () => {
  const found = async (planned: number) => {
    const source = Array.from({ length: planned }, (_, i) => `[[Plan ${i}]]`).join('\n\n');
    const { lesson } = about(`${source}\n\n![[Nothing to show]] ![[lost.png]]\n`);
    return (await linkFindings(lesson)).map(({ message }) => message);
  };

  it('are no slips where there are many', async () => {
    assert.deepEqual(await found(25), ['There is no note Nothing to show.', 'There is no picture lost.png.']);
    assert.equal((await found(5)).length, 7);
  });
});

describe('links of a vault', () => {
  const rows: readonly (readonly [source: string, goal: string | undefined])[] = [
    ['[[Two w<|>ords]]', 'Two words.md:0'],
    ['[[two w<|>ords.md|shown]]', 'Two words.md:0'],
    ['[[Ot<|>her]]', 'deep/Other.md:0'],
    ['[[deep/ot<|>her]]', 'deep/Other.md:0'],
    ['[[Two words#A part<|> (one)]]', 'Two words.md:4'],
    ['[[Two words#Two#A p<|>art: (one)]]', 'Two words.md:4'],
    ['[[Two words#^cl<|>aim]]', 'Two words.md:6'],
    ['[[Two words^cl<|>aim]]', 'Two words.md:6'],
    ['# Own\n\n[[#Ow<|>n]]', 'one.md:0'],
    ['![[a.p<|>ng|300]]', 'deep/a.png:0'],
    ['![[Two<|> words]]', 'Two words.md:0'],
    ['| a |\n| - |\n| [[Oth<|>er\\|x]] |', 'deep/Other.md:0'],
    ['[[Ot<|>her]] by a definition\n\n[other]: Two%20words.md', 'one.md:2'],
    ['`[[Ot<|>her]]`', undefined],
    ['$[[Ot<|>her]]$', undefined],
    ['a[[Ot<|>her]]', undefined],
    ['\\[[Ot<|>her]]', undefined],
    ['[[No<|>where]]', undefined],
  ];
  for (const [source, goal] of rows) {
    it(`lead ${goal ? `to ${goal}` : 'nowhere'} from ${JSON.stringify(source)}`, async () => {
      const { lesson, offset } = about(source);
      const found = await definition(lesson, offset);
      assert.deepEqual(
        found.map(({ targetUri, targetRange }) => `${short(targetUri)}:${targetRange.start.line}`),
        goal ? [goal] : [],
      );
    });
  }

  const byAlias: readonly (readonly [source: string, goal: string | undefined])[] = [
    ['[[R<|>L]]', 'rl.md:0'],
    ['[[reinforcement lear<|>ning#Goal|x]]', 'rl.md:5'],
    ['[[Act<|>ors]]', 'old.md:0'],
    ['[[RL no<|>tes]]', 'RL notes.md:0'],
    ['[[bro<|>ken]]', 'broken.md:0'],
    ['[[unclo<|>sed]]', undefined],
    ['[[deep/R<|>L]]', undefined],
  ];
  for (const [source, goal] of byAlias) {
    it(`lead ${goal ? `to ${goal}` : 'nowhere'} by another name of a note from ${JSON.stringify(source)}`, async () => {
      const { lesson, offset } = about(source, 'one.md', named);
      const found = await definition(lesson, offset);
      assert.deepEqual(
        found.map(({ targetUri, targetRange }) => `${short(targetUri)}:${targetRange.start.line}`),
        goal ? [goal] : [],
      );
    });
  }

  const said: readonly (readonly [source: string, messages: readonly string[], files?: Record<string, string>])[] = [
    [
      '[[RL]] [[Actors]] [[Actresses]] [[RL#Gone]]',
      ['There is no note Actresses.', 'No section of the note rl is called Gone.'],
      { ...named, '.obsidian/app.json': '{}' },
    ],
    ['[[Nowhere]] ![[lost.png]]', ['There is no note Nowhere.', 'There is no picture lost.png.']],
    [
      '[[Two words#Gone]] [[#Gone]]',
      ['No section of the note Two words is called Gone.', 'No section of this note is called Gone.'],
    ],
    ['[[Two words#^gone]]', ['No paragraph of the note Two words ends in ^gone.']],
    ['[[Two words]] [[two-words]] [[Two words#^claim|x]] [[#Own]] ![[a.png|10]]\n\n# Own', []],
    [
      '[[1]] [[paper.pdf]] [[{{date}}]] [[toc]] [[https://e.org]] [[a/]] x[[0]] `[[Gone]]` [[ -f x ]] [[Gone]](x.org)',
      ['x.org reads as a file of the course: https:// is missing before it.'],
    ],
    ['[[Gone]]', [], { 'two.md': '# Two\n' }],
    ['[[Gone]] [[a]] [[b]]', [], { 'a.md': '', 'b.md': '' }],
    ['[[Gone]] [[a]] [[b]] [[c]]', ['There is no note Gone.'], { 'a.md': '', 'b.md': '', 'c.md': '' }],
  ];
  for (const [source, messages, files] of said) {
    it(`say ${JSON.stringify(messages)} of ${JSON.stringify(source)}`, async () => {
      const found = await linkFindings(about(source, 'one.md', files).lesson);
      assert.deepEqual(
        found.map(({ message }) => message),
        messages,
      );
    });
  }

  it('are known to every editor: definition, hover, document link and references', async () => {
    for (const builtInMarkdown of [false, true]) {
      const { lesson, offset } = about('[[Two w<|>ords#A part: (one)]]');
      const context = { ...lesson, builtInMarkdown };
      assert.equal((await definition(context, offset)).length, 1);
      assert.match(JSON.stringify((await hover(context, offset))?.contents), /Said here/);
      assert.deepEqual(
        (await documentLinks(context)).map(({ target }) => decodeURI(target!)),
        ['file:///course/Two words.md#L5'],
      );
      assert.deepEqual(
        (await references(context, offset, false)).map(({ uri }) => short(uri)),
        ['deep/Other.md', 'one.md'],
      );
    }
    const { lesson, offset } = about('![[a.p<|>ng]]');
    assert.match(JSON.stringify((await hover(lesson, offset))?.contents), /a\.png/);
  });

  it('are counted for a heading, and follow it to its new name', async () => {
    const { lesson, offset } = about(`# Two\n\n## A p<|>art: (one)\n`, 'Two words.md');
    assert.equal((await references(lesson, offset, false)).length, 1);
    const edits = await rename(lesson, offset, 'New [part] | x');
    assert.deepEqual(
      edits?.map(({ uri, newText }) => [short(uri), newText]),
      [
        ['Two words.md', 'New [part] | x'],
        ['deep/Other.md', 'New part x'],
      ],
    );
  });

  it('follow a heading beside an editor that renames headings itself, which is left those without such links', async () => {
    const { lesson, offset } = about('# Two\n\n## A p<|>art: (one)\n\n[x](#a-part-one)', 'Two words.md');
    const edits = await rename({ ...lesson, builtInMarkdown: true }, offset, 'New');
    assert.deepEqual(
      edits?.map(({ uri, newText }) => [short(uri), newText]),
      [
        ['Two words.md', 'New'],
        ['Two words.md', 'new'],
        ['deep/Other.md', 'New'],
      ],
    );
    const plain = about('# T<|>wo\n\n[x](#two)', 'Two words.md');
    assert.equal(await rename({ ...plain.lesson, builtInMarkdown: true }, plain.offset, 'New'), undefined);
  });

  it('are completed: names, pictures behind !, headings behind #', async () => {
    const { '.obsidian/app.json': _, ...notes } = vault;
    const offered = async (source: string) => {
      const { lesson, offset } = about(source, 'one.md', notes);
      return (await labelCompletion(lesson, offset, { snippets: false })).map(({ label }) => label).sort();
    };
    assert.deepEqual((await offered('[[<|>')).slice(0, 2), ['Other', 'Two words']);
    assert.deepEqual(await offered('![[<|>]]'), ['Other', 'Two words', 'a.png']);
    assert.deepEqual(await offered('[[two words#<|>'), ['A part: (one)', 'Two']);
    assert.deepEqual(await offered('# Own\n\n[[#<|>]]'), ['Own']);
    assert.deepEqual(await offered('`[[`\n\n```\n[[<|>\n```'), []);
  });
});

describe('labels of MyST and Quarto', () => {
  const book = {
    '_quarto.yml': '',
    'other.md': '# O\n\n(rule)=\n## Rule\n\nText of it.\n\n```{figure} a.png\n:name: fig-a\n```\n',
    'plots.qmd':
      '# P {#sec-p}\n\n```{r}\n#| label: fig-x\nplot(x)\n```\n\n```{r tbl-y, echo=FALSE}\n```\n\n$$x$$ {#eq-z}\n',
  };
  const rows: readonly (readonly [source: string, goal: string | undefined])[] = [
    ['{ref}`ru<|>le`', 'other.md:2'],
    ['```{note}\n{ref}`ru<|>le`\n```', 'other.md:2'],
    ['````{tip} [x](#ru<|>le)\n```{note}\na\n```\n````', 'other.md:2'],
    ['{ref}`the rule <ru<|>le>`', 'other.md:2'],
    ['{numref}`fig<|>-a`', 'other.md:8'],
    ['{doc}`oth<|>er`', 'other.md:0'],
    ['[](#ru<|>le)', 'other.md:2'],
    ['@fi<|>g-x', 'plots.qmd:3'],
    ['see @tb<|>l-y.', 'plots.qmd:7'],
    ['[-@eq<|>-z]', 'plots.qmd:10'],
    ['@se<|>c-p', 'plots.qmd:0'],
    ['me@fi<|>g-x', undefined],
    ['`@fi<|>g-x`', undefined],
    ['@smi<|>th2020', undefined],
  ];
  for (const [source, goal] of rows) {
    it(`lead ${goal ? `to ${goal}` : 'nowhere'} from ${JSON.stringify(source)}`, async () => {
      const { lesson, offset } = about(source, 'one.qmd', book);
      const found = await definition(lesson, offset);
      assert.deepEqual(
        found.map(({ targetUri, targetRange }) => `${short(targetUri)}:${targetRange.start.line}`),
        goal ? [goal] : [],
      );
    });
  }

  it('stand behind what the link’s own file has by that name', async () => {
    const files = { 'de/a.md': '# A {#start}\n', 'de/b.md': '# B\n\n## Rule {#rule}\n' };
    for (const [source, line] of [
      ['# Start\n\n[x](#st<|>art)', 0],
      ['# T\n\n## X {#start}\n\n[x](#st<|>art)', 2],
      ['# T\n\n## Start\n\n[x](#St<|>art)', 2],
    ] as const) {
      const { lesson, offset } = about(source, 'one.md', files);
      const found = await definition(lesson, offset);
      assert.deepEqual(
        found.map(({ targetUri, targetRange }) => `${short(targetUri)}:${targetRange.start.line}`),
        [`one.md:${line}`],
      );
    }
    const heading = about('# Start\n\n[x](#st<|>art)', 'one.md', files);
    assert.deepEqual(await definition({ ...heading.lesson, builtInMarkdown: true }, heading.offset), []);
  });

  it('know their uses, and what they name', async () => {
    const { lesson, offset } = about('(ru<|>le)=\n# Rule\n\n{ref}`rule` [x](#rule) `{ref}`', 'a.md', {});
    assert.equal((await references(lesson, offset, false)).length, 2);
    const use = about('{ref}`ru<|>le`', 'one.md', book);
    assert.match(JSON.stringify((await hover(use.lesson, use.offset))?.contents), /Text of it/);
  });

  it('are completed where a role or a cross-reference opens', async () => {
    const offered = async (source: string) => {
      const { lesson, offset } = about(source, 'one.qmd', book);
      return (await labelCompletion(lesson, offset, { snippets: false })).map(({ label }) => label).sort();
    };
    assert.deepEqual(await offered('{ref}`<|>`'), ['eq-z', 'fig-a', 'fig-x', 'rule', 'sec-p', 'tbl-y']);
    assert.deepEqual(await offered('see @fig-<|>'), ['fig-a', 'fig-x']);
    assert.deepEqual(await offered('see @<|>'), []);
  });

  const said: readonly (readonly [source: string, name: string, files: Record<string, string>, count: number])[] = [
    ['@fig-gone and @fig-x, @fig-x-2', 'one.qmd', book, 1],
    ['@fig-gone', 'one.qmd', { 'a.md': '' }, 0],
    ['@fig-gone', 'one.md', book, 0],
    ['@fig-gone\n\n{{< include a.qmd >}}', 'one.qmd', book, 0],
    ['@fig-gone', 'one.qmd', { ...book, '_quarto.yml': 'book:\n  chapters: [a.ipynb]' }, 0],
    ['@fig-gone', 'one.qmd', { ...book, '_quarto.yml': 'book:\n  chapters: [plots.qmd, not-here.qmd]' }, 0],
    ['@smith2020 me@fig-gone.org `@fig-gone`', 'one.qmd', book, 0],
    ['{ref}`elsewhere`', 'one.md', { 'myst.yml': '' }, 0],
  ];
  for (const [source, name, files, count] of said) {
    it(`${count} missing of ${JSON.stringify(source)} in ${name} beside ${Object.keys(files).join(', ')}`, async () => {
      assert.equal((await linkFindings(about(source, name, files).lesson)).length, count);
    });
  }
});
