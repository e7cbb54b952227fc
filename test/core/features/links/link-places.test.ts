import assert from 'node:assert/strict';
import { courseFacts } from '../../../../src/core/course-facts';
import { definition } from '../../../../src/core/features/definition';
import { hover } from '../../../../src/core/features/hover';
import { references } from '../../../../src/core/features/references';
import { prepareRename, rename } from '../../../../src/core/features/rename';
import { RenameRefused } from '../../../../src/core/features/rename-refused';
import { applyChanges } from '../../../../src/core/text/span';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const others = {
  'two.md': '# Two\n\nThe beginning.\n\n## Part\n\nOf the part. ![x](https://e.org/a.png)\n\n[back](one.md)\n',
  'deep/index.md': '# Deep\n\n[part](../two.md#part) [two](../two.md)\n',
  'label.md': '# L\n\n(rule)=\n## Rule\n',
  'a.png': '',
};

const about = (source: string, name = 'one.md') => {
  const { text, spans } = marked(source);
  const { context } = memoryCourse({ ...others, [name]: text }, {}, courseFacts);
  return { text, offset: spans[0]!.start, lesson: context(name) };
};

describe('definition of links', () => {
  const rows: readonly (readonly [source: string, goal: string | undefined])[] = [
    ['[a](t<|>wo.md)', 'two.md:0'],
    ['[a](t<|>wo)', 'two.md:0'],
    ['[a](two.md#p<|>art)', 'two.md:4'],
    ['[a](de<|>ep)', 'deep/index.md:0'],
    ['[a](TW<|>O.md#part)', 'two.md:4'],
    ['![a](a<|>.png)', 'a.png:0'],
    ['[a](ru<|>le)', 'label.md:2'],
    ['[a][r<|>ef]\n\n[ref]: two.md', 'one.md:2'],
    ['[Re<|>f]\n\n[ref]: two.md', 'one.md:2'],
    ['[a][ref]\n\n[ref]: t<|>wo.md', 'two.md:0'],
    ['a[^n<|>ote]\n\n[^note]: Text', 'one.md:2'],
    ['[a](go<|>ne.md)', undefined],
    ['[a](https://e.o<|>rg)', undefined],
    ['[a](../../et<|>c/passwd)', undefined],
    ['[a<|>][gone]', undefined],
    ['`[a](t<|>wo.md)`', undefined],
  ];
  for (const [source, goal] of rows) {
    for (const name of ['one.md', 'one.qmd']) {
      it(`${goal ? `leads to ${goal}` : 'is none'} from ${JSON.stringify(source)} in ${name}`, async () => {
        const { lesson, offset } = about(source, name);
        const found = await definition(lesson, offset);
        assert.deepEqual(
          found.map(
            ({ targetUri, targetRange }) => `${targetUri.slice('file:///course/'.length)}:${targetRange.start.line}`,
          ),
          goal ? [goal.replace('one.md', name)] : [],
        );
      });
    }
  }

  it('leaves plain markdown to an editor that follows its links itself, but for what markdown does not know', async () => {
    for (const [source, count] of [
      ['[a](t<|>wo.md)', 0],
      ['[a][r<|>ef]\n\n[ref]: two.md', 0],
      ['[a](ru<|>le)', 1],
    ] as const) {
      const { lesson, offset } = about(source);
      const context = { ...lesson, builtInMarkdown: true };
      assert.equal((await definition(context, offset)).length, count, source);
      assert.equal((await hover(context, offset)) ? 1 : 0, count, source);
      assert.equal((await references(context, offset, true)).length, 2 * count, source);
    }
  });
});

describe('references of links', () => {
  const places = async (source: string, name: string) => {
    const { lesson, offset } = about(source, name);
    return (await references(lesson, offset, false)).map(
      ({ uri, range }) => `${uri.slice('file:///course/'.length)}:${range.start.line}:${range.start.character}`,
    );
  };

  it('of a heading are the links to it, of the first one those to its file as well', async () => {
    assert.deepEqual(await places('# Tw<|>o\n\n## Part\n', 'two.md'), ['deep/index.md:2:29']);
    assert.deepEqual(await places('# Two\n\n## Pa<|>rt\n\n[x](#part)\n', 'two.md'), [
      'deep/index.md:2:7',
      'two.md:4:4',
    ]);
  });

  it('of a label are its uses, of a link all that lead to the same', async () => {
    assert.deepEqual(await places('[a][re<|>f] [ref] [^ref]\n\n[ref]: two.md\n', 'one.md'), [
      'one.md:0:4',
      'one.md:0:10',
    ]);
    assert.deepEqual(await places('[a](two.md#pa<|>rt)\n', 'one.md'), ['deep/index.md:2:7', 'one.md:0:4']);
  });
});

describe('hover of links', () => {
  const shown = async (source: string) => {
    const { lesson, offset } = about(source);
    return ((await hover(lesson, offset))?.contents as { value: string } | undefined)?.value;
  };

  it('shows how the page or the section begins, and a picture of the course', async () => {
    assert.match((await shown('[a](t<|>wo.md)'))!, /two\.md[\s\S]*The beginning/);
    const section = (await shown('[a](two.md#pa<|>rt)'))!;
    assert.match(section, /Of the part/);
    assert.doesNotMatch(section, /The beginning|!\[|e\.org/);
    assert.equal(await shown('![a](a.<|>png)'), '![](file:///course/a.png)');
    assert.equal(await shown('![a](https://e.org/a.<|>png)'), undefined);
    assert.equal(await shown('![a](../a.<|>png/../../x.png)'), undefined);
  });
});

describe('rename of labels', () => {
  it('writes a reference’s or a footnote’s new label wherever it stands', async () => {
    for (const [source, count] of [
      ['[a][r<|>ef] [Ref] [ref][] [^ref]\n\n[ref]: two.md', 4],
      ['a[^r<|>ef] b[^ref] `[^ref]` [x][ref]\n\n[^ref]: Text', 3],
    ] as const) {
      const { lesson, offset } = about(source);
      assert.ok(await prepareRename(lesson, offset));
      assert.equal((await rename(lesson, offset, 'new'))?.length, count, source);
      await assert.rejects(async () => rename(lesson, offset, 'a]b'), RenameRefused);
    }
  });

  const named = {
    'two.md':
      '# Two\n\nSee {ref}`the tea <tea>`, [](#tea), [b](one.md#tea).\n\n```{note}\nAnd {ref}`tea`, not `tea`.\n```\n',
    'three.qmd': '# Three {#sec-three}\n\n![p](p.png){#fig-pot}\n\nSee @fig-pot, [-@fig-pot], [p](#fig-pot).\n',
    'four.qmd': '@fig-pot and [it](three.qmd#sec-three), @sec-three.\n',
  };
  const renamed = async (file: string, source: string, newName: string) => {
    const { text, spans } = marked(source);
    const { context, course } = memoryCourse({ ...named, [file]: text }, {}, courseFacts);
    const lesson = context(file);
    const subject = await prepareRename(lesson, spans[0]!.start);
    if (!subject) return undefined;
    const edits = (await rename(lesson, spans[0]!.start, newName)) ?? [];
    const texts = [...new Set(edits.map(({ uri }) => uri))].sort().map((uri) => {
      const { text, lines } = course.openDocument(uri)!;
      const own = edits.filter((edit) => edit.uri === uri);
      return applyChanges(
        text,
        own.map(({ range, newText }) => ({ span: lines.spanOf(range), newText })),
      );
    });
    return texts.join('\n---\n');
  };

  it('gives a place of MyST another label, with every link of the course to it', async () => {
    const one = '(te<|>a)=\n# Tea\n\n{ref}`tea`, {numref}`Tea <TEA>`, [x](#tea), [y](tea).\n';
    const after = [
      '(leaf)=\n# Tea\n\n{ref}`leaf`, {numref}`Tea <leaf>`, [x](#leaf), [y](leaf).\n',
      '# Two\n\nSee {ref}`the tea <leaf>`, [](#leaf), [b](one.md#tea).\n\n```{note}\nAnd {ref}`leaf`, not `tea`.\n```\n',
    ].join('\n---\n');
    assert.equal(await renamed('one.md', one, 'leaf'), after);
    const fromUse = one.replace('<|>', '').replace('{ref}`tea`', '{ref}`t<|>ea`');
    assert.equal(await renamed('one.md', fromUse, 'leaf'), after);
    await assert.rejects(renamed('one.md', one, 'two words'), RenameRefused);
    await assert.rejects(renamed('one.md', one, 'fig-pot'), /already, in three\.qmd/);
  });

  it('gives a place of Quarto another label, and keeps what it is counted by', async () => {
    const three = named['three.qmd'].replace('{#fig-pot}', '{#fig-p<|>ot}');
    assert.equal(
      await renamed('three.qmd', three, 'fig-cup'),
      [
        '@fig-cup and [it](three.qmd#sec-three), @sec-three.\n',
        '# Three {#sec-three}\n\n![p](p.png){#fig-cup}\n\nSee @fig-cup, [-@fig-cup], [p](#fig-cup).\n',
      ].join('\n---\n'),
    );
    const section = named['three.qmd'].replace('{#sec-three}', '{#sec-t<|>hree}');
    assert.match((await renamed('three.qmd', section, 'sec-3'))!, /three\.qmd#sec-3\), @sec-3/);
    await assert.rejects(renamed('three.qmd', three, 'cup'), /keep that beginning/);
  });

  it('leaves the label of a formula alone, which formulas name in their own words', async () => {
    assert.equal(await renamed('one.md', '$$\n\\label{eq-<|>a}\n$$\n\n$\\eqref{eq-a}$\n', 'eq-b'), undefined);
  });
});
