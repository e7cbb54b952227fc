import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../src/core/text/line-index';

describe('LineIndex', () => {
  it('ends lines at \\n, \\r\\n and \\r', () => {
    const lines = new LineIndex('a\r\nbc\rd\n');
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(lines.positionAt(3), { line: 1, character: 0 });
    assert.equal(lines.lineEnd(0), 1);
    assert.equal(lines.lineEnd(1), 5);
    assert.equal(lines.lineEnd(3), 8);
  });

  it('clamps positions beyond a line or the text', () => {
    const lines = new LineIndex('ab\nc');
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), 4);
  });

  it('finds the same lines with and without carriage returns', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '🧠')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const lines = new LineIndex(written);
        const expected = written.split(/\r\n|\r|\n/);
        const found = Array.from({ length: lines.lineCount }, (_, i) =>
          written.slice(lines.lineStart(i), lines.lineEnd(i)),
        );
        assert.deepEqual(found, expected);
      }),
    );
  });
});
