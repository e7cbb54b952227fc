import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readableTex } from '../../../src/core/math/readable-tex';
import '../../support/property-seed';

const rows: readonly (readonly [tex: string, shown: string | undefined])[] = [
  ['x', 'x'],
  ['d_k', 'dₖ'],
  ['d_{model}', 'd_model'],
  ['d_{\\text{model}} x', 'd_model x'],
  ['2d_{model}', '2d_model'],
  ['x_{t-1}', 'xₜ₋₁'],
  ['x^{2}y', 'x²y'],
  ['W_i^Q', 'Wᵢ^Q'],
  ['W^Q_i', 'Wᵢ^Q'],
  ['W^Q x', 'W^Q x'],
  ['K^\\top', 'Kᵀ'],
  ["f'(x)", 'f′(x)'],
  ['a=b+c', 'a = b + c'],
  ['a = -b', 'a = −b'],
  ['10^{-3}', '10⁻³'],
  ['e^{-x}', 'e⁻ˣ'],
  ['e^{x_i}', 'e^(xᵢ)'],
  ['1{,}000', '1,000'],
  ['\\frac{1}{2}', '1/2'],
  ['\\frac{1}{2}x', '(1/2)x'],
  ['\\frac{a+b}{c d}', '(a + b)/(cd)'],
  ['\\frac{a}{b}^2', '(a/b)²'],
  ['\\frac{\\frac{a}{b}}{c}', '(a/b)/c'],
  ['a / \\frac{b}{c}', 'a/(b/c)'],
  ['\\log \\frac{p}{q}', 'log (p/q)'],
  ['\\frac{\\partial L}{\\partial w}', '∂L/∂w'],
  ['\\log \\frac{P(x)}{Q(x)}', 'log (P(x)/(Q(x)))'],
  ['\\frac{(x-\\mu)^2}{2\\sigma^2}', '(x − μ)²/(2σ²)'],
  ['\\frac{(a)+(b)}{c}', '((a) + (b))/c'],
  ['\\frac{\\sum_i a_i}{n}', '(∑ᵢ aᵢ)/n'],
  ['PE_{(pos, 2i)}', 'PE_(pos, 2i)'],
  ['TF\\text{-}IDF', 'TF-IDF'],
  ['\\sqrt{d_k}', '√dₖ'],
  ['\\sqrt{2d}', '√(2d)'],
  ['\\text{softmax}\\left(\\frac{QK^T}{\\sqrt{d_k}}\\right)V', 'softmax(QKᵀ/√dₖ)V'],
  ['\\mathrm{softmax}(x)_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}', 'softmax(x)ᵢ = e^(xᵢ)/(∑ⱼ e^(xⱼ))'],
  ['L = -\\frac{1}{N} \\sum_{i=1}^{N} \\log p(x_i)', 'L = −(1/N) ∑ᵢ₌₁^N log p(xᵢ)'],
  ['\\theta \\leftarrow \\theta - \\eta \\nabla L', 'θ ← θ − η∇L'],
  ['x \\in \\mathbb{R}^{d}', 'x ∈ ℝᵈ'],
  ['\\mathcal{L}(\\theta)', 'ℒ(θ)'],
  ['\\hat{y}', 'ŷ'],
  ['O(n \\log n)', 'O(n log n)'],
  ['p(y \\mid x)', 'p(y ∣ x)'],
  ['|\\mathrm{rounded} - v|', '|rounded − v|'],
  ['2(p-1) \\log n', '2(p − 1) log n'],
  ['\\max(0, x)', 'max(0, x)'],
  ['\\{a, b\\}', '{a, b}'],
  ['90\\%', '90%'],
  ['(a+b)^2', '(a + b)²'],
  ['{a+b}^2', '(a + b)²'],
  ['x \\ge 0 \\text{ if } y', 'x ≥ 0 if y'],
  ['Größe', 'Größe'],
  // What signs alone do not say stays TeX.
  ['\\begin{bmatrix} a & b \\end{bmatrix}', undefined],
  ['a \\\\ b', undefined],
  ['\\myMacro{x}', undefined],
  ['\\hat{xy}', undefined],
  ['\\sqrt[3]{x}', undefined],
  ['\\binom{n}{k}', undefined],
  ['x_{', undefined],
  ['x}', undefined],
  ['x_1_2', undefined],
  ['\\frac{a}', undefined],
  ['', undefined],
  [' ', undefined],
];

describe('readableTex', () => {
  for (const [tex, shown] of rows) {
    it(`${shown === undefined ? 'leaves' : 'shows'} ${JSON.stringify(tex)}`, () =>
      assert.equal(readableTex(tex), shown));
  }

  it('answers to any text, however deep', () => {
    const part = fc.constantFrom(
      ..."\\frac { } _ ^ \\sqrt x 1 \\left ( . \\text \\, \\ ' & $ 𝒳 \\hat \\mathbb R".split(' '),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        readableTex(parts.join(' '));
        readableTex(parts.join(''));
      }),
    );
    assert.equal(readableTex('{'.repeat(10_000)), undefined);
    assert.equal(readableTex('x^'.repeat(10_000)), undefined);
  });
});
