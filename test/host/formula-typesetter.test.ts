import assert from 'node:assert/strict';
import { createFormulaTypesetter } from '../../src/host/formula-typesetter';

describe('The formula typesetter', () => {
  const { typeset } = createFormulaTypesetter();

  it('draws a formula as a complete picture in the colour asked for', async () => {
    const drawn = await typeset('L(N) = E + \\frac{A}{N^\\alpha}', true, '#123456', 14);
    assert.ok('svg' in drawn);
    assert.match(drawn.svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*color="#123456"/);
    assert.match(drawn.svg, /<\/svg>$/);
    assert.ok(drawn.width > 80 && drawn.height > 20);
  });

  it('draws the letters of mathematics, text and accents', async () => {
    const drawn = await typeset(
      '\\mathbb{R} \\mathcal{L} \\mathfrak{g} \\hat{x} \\boldsymbol{\\beta} \\text{é}',
      false,
      'red',
      14,
    );
    assert.ok('svg' in drawn);
  });

  it('says what is wrong with a formula', async () => {
    assert.deepEqual(await typeset('\\frac{a', true, 'red', 14), { error: 'Missing close brace' });
  });

  it('draws what the formula font lacks as text', async () => {
    for (const words of ['Привет, мир', '注意力 机制', 'x̧ ᏣᎳᎩ']) {
      const drawn = await typeset(`\\text{${words}} = \\mathbb{R}^{\\hat n}`, true, 'red', 14);
      assert.ok('svg' in drawn, JSON.stringify(drawn));
      assert.match(drawn.svg, /<text[^>]*>[^<]/u);
    }
  });

  it('draws each formula by itself, whatever another one defined', async () => {
    const before = await typeset('\\alpha + \\beta \\textcolor{red}{x}', true, 'red', 14);
    const definitions = [
      '\\renewcommand{\\alpha}{\\text{other}} x',
      '\\def\\beta{z} \\let\\alpha=\\gamma x',
      '\\newenvironment{pair}{(}{)} \\definecolor{red}{rgb}{0,1,0} x\\label{one}',
    ];
    for (const tex of definitions) assert.ok('svg' in (await typeset(tex, true, 'red', 14)), tex);
    assert.deepEqual(await typeset('\\alpha + \\beta \\textcolor{red}{x}', true, 'red', 14), before);
    assert.ok('svg' in (await typeset('y\\label{one}', true, 'red', 14)));
  });
});
