import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCourseDocument } from '../../../src/core/parse-course-document';
import { applyChanges } from '../../../src/core/text/span';

const read = (text: string) => parseCourseDocument({ uri: 'file:///c/a.ipynb', text, version: 1 }, 'notebook');

interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
}

const notebook = (cells: readonly Cell[], indent = 1): string =>
  `${JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, indent)}\n`;

const listed = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const markdown = (text: string): Cell => ({ cell_type: 'markdown', source: listed(text) });
const code = (text: string): Cell => ({ cell_type: 'code', source: listed(text) });
const sourcesOf = (text: string): string[] =>
  (JSON.parse(text) as { cells: Cell[] }).cells.map(({ source }) =>
    typeof source === 'string' ? source : source.join(''),
  );

describe('a notebook', () => {
  it('is read cell by cell, with code left out', () => {
    const text = notebook([
      markdown('# Tea\n\nA "leaf" \\ and $x$.'),
      code('# not a heading'),
      { cell_type: 'markdown', source: '## 🍵 Pot\n\n- one' },
    ]);
    const { headings, inlines, regions } = read(text);
    assert.deepEqual(
      headings.map(({ title, level, titleSpan }) => [level, title, text.slice(titleSpan.start, titleSpan.end)]),
      [
        [1, 'Tea', 'Tea'],
        [2, '🍵 Pot', '🍵 Pot'],
      ],
    );
    assert.deepEqual(
      inlines.map(({ source }) => source.text),
      ['Tea', 'A "leaf" \\ and $x$.', '🍵 Pot', 'one'],
    );
    assert.equal(regions.length, 1);
  });

  it('is read in its markdown cells alone, whatever outputs, attachments and metadata hold', () => {
    const hidden = '# Hidden\n\n```mermaid\nflowchart TD\n  A[\n```\n';
    const cell = { cell_type: 'markdown', source: hidden };
    const shown = { output_type: 'display_data', data: { 'text/markdown': hidden }, ...cell, cells: [cell] };
    const text = JSON.stringify({
      metadata: { cells: [cell], cell },
      cells: [
        {
          cell_type: 'code',
          source: hidden,
          metadata: cell,
          outputs: [shown, { output_type: 'stream', text: [hidden] }],
        },
        { cell_type: 'raw', source: hidden },
        { source: hidden, outputs: [cell] },
        [cell],
        {
          cell_type: 'markdown',
          source: '# Seen',
          attachments: { 'a.png': { 'text/markdown': hidden } },
          metadata: cell,
        },
      ],
      nbformat: 4,
    });
    const { headings, fences } = read(text);
    assert.deepEqual([headings.map(({ title }) => title), fences], [['Seen'], []]);
    // Of a name that stands twice the last counts, as for all who read JSON.
    const twice = '{"nbformat":4,"cells":[{"cell_type":"markdown","cell_type":"code","source":"# A"}]}';
    assert.deepEqual(read(twice).headings, []);
  });

  it('lets a fence that nothing closes end with its cell', () => {
    const { diagrams, headings } = read(notebook([markdown('```mermaid\nflowchart TD\n  A-->B'), markdown('# Next')]));
    assert.deepEqual(
      diagrams.map(({ content }) => content.text.trimEnd()),
      ['flowchart TD\n  A-->B'],
    );
    assert.deepEqual(
      headings.map(({ title }) => title),
      ['Next'],
    );
  });

  it('of no JSON, of no cells, or of none in markdown holds nothing', () => {
    for (const text of [
      '',
      '{',
      '[]',
      '{}',
      '{"cells": 3}',
      '{"cells": [3, {}]}',
      notebook([code('x')]),
      notebook([markdown('')]),
    ])
      assert.deepEqual([read(text).regions, read(text).headings], [[], []], text);
  });

  it('reads no JSON whose brackets open in each other without end', () => {
    const text = `{"cells": ${'['.repeat(200_000)}`;
    assert.deepEqual(read(text).regions, []);
  });

  it('takes any change as its cell would, and stays JSON', () => {
    const word = fc.constantFrom('a', '\n', '\n\n', '"', '\\', '# b\n', '- c', '\t', '🍵', '\u0001', ' ');
    const written = fc.array(word, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        written,
        written,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        fc.constantFrom(1, 2),
        (old, added, from, length, isList, indent) => {
          fc.pre(old !== '');
          const cell: Cell = { cell_type: 'markdown', source: isList ? listed(old) : old };
          const text = notebook([markdown('# First'), code('x = "\\\\"'), cell, markdown('last')], indent);
          const [region] = read(text).regions;
          const start = '# First\n\n'.length + (from % (old.length + 1));
          const end = Math.min('# First\n\n'.length + old.length, start + (length % 6));
          const change = region!.source.change({ start, end }, added);
          if (!change) return;
          const after = applyChanges(text, [change]);
          const at = start - '# First\n\n'.length;
          const expected = old.slice(0, at) + added + old.slice(end - '# First\n\n'.length);
          assert.deepEqual(sourcesOf(after), ['# First', 'x = "\\\\"', expected, 'last']);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
