import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../src/core/features/selection-ranges';
import { markedCourse } from '../../support/marked-course';

/** What a selection grows to from the marked place, text by text. */
function grown(source: string, name = 'lesson.md'): string[] {
  const { context, offset } = markedCourse(source, name);
  const { lines, text } = context.document;
  const [first] = selectionRanges(context, [lines.positionAt(offset)]) ?? [];
  const texts: string[] = [];
  for (let range: SelectionRange | undefined = first; range; range = range.parent) {
    const { start, end } = lines.spanOf(range.range);
    texts.push(text.slice(start, end));
  }
  return texts;
}

describe('selectionRanges', () => {
  it('grow from a word to its link, paragraph, section and file', () => {
    assert.deepEqual(grown('# A\n\n## B\n\nSee [the ga<|>te](a.md) now.\n\n## C\n'), [
      'gate',
      'the gate',
      '[the gate](a.md)',
      'See [the gate](a.md) now.',
      '## B\n\nSee [the gate](a.md) now.\n\n',
      '# A\n\n## B\n\nSee [the gate](a.md) now.\n\n## C\n',
    ]);
  });

  it('grow from a formula, a list item inside a list, a cell', () => {
    assert.deepEqual(grown('1. one\n   - $x<|>_1 + y$\n'), [
      'x_1',
      'x_1 + y',
      '$x_1 + y$',
      '- $x_1 + y$',
      '1. one\n   - $x_1 + y$',
      '1. one\n   - $x_1 + y$\n',
    ]);
    assert.deepEqual(grown('| a | b c |\n|---|---|\n| d | e<|> f |\n').slice(0, 3), ['e', 'e f', 'd | e f']);
  });

  it('grow from a label to its diagram and fence', () => {
    const source = '```mermaid\nflowchart TD\n  subgraph G\n  A[Big ga<|>te]\n  end\n```\n';
    assert.deepEqual(grown(source), [
      'gate',
      'Big gate',
      'subgraph G\n  A[Big gate]\n  end',
      'flowchart TD\n  subgraph G\n  A[Big gate]\n  end\n',
      '```mermaid\nflowchart TD\n  subgraph G\n  A[Big gate]\n  end\n```',
      '```mermaid\nflowchart TD\n  subgraph G\n  A[Big gate]\n  end\n```\n',
    ]);
  });

  it('stay inside a string of a program, and in its code are what was there', () => {
    assert.deepEqual(grown('page = """\n# A\n\nwo<|>rd\n"""\n', 'app.py'), [
      'word',
      '# A\n\nword\n',
      '\n# A\n\nword\n',
    ]);
    assert.deepEqual(grown('pa<|>ge = """\n# A\n"""\n', 'app.py'), ['']);
  });

  it('answer every position, each range inside its parent', () => {
    const source =
      '---\na: b\n---\n# A *b*\n\n> - q [x][y]\n>   z\n\n[y]: /u\n\n$$\na\n$$\n\n```mermaid\npie\n  "a" : 1\n```\nlast';
    const { context } = markedCourse(source);
    const { lines, text } = context.document;
    const positions = Array.from({ length: text.length + 1 }, (_, i) => lines.positionAt(i));
    const ranges = selectionRanges(context, positions)!;
    assert.equal(ranges.length, positions.length);
    ranges.forEach((range, i) => {
      const { start, end } = lines.spanOf(range.range);
      assert.ok(start <= i && i <= end);
      for (let one = range; one.parent; one = one.parent) {
        const inner = lines.spanOf(one.range);
        const outer = lines.spanOf(one.parent.range);
        assert.ok(outer.start <= inner.start && inner.end <= outer.end);
        assert.ok(outer.end - outer.start > inner.end - inner.start);
      }
    });
  });

  it('are left to an editor that selects markdown itself', () => {
    const { context } = markedCourse('# A\n');
    assert.equal(selectionRanges({ ...context, builtInMarkdown: true }, [{ line: 0, character: 2 }]), undefined);
  });
});
