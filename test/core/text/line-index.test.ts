import assert from 'node:assert/strict';
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
});
