import assert from 'node:assert/strict';
import { nearby, wayBetween } from '../../../webview/tree/nearby';

const edges = ['AB', 'BC', 'CD', 'EA', 'XY'].map(([from, to]) => ({ from: from!, to: to! }));
const shown = (part: ReturnType<typeof wayBetween>) =>
  part && [[...part.nodes].sort().join(''), [...part.edges].join('')];

describe('nearby', () => {
  for (const [id, hops, expected] of [
    ['A', 0, ['A', '']],
    ['A', 1, ['ABE', '03']],
    ['A', 2, ['ABCE', '013']],
    ['X', 9, ['XY', '4']],
    ['lone', 1, ['lone', '']],
  ] as const) {
    it(`finds what is ${hops} away from ${id}`, () => assert.deepEqual(shown(nearby(edges, id, hops)), expected));
  }
});

describe('wayBetween', () => {
  for (const [from, to, expected] of [
    ['E', 'C', ['ABCE', '013']],
    ['D', 'E', ['ABCDE', '0123']],
    ['A', 'X', undefined],
    ['A', 'A', ['A', '']],
  ] as const) {
    it(`leads from ${from} to ${to}`, () => assert.deepEqual(shown(wayBetween(edges, from, to)), expected));
  }
});
