import assert from 'node:assert/strict';
import { contradicts } from '../../../src/core/glossary/contradicts';

describe('contradicts', () => {
  const table: readonly (readonly [one: string, other: string, expected: boolean])[] = [
    ['Keeps results near.', 'A hidden store of food.', true],
    ['Keeps results near.', 'A place that keeps the results of calls.', false],
    ['Sends a token to 2 experts.', 'Sends each token to 8 experts.', true],
    ['Sends a token to 2 experts.', 'Sends each token to 2 of 8 experts.', false],
    ['May be changed after training.', 'May not be changed after training.', true],
    ['Keeps results near.', '把结果放在近处。', false],
    ['把结果放在近处。', '把结果放在附近的地方。', false],
    ['See [this](a.md).', '…', false],
  ];
  for (const [one, other, expected] of table) {
    it(`${one} | ${other}`, () => assert.equal(contradicts(one, other), expected));
  }
});
