import assert from 'node:assert/strict';
import { isInside, partAt } from '../../src/extension/part-at';
import type { DiagramPart, DiagramSubject } from '../../src/protocol';

const at = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});
// 0: graph TD
// 1: A[Alpha] --> B
// 2: subgraph G
// 3:
// 4:   subgraph H
// 5:
// 6:   end
// 7: end
const subject = {
  nodes: [
    { id: 'A', ranges: [at(1, 0, 1), at(1, 2, 7)] },
    { id: 'B', ranges: [at(1, 13, 14)] },
    { id: 'G', ranges: [at(2, 9, 10)] },
  ],
  edges: [{ range: at(1, 0, 14) }],
  groups: [
    { range: { start: { line: 2, character: 0 }, end: { line: 7, character: 3 } } },
    { range: { start: { line: 4, character: 2 }, end: { line: 6, character: 5 } } },
  ],
} as unknown as DiagramSubject;

describe('partAt', () => {
  const rows: readonly (readonly [what: string, line: number, character: number, part: DiagramPart | null])[] = [
    ['the node around the cursor', 1, 4, { node: 'A' }],
    ['the node that the cursor stands behind', 1, 14, { node: 'B' }],
    ['the connection around the cursor', 1, 10, { edge: 0 }],
    ['the nearest node of the line', 2, 3, { node: 'G' }],
    ['the group around an empty line', 3, 0, { group: 0 }],
    ['the innermost group', 5, 0, { group: 1 }],
    ['the group that a line ends', 7, 3, { group: 0 }],
    ['nothing on the line of the type', 0, 0, null],
  ];
  for (const [what, line, character, part] of rows) {
    it(`takes ${what}`, () => assert.deepEqual(partAt(subject, { line, character }), part));
  }
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
