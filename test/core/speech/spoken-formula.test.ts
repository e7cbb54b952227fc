import assert from 'node:assert/strict';
import { spokenFormula } from '../../../src/core/speech/spoken-formula';

describe('spokenFormula', () => {
  for (const [tex, words] of [
    ['a + b = c', 'a plus b equals c'],
    ['x^2', 'x squared'],
    ['e^{s_i}', 'e to the power of s sub i'],
    ['\\frac{a}{b}', 'a over b'],
    ['\\frac{QK^\\top}{\\sqrt{d_k}}', 'the fraction Q K transposed over the square root of d sub k'],
    ['\\operatorname{softmax}(s)_i', 'softmax open bracket s close bracket sub i'],
    ['\\sum_{i=1}^{N} f_i P_i \\ge 1/N', 'the sum from i equals 1 to N of f sub i P sub i is at least 1 divided by N'],
    ['\\sum\\limits_i x', 'the sum over i of x'],
    ['\\alpha \\cdot \\hat{y} \\approx 0.34', 'alpha times y hat is about 0.34'],
    [
      'L(N, D) = E + \\frac{A}{N^\\alpha}',
      'L open bracket N, D close bracket equals E plus the fraction A over N to the power of alpha',
    ],
    ['\\text{loss per token} < 10\\%', 'loss per token is less than 10 percent'],
    ['\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}', 'a matrix, row by row: 1, 0; 0, 1'],
    ['\\left( x \\right.', 'open bracket x'],
    ['\\unknown x', 'unknown x'],
    ['', ''],
    ['}{', ''],
    ['\\frac', 'over'],
    ['x^', 'x to the power of'],
  ] as const) {
    it(`reads ${tex} as “${words}”`, () => assert.equal(spokenFormula(tex), words));
  }

  it('reads any nesting in time', () => {
    assert.equal(spokenFormula('{'.repeat(100_000)), '');
    for (const opener of ['^', '_', '\\frac', '\\sqrt{', 'x^{'])
      assert.doesNotThrow(() => spokenFormula(opener.repeat(50_000)), opener);
  });
});
