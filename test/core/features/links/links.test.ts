import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-types';
import { documentLinks } from '../../../../src/core/features/document-links';
import { linkCompletion } from '../../../../src/core/features/links/link-completion';
import { linkFindings } from '../../../../src/core/features/links/link-findings';
import { prepareRename, rename } from '../../../../src/core/features/rename';
import { fileTerms } from '../../../../src/core/glossary/file-terms';
import { fileLinks } from '../../../../src/core/links/file-links';
import { applyChanges } from '../../../../src/core/text/span';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

type Files = Record<string, string>;

const others: Files = {
  'routing.md':
    '# 🧩 How a router chooses\n\n## Capacity & overflow\n\n## Capacity & overflow\n\n<a id="here"></a>\n\n# Custom {#own}\n',
  'notes/two words.md': '# Two\n',
  'app.py': 'A = """\n# A\n\n[x](gone.md)\n"""\n',
};

const about = (source: string, name = 'lesson.md', files: Files = others) => {
  const { text, spans } = marked(source);
  const all = { ...files, [name]: text };
  const { context, course } = memoryCourse(all, {}, [fileTerms, fileLinks]);
  return { text, spans, context, course, all, lesson: context(name) };
};

describe('linkFindings', () => {
  it('finds files, images and sections that are not there, and what was most likely meant', async () => {
    const source =
      '[a](<|routng.md|>#x) ![i](<|no.png|>) [b](routing.md<|#capacity--overflw|>) [c](<|#nowhere|>) [d](<|words.md|>)\n\n' +
      '[e]: <|gone.md|> "t"\n[f][e] [g](<two words.md>) ![j](<|x/y.svg|> "t")\n\n# Lesson\n';
    const { text, spans, lesson } = about(source.replace('(<two words.md>)', '(<<|two words.md|>>)'));
    const found = (await linkFindings(lesson)).sort((a, b) => a.span.start - b.span.start);
    assert.deepEqual(
      found.map(({ span }) => span),
      spans,
    );
    assert.ok(found.every(({ code }) => code === 'link.broken'));
    const mends = found.map(
      ({ fixes }) => fixes[0] && applyChanges(text, fixes[0].changes).slice(spans[0]!.start, spans[0]!.start + 10),
    );
    assert.equal(mends[0], 'routing.md');
    const meant = found.flatMap(({ fixes }) => fixes.map(({ title }) => title));
    assert.ok(meant.includes('Link to #capacity--overflow'));
    assert.ok(meant.includes('Link to notes/two%20words.md'));
  });

  it('is quiet about what is there, what lies outside, and what only a program knows', async () => {
    const source =
      '[a](routing.md) [b](./routing.md#-how-a-router-chooses) [c](routing.md#how-a-router-chooses) [d](/routing.md?x#own) ' +
      '[e](notes/two%20words.md#two) [f](<notes/two words.md>) [g](routing) [h](notes) [i](#lesson) [j](routing.md#capacity--overflow-1) ' +
      '[k](routing.md#here) [l](https://e.org/x#y) [m](mailto:a@b.c) <https://e.org> `[n](no.md)` [o](#) [p](app.py#L3) [q](#top)\n\n# Lesson\n';
    assert.deepEqual(await linkFindings(about(source).lesson), []);
    assert.deepEqual(await linkFindings(about('').context('app.py')), []);
  });

  it('leaves pictures that code of the page makes, and what a pattern has for an address', async () => {
    const said = async (text: string, name = 'lesson.md') =>
      (await linkFindings(about(text, name).lesson)).map(({ message }) => message);
    const code = '```python\nplt.savefig("out/my plot.png")\n```\n\n';
    assert.deepEqual(await said(`${code}![x](out/my%20plot.png)\n`), []);
    assert.equal((await said(`${code}![x](out/other.png)\n`)).length, 1);
    assert.deepEqual(await said('- [Resource 1](URL)\n', 'lesson-template.md'), []);
    assert.equal((await said('- [Resource 1](URL)\n')).length, 1);
    assert.deepEqual(await said('[x^n](A(x)B(x)) [z](u1+u2) [y](gone)\n'), ['There is no file gone.']);
    assert.deepEqual(await said('[x](icml.cc/2016/a.pdf) [y](main.cc)\n'), [
      'icml.cc/2016/a.pdf reads as a file of the course: https:// is missing before it.',
      'There is no file main.cc.',
    ]);
  });

  it('finds by its name alone what a vault or a site of ordered pages finds so', async () => {
    const said = async (text: string, files: Files) =>
      (await linkFindings(about(text, 'a/lesson.md', files).lesson)).map(({ message }) => message);
    const picture = '![](my%20x.png) ![](your%20x.png)\n';
    const pictures = { 'photos/my x.png': '' };
    assert.deepEqual(await said(picture, { ...pictures, '.obsidian/app.json': '{}' }), [
      'There is no image your%20x.png.',
    ]);
    assert.equal((await said(picture, pictures)).length, 2);
    const pages = { 'a/14-ifs.md': '# Ifs\n' };
    assert.deepEqual(await said('[if](ifs.html) [for](fors.html)\n', pages), ['There is no file fors.html.']);
  });

  it('leaves addresses of a site whose pages were saved as files', async () => {
    const saved = (many: number) => Array.from({ length: many }, (_, i) => `[${i}](../../pages/page-${i}/)`).join(' ');
    const said = async (many: number) => (await linkFindings(about(saved(many), 'a/b/lesson.md').lesson)).length;
    assert.deepEqual([await said(30), await said(3)], [0, 3]);
    const rest = await linkFindings(about(`${saved(30)} [x](../gone.md)`, 'a/b/lesson.md').lesson);
    assert.equal(rest.length, 1);
  });

  it('finds every one of very many, and guesses what was meant while that is quick', async () => {
    const found = await linkFindings(about('# Head\n\n[a](#hed)\n\n'.repeat(2000)).lesson);
    assert.equal(found.length, 2000);
    assert.equal(found[0]!.fixes[0]?.title, 'Link to #head');
    assert.equal(found.at(-1)!.fixes.length, 0);
  });

  it('looks from the folder of the file', async () => {
    const { lesson } = about('[a](../routing.md) [b](two%20words.md) [c](routing.md)', 'notes/here.md');
    assert.deepEqual(
      (await linkFindings(lesson)).map(({ message }) => message),
      ['There is no file routing.md.'],
    );
  });
});

describe('linkFindings on sites', () => {
  /** Where a link stands, what it is, the other files, and what is said of it. */
  const rows: readonly (readonly [file: string, link: string, others: readonly string[], said: RegExp | undefined])[] =
    [
      ['part/one.mdx', '[x](../other/2)', ['other/2.mdx'], undefined],
      ['part/one.qmd', '[x](../other/2)', ['other/2.qmd'], undefined],
      ['part/one.md', '[x](../other/2)', ['other/2/README.md'], undefined],
      ['ru/misc/one.md', '[x](../../basics/two)', ['ru/basics/two.md'], undefined],
      ['ru/misc/one.md', '[x](../../basics/two.md)', ['ru/basics/two.md'], /There is no file/],
      ['ru/misc/one.md', '[x](../../specifics/two)', ['ru/basics/two.md'], /There is no file/],
      ['part/one.md', '[x](../other/3)', ['other/2.md'], /There is no file/],
      ['one.md', '[x](/guide/setup)', [], undefined],
      ['one.md', '[x](/guide/setup.md)', ['guide/a.md'], /There is no file/],
      ['docs/one.md', '![x](/img/a.png)', ['docusaurus.config.ts', 'static/img/a.png'], undefined],
      ['docs/one.md', '[x](/guide/two)', ['docusaurus.config.js', 'docs/guide/two.mdx'], undefined],
      ['docs/one.md', '[x](/somewhere/else)', ['docusaurus.config.js'], undefined],
      ['docs/one.md', '[x](two.md)', ['docusaurus.config.js'], /There is no file two.md/],
      ['content/a/one.md', '[x](/a/two/)', ['hugo.toml', 'content/a/Two.md'], undefined],
      ['docs/one.md', '[x](../two/)', ['mkdocs.yml', 'docs/two.md'], undefined],
      ['guide/one.md', '![x](/logo.svg)', ['.vitepress/config.mts', 'public/logo.svg'], undefined],
      ['src/content/docs/one.mdx', '[x](/two/#t)', ['astro.config.mjs', 'src/content/docs/two.md'], undefined],
      ['src/content/learn/one.md', '![x](../images/a.png)', ['next.config.js', 'public/images/a.png'], undefined],
      ['content/ja/a/one.md', '![x](b.png)', ['hugo.yaml', 'content/en/a/b.png'], undefined],
      ['content/ja/a/one.md', '[x](b.md)', ['hugo.yaml', 'content/en/a/b.md'], /no file/],
      ['content/ja/a/one.md', '![x](b.png)', ['content/en/a/b.png'], /no image/],
      [
        'demos/one.md',
        '[x](run/index.html) [y](run/a.js)',
        ['demos/run.view/index.html', 'demos/run.view/a.js'],
        undefined,
      ],
      ['demos/one.md', '[x](run/index.html)', ['demos/run.views/index.html'], /There is no file/],
      ['src/content/learn/one.md', '![x](../images/b.png)', ['next.config.js', 'public/images/a.png'], /no image/],
      ['learn/one.md', '![x](../images/a.png)', ['public/images/a.png'], /no image/],
      ['one.mdx', '[x](#own)\n\n<Recipes titleId="own">', [], undefined],
      ['one.qmd', '[x](two.html)', ['_quarto.yml', 'two.qmd'], undefined],
      ['one.md', '[x](two.html)', ['two.qmd'], /There is no file two.html/],
      ['one.md', '[x](growth_rule)', ['two.md'], /There is no file growth_rule/],
      ['one.md', '[x](growth_rule)\n\n(growth_rule)=\n# Growth', [], undefined],
      ['one.md', '[x](#fig-a)\n\n```{note}\n:name: fig-a\n```', [], undefined],
      ['one.md', '[x](#own) [y](#rule)\n\n(rule)=\n## Two { id=own }', [], undefined],
      ['one.md', '[x]({{ base }}/two.md) [y]({% link a.md %}) [z](<%= a %>)', [], undefined],
      ['one.md', '[x](play.example.org) ', [], /https:\/\/ is missing/],
      ['one.md', '[x](www.example.xyz/a)', [], /https:\/\/ is missing/],
      ['one.md', '[x](notes.py)', [], /There is no file notes.py/],
      ['one.md', '[x](@/intro/) ![y](@site/img/a.png) [z](~/two.md)', [], undefined],
      ['one.md', '[x](@ann)', [], /There is no file/],
      ['one.md', '[x](->#box_button) [y](->.box)', [], undefined],
      ['one.md', '[x](-box.md)', [], /There is no file/],
      ['one.md', '[[note]](word)', [], undefined],
      ['one.md', '[note](word)', [], /There is no file word/],
      ['one.md', '[[1]](word.md)', [], /There is no file word.md/],
      ['one.md', '[x]((https://example.org/a))', [], /two pairs of brackets/],
      ['one.md', '[x]([https://example.org/a])', [], /two pairs of brackets/],
      ['one.md', '[x]([https://example.org/a](https://t.example.org/b))', [], /whole link stands here/],
      ['one.md', '[x]([url](https://example.org/b))', [], /whole link stands here/],
      ['one.md', '[x]([https://example.org/a)', [], /\[ before the address/],
      ['one.md', '[x](https://example.org/a[1])', [], undefined],
      ['one.md', '[x]((a.md))', [], /There is no file/],
      ['src/one.md', '[x]((https://example.org/a))', ['gatsby-config.js'], /two pairs of brackets/],
      ['one.md', '[x](gloss!:dilemma)', [], undefined],
      ['one.md', '[x](gloss!.md)', [], /There is no file/],
      ['lint/tests/one.md', '[x](#href)', [], undefined],
      ['src/content/1/one.md', '[x](../part2)', ['gatsby-config.js'], undefined],
      ['src/content/1/one.md', '[x](../part2)', [], /There is no file/],
      ['src/content/1/one.md', '![x](../../images/a.png)', ['gatsby-config.js', 'src/images/b.png'], /no image/],
      ['lint/tests/one.md', '[x](someURL) ![y](a.png)', [], undefined],
      ['lint/tested/one.md', '[x](someURL)', [], /There is no file/],
      ['one.md', '[x](/contributing)', ['CONTRIBUTING.md'], undefined],
      ['one.md', '[x](/contributing.md)', ['CONTRIBUTING.md'], /is called/],
      ['content/one.md', '[x](two.md#part)', ['hugo.toml', 'content/three.md'], /no file/],
      ['one.md', '@[youtube](XeNOQDOrdC0)', [], undefined],
      ['one.md', '[youtube](XeNOQDOrdC0)', [], /There is no file/],
      ['one.md', 'a[^1]\n\n[^1]: meaningful!', [], undefined],
      ['one.mdx', '[x](#own)\n\n## Two {/*own*/}', [], undefined],
      ['one.md', '[x](#own) [y](#two)\n\n## One {/* #own */}\n\n## Two', [], undefined],
      ['one.md', '[x](#own)\n\nTwo {/*own*/} three', [], /has the anchor #own/],
      ['templates/lesson/README.md', '[x](slides.md)', [], undefined],
      ['tempo/lesson/README.md', '[x](slides.md)', [], /There is no file slides.md/],
      ['src/one.md', '[x](../exercises.zip)', ['book.toml'], undefined],
      ['one.md', '[x](exercises.zip)', [], /There is no file exercises.zip/],
      ['content/one.md', '[x](#fine-tuning)\n\nFine tuning\n: Training on', ['hugo.toml'], undefined],
      ['content/one.md', '[x](#tuning)\n\nFine tuning\n: Training on', ['hugo.toml'], /has the anchor #tuning/],
      ['one.md', '[x](#fine-tuning)\n\nFine tuning\n: Training on', [], /has the anchor #fine-tuning/],
      ['one.md', '[x](build/classes/) [y](../lab/dist/a.js)', [], undefined],
      ['one.md', '[x](built/classes/)', [], /There is no file built/],
      ['one.md', '[x](#one-setup)\n\n## 🏗️ One: Setup', [], undefined],
      ['one.md', '[x](#two-setup)\n\n## 🏗️ One: Setup', [], /has the anchor #two-setup/],
      ['one.md', '%% ![[gone]] %%\n\n[[one]]', ['.obsidian/app.json', 'two.md'], undefined],
      ['one.md', 'Half %% a\n\n```\n%%\n```\n\n[[gone]] %%', ['.obsidian/app.json', 'two.md'], undefined],
      ['one.md', '%% a %% ![[gone]]', ['.obsidian/app.json', 'two.md'], /There is no note gone/],
      ['one.md', 'Write ![[*.jpg|left]] or ![[xxx.png]], [[two]]', ['.obsidian/app.json', 'two.md'], undefined],
      ['one.md', '![x](...*.jpg) [y](placeholder/link) ![z](img/xxx.png)', [], undefined],
      ['one.md', '![x](xx.jpg)', [], /There is no image/],
      ['one.md', '![x](replacement.jpg)', [], /There is no image/],
      ['one.md', '%% [x](gone.md) %%', [], /There is no file/],
      ['one.md', '[x](#q-and-a)\n\n## Q & A', [], undefined],
      ['one.md', '[x](#q-or-a)\n\n## Q & A', [], /has the anchor #q-or-a/],
      ['one.md', '[x](#mas-ideas)\n\n## Más ideas', [], undefined],
      ['one.md', '[x](#mas-tareas)\n\n## Más ideas', [], /has the anchor #mas-tareas/],
      ['one.md', '[x](#11)', [], /has the anchor #11/],
      ['one.md', '![x](img\\b\\a.png)', ['img/b/a.png'], /parted by \//],
      ['one.md', '![x](img\\b\\c.png)', ['img/b/a.png'], /There is no image/],
    ];
  for (const [file, link, others, said] of rows) {
    it(`${said ? 'speaks of' : 'is silent about'} ${JSON.stringify(link)} in ${file} beside ${others.join(', ') || 'nothing'}`, async () => {
      const files = Object.fromEntries(others.map((name) => [name, '# T\n']));
      const { context } = memoryCourse({ ...files, [file]: `# One\n\n${link}\n` }, {}, [fileTerms, fileLinks]);
      const found = await linkFindings(context(file));
      assert.equal(found.length, said ? 1 : 0, JSON.stringify(found.map(({ message }) => message)));
      if (said) assert.match(found[0]!.message, said);
    });
  }

  it('knows a site of Hugo by what its configuration holds, whose file others call so too', async () => {
    const said = async (configuration: string) => {
      const files = { 'config.yaml': configuration, 'content/english/a/img/p.svg': '', 'content/english/q.png': '' };
      const text = '![x](../img/p.svg) ![y](../img/q.svg)';
      const { context } = memoryCourse({ ...files, 'content/english/a/one.md': text }, {}, [fileTerms, fileLinks]);
      return (await linkFindings(context('content/english/a/one.md'))).map(({ message }) => message);
    };
    assert.deepEqual(await said('title: x\nbaseURL: "https://example.org/"\n'), ['There is no image ../img/q.svg.']);
    assert.equal((await said('title: x\n')).length, 2);
  });

  it('leads from the root of a translated page of Docusaurus to the pages of its language', async () => {
    const own = 'i18n/fr/docusaurus-plugin-content-docs/current';
    const files = {
      'docusaurus.config.js': '',
      'docs/a/two.md': '# Two\n\n## Limits\n',
      'docs/a/three.md': '# Three\n\n## Limits\n',
      [`${own}/a/two.md`]: '# Deux\n\n## Limites\n',
    };
    const said = async (name: string, text: string) => {
      const { context } = memoryCourse({ ...files, [name]: text }, {}, [fileTerms, fileLinks]);
      return (await linkFindings(context(name))).map(({ message }) => message);
    };
    const text = '[x](/docs/a/two#limites) [y](/fr/docs/a/two#limites) [z](/docs/a/three#limits)';
    assert.deepEqual(await said(`${own}/one.md`, text), []);
    assert.match((await said(`${own}/one.md`, '[x](/docs/a/two#limits)')).join(), /has the anchor #limits/);
    assert.match((await said('docs/one.md', '[x](/docs/a/two#limites)')).join(), /has the anchor #limites/);
  });

  it('takes pictures that are all kept elsewhere for no slip', async () => {
    const links = (count: number) => Array.from({ length: count }, (_, i) => `![x](p${i}.png)\n`).join('\n');
    const count = async (files: Files) =>
      (await linkFindings(memoryCourse(files, {}, [fileTerms, fileLinks]).context('one.md'))).length;
    assert.equal(await count({ 'one.md': links(30) }), 0);
    assert.equal(await count({ 'one.md': links(30), 'q.svg': '' }), 0);
    assert.equal(await count({ 'one.md': links(30), 'q.png': '' }), 30);
    assert.equal(await count({ 'one.md': links(3) }), 3);
  });

  it('finds pages by their names alone where the course does so all over', async () => {
    const files = (pages: number) => {
      const names = Array.from({ length: pages }, (_, i) => `p${i}.md`);
      const links = names.map((name) => `[x](${name})`).join('\n\n');
      return {
        'a/one.md': `${links}\n\n[y](./p0.md#t) [z](gone.md)\n`,
        ...Object.fromEntries(names.map((name) => [`b/${name}`, '# T\n'])),
      };
    };
    const said = async (all: Files) =>
      (await linkFindings(memoryCourse(all, {}, [fileTerms, fileLinks]).context('a/one.md'))).map(
        ({ message }) => message,
      );
    assert.deepEqual(await said(files(30)), ['There is no file gone.md.']);
    assert.equal((await said(files(5))).length, 7);
  });

  it('takes a number for a slide in a course of LiaScript', async () => {
    const text = '<!--\nauthor: A\nnarrator: Deutsch Female\n-->\n\n# One\n\n[x](#11)\n';
    const { context } = memoryCourse({ 'one.md': text }, {}, [fileTerms, fileLinks]);
    assert.deepEqual(await linkFindings(context('one.md')), []);
  });

  it('lets anchors keep the capitals of their headings where the course does so all over', async () => {
    const count = async (links: number) => {
      const text = `# One\n\n## Two Words\n\n${'[x](#Two-Words)\n\n'.repeat(links)}[y](#one)\n`;
      return (await linkFindings(about(text).lesson)).length;
    };
    assert.deepEqual([await count(30), await count(3)], [0, 3]);
  });

  it('takes a page of a site that has no section for one that its layout fills', async () => {
    const said = async (site: string, two: string) => {
      const files = { [site]: '', 'content/two.md': two, 'content/one.md': '# One\n\n[x](two.md#part)\n' };
      const { context } = memoryCourse(files, {}, [fileTerms, fileLinks]);
      return (await linkFindings(context('content/one.md'))).length;
    };
    const bare = '---\ntitle: Two\n---\nText.\n';
    assert.deepEqual(
      [await said('hugo.toml', bare), await said('notes.txt', bare), await said('hugo.toml', '# T\n')],
      [0, 1, 1],
    );
  });

  it('writes the path that a backslash was meant in', async () => {
    const text = '![x](img\\b\\a.png)\n';
    const { context } = memoryCourse({ 'one.md': text, 'img/b/a.png': '' }, {}, [fileTerms, fileLinks]);
    const [found] = await linkFindings(context('one.md'));
    assert.equal(applyChanges(text, found!.fixes[0]!.changes), '![x](img/b/a.png)\n');
  });

  it('follows the routes that the settings name, and then knows what is missing', async () => {
    const files = { 'chapters/en/two.mdx': '# Two\n', 'one.md': '[x](/course/two) [y](/course/three)\n' };
    const settings = { links: { routes: { '/course/': 'chapters/en' } } };
    const { context } = memoryCourse(files, settings, [fileTerms, fileLinks]);
    assert.deepEqual(
      (await linkFindings(context('one.md'))).map(({ message }) => message),
      ['There is no file /course/three.'],
    );
  });
});

describe('link.case', () => {
  const rows: readonly (readonly [link: string, mended: string | undefined, others: readonly string[]])[] = [
    ['[x](Two.md)', '[x](two.md)', ['two.md']],
    ['[x](two.md)', undefined, ['two.md']],
    ['[x](two)', undefined, ['two.md']],
    ['[x](TWO#t)', '[x](two#t)', ['two.md']],
    ['![x](Img/A.PNG "t")', '![x](img/a.png "t")', ['img/a.png']],
    ['[x](My%20Notes.md)', '[x](my%20notes.md)', ['my notes.md']],
    ['[x](caf\u00e9.md)', '[x](cafe\u0301.md)', ['cafe\u0301.md']],
    ['[x](two.md#T)', '[x](two.md#t)', ['two.md']],
    ['[x](TWO.md)', '[x](TWO.md)', ['two.md', 'Two.md']],
    ['[x](Caf%C3%A9%20One.md)', '[x](caf%C3%A9%20one.md)', ['café one.md']],
    ['[x](8%20Lora微调.md)', '[x](8%20LoRA微调.md)', ['8 LoRA微调.md']],
    ['[x](caf%C3%A9%20one.md)', undefined, ['café one.md']],
    ['[x](<My Notes.md>)', '[x](<my notes.md>)', ['my notes.md']],
    ['![x](img/Two%20Words.PNG)', '![x](img/two%20words.png)', ['img/two words.png']],
    ['[x][r]\n\n[r]: ./Part/TWO.md#t', '[x][r]\n\n[r]: ./part/two.md#t', ['part/two.md']],
    ['[x](#ONE)', '[x](#one)', []],
    ['[x](#one)', undefined, []],
    ['[x](#Own)\n\n## Two {#Own}', undefined, []],
    ['[x](../course/two.md)', undefined, ['two.md']],
  ];
  for (const [link, mended, others] of rows) {
    for (const name of ['one.md', 'one.mdx', 'one.qmd'])
      it(`${mended ? 'mends' : 'is silent about'} ${link} in ${name} beside ${others.join(', ')}`, async () => {
        const text = `# One\n\n${link}\n`;
        const files = Object.fromEntries(others.map((name) => [name, '# T\n']));
        const { context } = memoryCourse({ ...files, [name]: text }, {}, [fileTerms, fileLinks]);
        const found = await linkFindings(context(name));
        assert.deepEqual(
          found.map(({ code }) => code),
          mended ? ['link.case'] : [],
        );
        const [fix] = found[0]?.fixes ?? [];
        assert.ok(fix?.safe ?? true);
        const after = fix ? applyChanges(text, fix.changes) : text;
        assert.equal(after, `# One\n\n${mended ?? link}\n`);
      });
  }

  it('leaves strings of Python alone, since only the program knows from where they are shown', async () => {
    const text = 'A = """\n# A\n\n[x](Two.md) ![y](A.PNG)\n"""\n';
    const { context } = memoryCourse({ 'two.md': '# T\n', 'a.png': '', 'app.py': text }, {}, [fileTerms, fileLinks]);
    assert.deepEqual(await linkFindings(context('app.py')), []);
  });
});

describe('documentLinks', () => {
  it('are none where an editor would run what is written, or leave the course', async () => {
    const source =
      '[a](command:x.y) ![b](javascript:x) <vscode:x> [c](../../etc/passwd) [d](//e.org/x) <a@b.c>\n\n[e]: file:///x\n';
    for (const [name, text] of [
      ['lesson.md', source],
      ['lesson.qmd', source],
      ['app.py', `A = """\n# A\n\n${source}"""\n`],
    ] as const) {
      const links = await documentLinks(about(text, name).lesson);
      assert.deepEqual(
        links.map(({ target }) => target),
        ['mailto:a@b.c'],
        name,
      );
    }
  });

  it('are found among many anchors as among few, the first of those that read alike', async () => {
    const many = '# H i\n\n[a](#h-i)\n\n'.repeat(3000);
    const links = await documentLinks(about(many).lesson);
    assert.equal(links.length, 3000);
    assert.ok(links.every(({ target }) => target === 'file:///course/lesson.md#L1'));
  });

  it('lead to files, lines of sections, and outside', async () => {
    const { lesson } = about('[a](routing.md#own) [b](notes/two%20words.md) <https://e.org/> [c](#l)\n\n# L\n');
    assert.deepEqual(
      (await documentLinks(lesson)).map(({ target }) => target),
      [
        'file:///course/routing.md#L9',
        'file:///course/notes/two%20words.md',
        'https://e.org/',
        'file:///course/lesson.md#L3',
      ],
    );
    assert.deepEqual(await documentLinks({ ...lesson, builtInMarkdown: true }), []);
  });
});

describe('linkCompletion', () => {
  const completed = async (source: string, typed?: string) => {
    const { text, spans, lesson } = about(source);
    const items = await linkCompletion(lesson, spans[0]!.start, { snippets: false, ...(typed ? { typed } : {}) });
    return items.map(({ label, textEdit }) => {
      assert.ok(textEdit && 'range' in textEdit);
      return [
        label,
        applyChanges(text, [{ span: lesson.document.lines.spanOf(textEdit.range), newText: textEdit.newText }]),
      ];
    });
  };

  it('offers files, own sections and diagrams in an empty destination', async () => {
    const items = await completed('[a](<|>)\n\n# Lesson\n\n```mermaid\npie title Shares\n```\n', '(');
    assert.deepEqual(
      items.map(([label]) => label),
      ['app.py', 'notes/two%20words.md', 'routing.md', '#lesson', 'Shares'],
    );
    assert.match(items[4]![1]!, /^\[a\]\(#lesson\)/);
  });

  it('offers the sections of the file that is named', async () => {
    const items = await completed('[a](routing.md#cap<|>)', '#');
    assert.ok(items.some(([, after]) => after === '[a](routing.md#capacity--overflow-1)'));
    assert.equal(items.length, 6);
  });

  it('goes on as the author began: from the root of the course, or from here', async () => {
    assert.ok((await completed('[a](/not<|>')).some(([, after]) => after === '[a](/notes/two%20words.md'));
    assert.ok((await completed('[a](./<|>')).some(([, after]) => after === '[a](./routing.md'));
  });

  it('offers the pictures of the course, and nothing else, where an image is wanted', async () => {
    const pictures = { ...others, 'pictures/a gate.png': '', 'tree.svg': '' };
    const { text, spans, lesson } = about('![i](pic<|>) [a](tr)', 'lesson.md', pictures);
    const items = await linkCompletion(lesson, spans[0]!.start, { snippets: false });
    assert.deepEqual(
      items.map(({ textEdit }) =>
        applyChanges(text, [
          { span: lesson.document.lines.spanOf((textEdit as TextEdit).range), newText: textEdit!.newText },
        ]),
      ),
      ['![i](pictures/a%20gate.png) [a](tr)', '![i](tree.svg) [a](tr)'],
    );
  });

  it('goes on with a path, in a definition too', async () => {
    assert.ok((await completed('[a]: notes/<|>')).some(([, after]) => after === '[a]: notes/two%20words.md'));
  });

  it('offers nothing elsewhere', async () => {
    for (const source of ['(<|>)', '[a] (<|>)', '[a](x) <|>', '`[a](<|>)`'.replace('`[a](', '`x` (')])
      assert.deepEqual(await completed(source), [], source);
    assert.deepEqual(await completed('[a](<|>)', ','), []);
  });
});

describe('rename of a heading', () => {
  const renamed = async (source: string, newName: string, files: Files) => {
    const { spans, context, all, lesson } = about(source, 'lesson.md', files);
    const edits = (await rename(lesson, spans[0]!.start, newName)) ?? [];
    return Object.fromEntries(
      Object.keys(all).map((name) => {
        const { document } = context(name);
        const changes = edits
          .filter(({ uri }) => uri === document.uri)
          .map(({ range, newText }) => ({ span: document.lines.spanOf(range), newText }));
        return [name, applyChanges(document.text, changes)];
      }),
    );
  };
  const files = { 'other.md': '[a](lesson.md#my-part) [b](lesson.md#my-part-1) [c](lesson.md) [d](lesson.md#else)\n' };

  it('mends the links to it, in every file, and to those whose number changes with it', async () => {
    const result = await renamed('# My <|>part\n\n# My part\n\n# Else\n\n[e](#my-part)\n', 'A new Part!', files);
    assert.equal(result['lesson.md'], '# A new Part!\n\n# My part\n\n# Else\n\n[e](#a-new-part)\n');
    assert.equal(
      result['other.md'],
      '[a](lesson.md#a-new-part) [b](lesson.md#my-part) [c](lesson.md) [d](lesson.md#else)\n',
    );
  });

  it('mends links when a term in a heading is renamed', async () => {
    const glossary = '# Terms\n\n- **Gate (GT):** Opens.\n';
    const result = await renamed('# The Ga<|>te\n', 'Latch', {
      'g.md': glossary,
      'other.md': '[a](lesson.md#the-gate)\n',
    });
    assert.equal(result['lesson.md'], '# The Latch\n');
    assert.equal(result['other.md'], '[a](lesson.md#the-latch)\n');
  });

  it('is not begun where a program writes part of the title', async () => {
    const { spans, lesson } = about("A = f'''\n# {x} pa<|>rt\n'''\n", 'page.py');
    assert.equal(await prepareRename(lesson, spans[0]!.start), undefined);
    const plain = about("A = f'''\n# {{x}} pa<|>rt\n'''\n", 'page.py');
    assert.equal((await prepareRename(plain.lesson, plain.spans[0]!.start))?.placeholder, '{x} part');
  });

  it('is left to a client that renames headings itself', async () => {
    const { spans, lesson } = about('# My <|>part\n');
    assert.equal((await prepareRename(lesson, spans[0]!.start))?.placeholder, 'My part');
    assert.equal(await prepareRename({ ...lesson, builtInMarkdown: true }, spans[0]!.start), undefined);
  });
});
