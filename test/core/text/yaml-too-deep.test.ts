import assert from 'node:assert/strict';
import { yamlTooDeep } from '../../../src/core/text/yaml-too-deep';

const steps = (levels: number) => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n');

describe('yamlTooDeep', () => {
  for (const [what, text] of [
    ['brackets', `q: ${'['.repeat(5000)}1${']'.repeat(5000)}`],
    ['braces', `${'{a: '.repeat(5000)}1`],
    ['lists in a line', `${'- '.repeat(5000)}1`],
    ['keys in a line', '"a": '.repeat(5000)],
    ['keys below keys', steps(200)],
    ['brackets behind quotes', `q: ["a", ${'['.repeat(5000)}`],
    ['brackets behind a quote that does not end', `q: "\n${'  ["a", '.repeat(5000)}`],
    ['all of them', `${steps(60)}\n${' '.repeat(60)}${'- '.repeat(30)}${'['.repeat(20)}`],
  ] as const)
    it(`is said of ${what}`, () => assert.ok(yamlTooDeep(text)! >= 0));

  for (const [what, text] of [
    ['an empty text', ''],
    ['a demo', 'groups: {count: 4}\nq: [[1, 0], [0, 1]]\nexpect:\n  load: [1, 2]\n'],
    ['many rows', Array(5000).fill('- [1, 2, 3]').join('\n')],
    ['many keys', Array.from({ length: 5000 }, (_, i) => `k${i}:\n  a:\n    b: 1`).join('\n')],
    ['brackets that close', '[[]]'.repeat(5000)],
    ['fifty levels', steps(50)],
    ['brackets in quotes', Array(500).fill('- "[0, 1)"\n- \'{a\'\n- "\\"["').join('\n')],
    ['brackets within words', Array(500).fill('title: From a[ to b{').join('\n')],
    ['colons in quotes', `a: "${'b: '.repeat(500)}"`],
    ['many keys in a line', `a: [${'{x: 1, y: 2}, '.repeat(1000)}]`],
  ] as const)
    it(`is not said of ${what}`, () => assert.equal(yamlTooDeep(text), undefined));
});
