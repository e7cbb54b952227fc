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
