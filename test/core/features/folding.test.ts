import assert from 'node:assert/strict';
import { folding } from '../../../src/core/features/folding';
import { markedCourse } from '../../support/marked-course';

const folds = (text: string, name = 'lesson.md', builtInMarkdown = false) =>
  folding({ ...markedCourse(text, name).context, builtInMarkdown })
    ?.map(({ startLine, endLine }) => [startLine, endLine] as const)
    .sort(([a, b], [c, d]) => a - c || d - b);

describe('folding', () => {
  it('folds each section to the next of its level, blank lines left below', () => {
    assert.deepEqual(folds('# A\n\nText.\n\n## B\n\nMore.\n\n\n# C\nLast\n'), [
      [0, 6],
      [4, 6],
      [9, 10],
    ]);
  });

  it('folds front matter, fences, formulas, tables and list items, and what a diagram groups', () => {
    const source =
      '---\ntitle: T\n---\n\n- one\n  on\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n$$\nx\n$$\n\n' +
      '```mermaid\nflowchart TD\n  subgraph G\n  A --> B\n  end\n```\n\n```py\n# no heading\n```';
    assert.deepEqual(folds(source), [
      [0, 2],
      [4, 5],
      [8, 10],
      [12, 14],
      [16, 21],
      [18, 19],
      [23, 25],
    ]);
  });

  it('counts lines whichever way they end', () => {
    assert.deepEqual(folds('# A\r\n\r\nText.\r\n'), [[0, 2]]);
  });

  it('leaves all but diagrams to an editor that folds markdown', () => {
    const source = '# A\n\n```mermaid\nflowchart TD\n  subgraph G\n  A --> B\n  end\n```\n';
    assert.deepEqual(folds(source, 'lesson.md', true), [[4, 5]]);
  });

  it('says nothing of a program, whose functions the editor would fold no more, and of a file without folds', () => {
    assert.equal(folds('def f():\n  return """\n# A\n\ntext\n"""\n', 'app.py'), undefined);
    assert.equal(folds('One line.\n'), undefined);
    assert.equal(folds('# A\n\nText.\n', 'lesson.md', true), undefined);
  });
});
