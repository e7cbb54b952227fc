import assert from 'node:assert/strict';
import type { FormulaEngine } from '../../src/host/formula-engine';
import { formulaEngine } from '../support/formula-engine';

describe('The formula engine', () => {
  let engine: FormulaEngine;
  before(async function () {
    this.timeout(120_000);
    engine = await formulaEngine();
  });
  after(() => engine.dispose());
  const typeset: FormulaEngine['typeset'] = (...all) => engine.typeset(...all);
  const check: FormulaEngine['check'] = (...all) => engine.check(...all);

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
    const nested = `${'{'.repeat(2400)}x${'}'.repeat(2400)}`;
    assert.deepEqual(await typeset(nested, true, 'red', 14), { error: 'it opens too many braces in each other' });
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

  it('draws the commands of the course', async () => {
    const own = { RR: ['\\mathbb{R}', 0], pair: ['(#1, #2)', 2, 'x'] } as const;
    const plain = await typeset('\\mathbb{R} (x, y)', true, 'red', 14);
    const short = await typeset('\\RR \\pair{y}', true, 'red', 14, own);
    assert.ok('svg' in plain && 'svg' in short);
    assert.equal(short.width, plain.width);
  });

  it('says what it refuses, and where', async () => {
    const rows: readonly (readonly [string, string])[] = [
      ['x + «\\alpah»', 'UndefinedControlSequence'],
      ['\\frac{a}{\\sqrt{«\\fooo» b}}', 'UndefinedControlSequence'],
      ['\\begin{matrix} 1 & \\frac{1}{«\\zz»} \\\\ 2 & 3 \\end{matrix}', 'UndefinedControlSequence'],
      ['\\RR + \\RR + «\\foo»', 'UndefinedControlSequence'],
      ['x^2«^»3', 'DoubleExponent'],
      ['a «&» b', 'Misplaced'],
      ['x«}»', 'ExtraCloseMissingOpen'],
      ['«\\begin»{alinged} a \\end{alinged}', 'UnknownEnv'],
      ['x «\\right»)', 'MissingLeftExtraRight'],
      ['«\\sqrt»', 'MissingArgFor'],
    ];
    const formulas = rows.map(([text]) => ({ tex: text.replace(/[«»]/g, ''), display: true }));
    const found = await check(formulas, { RR: ['\\mathbb{R}', 0] });
    const shown = found.map((one, i) => {
      const { tex } = formulas[i]!;
      const { start, end } = one!.span!;
      return [`${tex.slice(0, start)}«${tex.slice(start, end)}»${tex.slice(end)}`, one!.id];
    });
    assert.deepEqual(shown, rows);
  });

  it('has nothing to say of what can be drawn', async () => {
    const fine = [
      '\\bra{x}',
      '\\ce{H2O}',
      '\\cancel{x}',
      '\\operatorname*{argmax}_x',
      '\\text{a_b \\% c}',
      '\\tag{1} x',
    ];
    const found = await check(
      fine.map((tex) => ({ tex, display: true })),
      {},
    );
    assert.deepEqual(
      found,
      fine.map(() => undefined),
    );
  });

  it('checks each formula by itself, whatever another one defined', async () => {
    const formulas = [
      '\\def\\mine{x} \\mine',
      '\\mine',
      '\\newcommand{\\ours}{y} \\ours',
      '\\ours',
      'x\\label{a}',
      'y\\label{a}',
    ];
    const found = await check(
      formulas.map((tex) => ({ tex, display: true })),
      {},
    );
    assert.deepEqual(
      found.map((one) => one?.id),
      [undefined, 'UndefinedControlSequence', undefined, 'UndefinedControlSequence', undefined, undefined],
    );
  });

  it('gives up what takes too long, and goes on', async () => {
    const hasty = await formulaEngine({ timeout: 1 });
    const drawn = await hasty.typeset('x', true, 'red', 14);
    assert.match('error' in drawn ? drawn.error : '', /takes more than/);
    assert.deepEqual(await hasty.check([{ tex: '\\foo', display: false }], {}), [undefined]);
    await hasty.dispose();
  });
});
