import assert from 'node:assert/strict';
import type { Span } from '../../../../src/core/text/span';
import { readMarkdown } from '../read-course';

const cut = (text: string, spans: readonly Span[]): string[] => spans.map(({ start, end }) => text.slice(start, end));

describe('headings', () => {
  it('are ATX and setext, at any nesting, with and without closing marks', () => {
    const text = '#  A **b**  ##  \n> - ### C#\n\nD\nE\n===\n\n#\n';
    const { headings } = readMarkdown(text);
    assert.deepEqual(
      headings.map(({ level, title }) => [level, title]),
      [
        [1, 'A **b**'],
        [3, 'C#'],
        [1, 'D\nE'],
        [1, ''],
      ],
    );
    assert.deepEqual(
      cut(
        text,
        headings.map((heading) => heading.span),
      ),
      ['#  A **b**  ##', '### C#', 'D\nE\n===', '#'],
    );
    assert.deepEqual(
      cut(
        text,
        headings.map((heading) => heading.titleSpan),
      ),
      ['A **b**', 'C#', 'D\nE', ''],
    );
  });

  it('are not made of front matter pasted into the text', () => {
    const yaml = 'title: 🧜 Teaching\ncolorFrom: gray\npinned: false\n';
    const document = readMarkdown(`# A\n\nraw\nhistory\n---\n${yaml}---\n# B\n`);
    assert.deepEqual(
      document.headings.map((heading) => heading.title),
      ['A', 'raw\nhistory', 'B'],
    );
    assert.equal(document.regions[0]!.frontMatter, undefined);
    assert.deepEqual(readMarkdown(`***\n${yaml}---`).headings.length, 1);
  });
});

describe('front matter', () => {
  it('is read on the first line only', () => {
    const text = '---\ntitle: a\n# c\n- b: 1\n---\n# A\n';
    const document = readMarkdown(text);
    assert.deepEqual(cut(text, [document.regions[0]!.frontMatter!]), ['---\ntitle: a\n# c\n- b: 1\n---']);
    assert.deepEqual(
      document.headings.map((heading) => heading.title),
      ['A'],
    );
    assert.deepEqual(document.listItems, []);
    assert.equal(readMarkdown(`\n${text}`).regions[0]!.frontMatter, undefined);
  });

  it('is not a text between two rules, nor what nothing closes', () => {
    assert.equal(readMarkdown('---\n\nHello\n\n---\n').regions[0]!.frontMatter, undefined);
    assert.equal(readMarkdown('---\n## A\n\nHello *you*\n\n---\n').headings.length, 1);
    assert.equal(readMarkdown('---\ntitle: a\n').regions[0]!.frontMatter, undefined);
  });
});

describe('list items', () => {
  it('have marker, number, depth and the text of their first line', () => {
    const text = '- a\n  b\n  1. **c**\n\n  12) d\n-\n* # e\n- 3. f\n';
    const { listItems } = readMarkdown(text);
    assert.deepEqual(
      cut(
        text,
        listItems.map((item) => item.markerSpan),
      ),
      ['-', '1.', '12)', '-', '*', '-', '3.'],
    );
    assert.deepEqual(
      cut(
        text,
        listItems.map((item) => item.textSpan),
      ),
      ['a', '**c**', 'd', '', 'e', '', 'f'],
    );
    assert.deepEqual(
      listItems.map((item) => item.number),
      [undefined, 1, 12, undefined, undefined, undefined, 3],
    );
    assert.deepEqual(
      listItems.map((item) => item.depth),
      [0, 1, 1, 0, 0, 0, 1],
    );
    assert.deepEqual(
      cut(
        text,
        listItems.map((item) => item.span),
      ),
      ['- a\n  b\n  1. **c**\n\n  12) d', '1. **c**', '12) d', '-', '* # e', '- 3. f', '3. f'],
    );
  });
});

describe('tables', () => {
  it('have rows of trimmed cells, their escaped pipes read as pipes', () => {
    const text = '> | a | b \\| c |\n> |---|:-:|\n> | d |\n> `e` | f | g';
    const { tables, inlines } = readMarkdown(text);
    assert.deepEqual(
      tables.map((table) => table.rows.map((row) => row.map((cell) => cell.source.text))),
      [[['a', 'b | c'], ['d'], ['`e`', 'f']]],
    );
    assert.deepEqual(
      cut(
        text,
        inlines.map((inline) => inline.span),
      ),
      ['a', 'b \\| c', 'd', '`e`', 'f'],
    );
    const cell = tables[0]!.rows[0]![1]!.source;
    assert.deepEqual(cell.change({ start: 4, end: 5 }, 'x|y'), { span: { start: 13, end: 14 }, newText: 'x\\|y' });
  });
});

describe('formula blocks', () => {
  const formulasOf = (text: string): string[] => readMarkdown(text).formulas.map((formula) => formula.content.text);

  it('keep TeX from becoming lists, headings and quotes', () => {
    const document = readMarkdown('- General form:\n\\[\nE\n- B\n=\n> C\n\\]\nwhere');
    assert.deepEqual(
      document.formulas.map((formula) => formula.content.text),
      ['E\n- B\n=\n> C'],
    );
    assert.deepEqual(
      document.inlines.map((inline) => inline.source.text),
      ['General form:', 'where'],
    );
    assert.equal(document.headings.length, 0);
  });

  it('stand on one line or several, in quotes and lists, labelled or not', () => {
    assert.deepEqual(formulasOf('$$ a $$\n\n> $$a\n> b$$ {#eq-1}\n\n1. \\[\n\n   c\n   \\]'), ['a', 'a\nb', 'c']);
  });

  it('need their closer at the end of a line', () => {
    assert.deepEqual(formulasOf('$$a$$ and $$b$$\n\n\\[ a \\] b\n\n$$ money\n\n$$\nx'), []);
    assert.deepEqual(formulasOf('\\[ a \\\\[2pt] \\\\\\]'), ['a \\\\[2pt] \\\\']);
  });

  it('do not cross a blank line unless the opener stands alone', () => {
    assert.deepEqual(formulasOf('$$ a\n\nb $$'), []);
    assert.deepEqual(formulasOf('$$\na\n\nb\n$$'), ['a\n\nb']);
  });
});

describe('reference definitions', () => {
  it('are kept apart from prose', () => {
    const text = '[a]: ./b.md\n  "t"\n[c]: <d>\nprose';
    const document = readMarkdown(text);
    assert.deepEqual(
      document.references.map((reference) => reference.source.text),
      ['[a]: ./b.md\n  "t"', '[c]: <d>'],
    );
    assert.deepEqual(
      document.inlines.map((inline) => inline.source.text),
      ['prose'],
    );
  });
});
