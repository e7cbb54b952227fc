import assert from 'node:assert/strict';
import { EmbeddedText } from '../../../src/core/text/embedded-text';
import { linesEncoder, oneLineEncoder } from '../../../src/core/text/line-encoders';
import { applyChanges } from '../../../src/core/text/span';

/** `AB\nC\n` as it stands in `> AB\n> C\n> D`. */
const outer = '> AB\n> C\n> D';
const style = { marks: () => '> ', lineBreak: '\n', start: 'unmarked', separate: true } as const;
const quoted = new EmbeddedText(
  'AB\nC\n',
  [
    { inner: 0, innerEnd: 0, outer: 0, outerEnd: 0, kind: 'verbatim' },
    { inner: 0, innerEnd: 3, outer: 2, outerEnd: 5, kind: 'verbatim' },
    { inner: 3, innerEnd: 5, outer: 7, outerEnd: 9, kind: 'verbatim' },
  ],
  linesEncoder(style),
);

describe('EmbeddedText', () => {
  it('maps offsets both ways, forward or back between segments', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((offset) => quoted.toOuter(offset)),
      [2, 3, 4, 7, 8, 9],
    );
    assert.deepEqual(
      [0, 3].map((offset) => quoted.toOuter(offset, 'end')),
      [0, 5],
    );
    assert.deepEqual(quoted.spanToOuter({ start: 1, end: 3 }), { start: 3, end: 5 });
    assert.deepEqual(quoted.spanToOuter({ start: 3, end: 3 }), { start: 7, end: 7 });
    assert.deepEqual(
      [1, 2, 4, 5, 6, 7].map((offset) => quoted.toInner(offset)),
      [undefined, 0, 2, 3, undefined, 3],
    );
  });

  const changes: [start: number, end: number, newText: string, result: string][] = [
    [1, 1, 'x', '> AxB\n> C\n> D'],
    [2, 2, '\nx', '> AB\n> x\n> C\n> D'],
    [3, 3, 'x\n', '> AB\n> x\n> C\n> D'],
    [0, 3, '', '> C\n> D'],
    [0, 3, 'x\ny\n', '> x\n> y\n> C\n> D'],
    [0, 3, 'x', '> xC\n> D'],
    [2, 3, '', '> ABC\n> D'],
    [3, 5, '', '> AB\n> D'],
    [3, 5, 'x', '> AB\n> x\n> D'],
    [5, 5, 'x\n', '> AB\n> C\n> x\n> D'],
    [4, 5, '', '> AB\n> C\n> D'],
    [0, 5, '', '> D'],
    [0, 0, '', '> AB\n> C\n> D'],
  ];
  for (const [start, end, newText, result] of changes) {
    it(`writes ${JSON.stringify(newText)} over ${start} to ${end} with the marks of its lines`, () => {
      assert.equal(applyChanges(outer, [quoted.change({ start, end }, newText)!]), result);
    });
  }

  it('maps an escape as a whole, and neither marks nor edits what is opaque', () => {
    const text = new EmbeddedText('a"xb', [
      { inner: 0, innerEnd: 1, outer: 0, outerEnd: 1, kind: 'verbatim' },
      { inner: 1, innerEnd: 2, outer: 1, outerEnd: 3, kind: 'escape' },
      { inner: 2, innerEnd: 3, outer: 3, outerEnd: 6, kind: 'opaque' },
      { inner: 3, innerEnd: 4, outer: 6, outerEnd: 7, kind: 'verbatim' },
    ]);
    assert.deepEqual(text.spanToOuter({ start: 1, end: 2 }), { start: 1, end: 3 });
    assert.equal(text.toInner(2), 1);
    assert.deepEqual(
      [0, 1, 2, 3].map((i) => text.isOpaque({ start: i, end: i + 1 })),
      [false, false, true, false],
    );
    assert.ok(!text.isOpaque({ start: 2, end: 2 }) && !text.isOpaque({ start: 3, end: 3 }));
    assert.equal(text.change({ start: 1, end: 3 }, ''), undefined);
    assert.deepEqual(text.change({ start: 3, end: 4 }, 'c'), { span: { start: 6, end: 7 }, newText: 'c' });
  });

  it('edits no half of a tab', () => {
    const text = new EmbeddedText('  a', [
      { inner: 0, innerEnd: 2, outer: 1, outerEnd: 1, kind: 'indent' },
      { inner: 2, innerEnd: 3, outer: 1, outerEnd: 2, kind: 'verbatim' },
    ]);
    assert.equal(text.change({ start: 0, end: 0 }, 'x'), undefined);
    assert.equal(text.change({ start: 1, end: 3 }, 'x'), undefined);
    assert.deepEqual(text.change({ start: 2, end: 3 }, 'x'), { span: { start: 1, end: 2 }, newText: 'x' });
  });

  it('is seen through another text, which writes in its own way too', () => {
    const container = new EmbeddedText(
      '> A\n> B',
      [
        { inner: 0, innerEnd: 3, outer: 10, outerEnd: 13, kind: 'verbatim' },
        { inner: 3, innerEnd: 4, outer: 13, outerEnd: 15, kind: 'escape' },
        { inner: 4, innerEnd: 7, outer: 15, outerEnd: 18, kind: 'verbatim' },
      ],
      (newText) => newText.replaceAll('\n', '\\n'),
    );
    const lines = new EmbeddedText(
      'A\nB',
      [
        { inner: 0, innerEnd: 2, outer: 2, outerEnd: 4, kind: 'verbatim' },
        { inner: 2, innerEnd: 3, outer: 6, outerEnd: 7, kind: 'verbatim' },
      ],
      linesEncoder({ ...style, start: 'marked', separate: false }),
    );
    const seen = lines.within(container);
    assert.deepEqual(
      [0, 1, 2].map((offset) => seen.toOuter(offset)),
      [12, 13, 17],
    );
    assert.deepEqual(seen.spanToOuter({ start: 1, end: 2 }), { start: 13, end: 15 });
    assert.deepEqual(seen.change({ start: 1, end: 1 }, '\nC'), { span: { start: 13, end: 13 }, newText: '\\n> C' });
  });

  it('writes on one line where there is but one', () => {
    assert.equal(oneLineEncoder('a\nb', undefined as never), 'a b');
  });
});
