import assert from 'node:assert/strict';
import { demoCompletion } from '../../../../src/core/demos/demo-completion';
import { demoHover } from '../../../../src/core/demos/demo-hover';
import { checked, problemsOf } from '../../../support/demos';
import { marked } from '../../../support/markers';

const own = `from: 2020
until: 2026
at: 2024
quantities:
  - name: models
    times: 100
    years: 2
    source: a paper
  - {name: memory, start: 16, times: 2, years: 2, source: a data sheet, unit: GB}
limits:
  - {name: one device, quantity: models, of: memory}
  - {name: the budget, quantity: models, at: 1e4, source: a talk}
  - {name: the sky, quantity: memory, of: models}
`;

describe('the growth demo', () => {
  it('says which limit is met first, and when each is', async () => {
    const { results, problems } = await checked('growth', own);
    assert.deepEqual(problems, []);
    // 100^(t/2) = 16 · 2^(t/2) at 50^(t/2) = 16.
    const years = (2 * Math.log(16)) / Math.log(50);
    assert.equal(results!.first, 'the sky');
    const { results: later } = await checked('growth', own.replace(/ {2}- \{name: the sky.*\n/, ''));
    assert.equal(later!.first, 'one device');
    assert.equal(later!.first_year, (results!.limit_years as number[])[0]);
    const [device, budget, sky] = results!.limit_years as number[];
    assert.ok(Math.abs(device! - 2020 - years) < 1e-9);
    assert.ok(Math.abs(budget! - 2024) < 1e-9);
    // Memory is above models at the start: what it is a limit of is met at once.
    assert.equal(sky, 2020);
  });

  it('reads values, rates and ratios in the year asked for', async () => {
    const { results } = await checked('growth', own.replace(/ {2}- \{name: the sky.*\n/, ''));
    const [models, memory] = results!.values as number[];
    assert.ok(Math.abs(models! - 1e4) < 1e-8 && Math.abs(memory! - 64) < 1e-12);
    assert.deepEqual(
      (results!.yearly as number[]).map((factor) => factor.toFixed(6)),
      ['10.000000', '1.414214'],
    );
    assert.deepEqual(
      (results!.doubling_months as number[]).map((months) => months.toFixed(4)),
      ['3.6124', '24.0000'],
    );
    assert.deepEqual(
      (results!.ratios as number[]).map((ratio) => ratio.toFixed(4)),
      ['156.2500', '1.0000'],
    );
  });

  it('has published rates to begin with', async () => {
    const { results } = await checked('growth', '');
    assert.equal(results!.first, 'data movement');
    assert.ok(Math.abs(Number(results!.first_year) - (2023 + Math.log(1000) / Math.log(4))) < 1e-9);
    assert.equal((await checked('growth', 'preset: memory-wall')).results!.first, 'one device');
  });

  const quantity = '{name: a, times: 2, source: s}';
  for (const [text, wanted] of [
    [
      'quantities: [{name: models, times: 410, years: 2}]',
      'demo.value «{name: models, times: 410, years: 2}» quantities.0 needs source: where it is from that models grows 410 times.',
    ],
    [
      `quantities: [${quantity}]\nlimits: [{quantity: b, at: 5, source: s}]`,
      'demo.value «b» limits.0.quantity names no quantity; there are a.',
    ],
    [
      `quantities: [${quantity}]\nlimits: [{quantity: a, at: 5}]`,
      'demo.value «{quantity: a, at: 5}» limits.0 needs source: where the value 5 is from.',
    ],
    [
      `quantities: [${quantity}]\nlimits: [{quantity: a, at: 5, of: a, source: s}]`,
      'demo.value «{quantity: a, at: 5, of: a, source: s}» limits.0 needs either at, a value, or of, the name of another quantity.',
    ],
    [
      `quantities: [${quantity}]\nlimits: [{quantity: a, of: a}]`,
      'demo.value «a» limits.0.of cannot be the quantity itself.',
    ],
    [`quantities: [${quantity}, ${quantity}]`, 'demo.value «a» quantities.1.name is there twice: a.'],
    [
      `preset: memory-wall\nquantities: [${quantity}]`,
      'demo.value «memory-wall» preset and quantities cannot both be given.',
    ],
    [
      'quantities: [3]',
      'demo.value «3» quantities must be a list, each with keys: {name, start, times, years, unit, source}.',
    ],
    ['until: 2000', 'demo.value «2000» until must be after 2023.'],
    [
      'quantities: [{name: a, tims: 2, source: s}]',
      'demo.unknown-key «tims» quantities.0 has no key tims. Did you mean times?',
    ],
  ] as const)
    it(`says what cannot be: ${text.replaceAll('\n', ', ')}`, async () =>
      assert.ok((await problemsOf('growth', text)).includes(wanted), (await problemsOf('growth', text)).join('\n')));

  const complete = (source: string) => {
    const { text, spans } = marked(source);
    return demoCompletion('growth', text, spans[0]!.end).items.map(({ label }) => label);
  };

  it('offers the keys of an item, those of other items among them', () => {
    const all = ['name', 'start', 'times', 'years', 'unit', 'source'];
    const without = (...names: string[]) => all.filter((name) => !names.includes(name));
    assert.deepEqual(complete('quantities:\n  - <|>'), all);
    assert.deepEqual(complete('quantities:\n  - name: a\n    <|>'), without('name'));
    assert.deepEqual(complete('quantities:\n  - name: a\n    times: 2\n  - name: b\n    <|>'), without('name'));
    assert.deepEqual(
      complete('quantities:\n  - name: a\n    <|>\n    unit: x\n  - times: 3\n'),
      without('name', 'unit'),
    );
    assert.deepEqual(complete('quantities:\n  - name: a\n    times: 2\n  - <|>\n    unit: x\n'), without('unit'));
    assert.deepEqual(complete('quantities:\n- <|>'), all);
    assert.deepEqual(complete('quantities:\n  - {name: a, <|>}'), without('name'));
  });

  it('explains the keys of an item', () => {
    const { text, spans } = marked('quantities:\n  - name: a\n    ti<|>mes: 2\n');
    assert.match(demoHover('growth', text, spans[0]!.start)!.markdown, /\*\*times\*\*.*factor/s);
  });
});
