import assert from 'node:assert/strict';
import { matchOf } from '../../../src/core/text/match';

describe('matchOf', () => {
  const rows: readonly (readonly [typed: string, name: string, match: number])[] = [
    ['', 'Leaf', 0],
    ['Le', 'Leaf', 0],
    ['le', 'Leaf', 1],
    ['exp', 'Mixture of Experts', 2],
    ['head', 'multiHead', 2],
    ['e', 'stream', Number.POSITIVE_INFINITY],
    ['ea', 'stream', 3],
    ['sg', 'subgraph', 4],
    ['el', 'note left of', Number.POSITIVE_INFINITY],
    ['leafs', 'Leaf', Number.POSITIVE_INFINITY],
    ['\\al', '\\alpha', 0],
    ['\\al', '\\le', Number.POSITIVE_INFINITY],
  ];
  for (const [typed, name, match] of rows) {
    it(`reads “${typed}” in “${name}” as ${match}`, () => assert.equal(matchOf(typed, name), match));
  }
});
