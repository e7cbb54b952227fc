import assert from 'node:assert/strict';
import { isInside, nodeAt } from '../../src/extension/node-at';
import type { DiagramSubject } from '../../src/protocol';

const at = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});
// 0: graph TD
// 1: A[Alpha] --> B
const subject = {
  nodes: [
    { id: 'A', ranges: [at(1, 0, 1), at(1, 2, 7)] },
    { id: 'B', ranges: [at(1, 13, 14)] },
  ],
} as unknown as DiagramSubject;

describe('nodeAt', () => {
  it('takes the node around the cursor', () => {
    assert.equal(nodeAt(subject, { line: 1, character: 4 }), 'A');
    assert.equal(nodeAt(subject, { line: 1, character: 14 }), 'B');
  });
  it('takes the nearest on the line', () => {
    assert.equal(nodeAt(subject, { line: 1, character: 9 }), 'A');
    assert.equal(nodeAt(subject, { line: 1, character: 12 }), 'B');
  });
  it('takes none on a line without nodes', () => assert.equal(nodeAt(subject, { line: 0, character: 0 }), null));
});

describe('isInside', () => {
  it('counts both ends in', () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 3, character: 4 } };
    for (const [line, character, inside] of [
      [1, 1, false],
      [1, 2, true],
      [2, 99, true],
      [3, 4, true],
      [3, 5, false],
    ] as const) {
      assert.equal(isInside(range, { line, character }), inside);
    }
  });
});
