import assert from 'node:assert/strict';
import { tooDeep } from '../../../src/core/text/too-deep';

const steps = (levels: number) => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n');

describe('tooDeep', () => {
  for (const [what, text] of [
    ['brackets', `q: ${'['.repeat(5000)}1${']'.repeat(5000)}`],
    ['braces', `${'{a: '.repeat(5000)}1`],
    ['lists in a line', `${'- '.repeat(5000)}1`],
    ['keys in a line', '"a": '.repeat(5000)],
    ['keys below keys', steps(200)],
    ['all of them', `${steps(60)}\n${' '.repeat(60)}${'- '.repeat(30)}${'['.repeat(20)}`],
  ] as const)
    it(`is said of ${what}`, () => assert.ok(tooDeep(text, true)! >= 0));

  for (const [what, text] of [
    ['an empty text', ''],
    ['a demo', 'groups: {count: 4}\nq: [[1, 0], [0, 1]]\nexpect:\n  load: [1, 2]\n'],
    ['many rows', Array(5000).fill('- [1, 2, 3]').join('\n')],
    ['many keys', Array.from({ length: 5000 }, (_, i) => `k${i}:\n  a:\n    b: 1`).join('\n')],
    ['brackets that close', '[[]]'.repeat(5000)],
    ['fifty levels', steps(50)],
    ['many keys in a line', `a: [${'{x: 1, y: 2}, '.repeat(1000)}]`],
  ] as const)
    it(`is not said of ${what}`, () => assert.equal(tooDeep(text, true), undefined));

  it('is not said of a string of JSON that holds colons', () =>
    assert.equal(tooDeep(`{"source": "${'Gate: opens. '.repeat(500)}"}`), undefined));
});
