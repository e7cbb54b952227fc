import assert from 'node:assert/strict';
import { readDemo } from '../../../../src/core/demos/read-demo';
import { resultKeysOf } from '../../../../src/core/demos/schema/find-key';
import { applyChanges } from '../../../../src/core/text/span';
import { checked, problemsOf } from '../../../support/demos';

const fence = (...formulas: readonly string[]) => `let:\n${formulas.map((one) => `  - ${one}\n`).join('')}`;

/** What the last of some formulas comes to, and what it counts. */
async function last(...formulas: readonly string[]) {
  const text = fence(...formulas);
  const { results, problems } = await checked('compute', text);
  assert.deepEqual(problems, []);
  const [name, value] = Object.entries(results!).at(-1)!;
  const unit = resultKeysOf(readDemo('compute', text))[name]?.unit;
  return unit ? [value, unit] : [value];
}

describe('a formula of a compute fence', () => {
  const cases: [formulas: readonly string[], value: number, unit?: string][] = [
    [['a = 2 + 3 * 4'], 14],
    [['a = (2 + 3) * 4'], 20],
    [['a = 2 * 3 ^ 2'], 18],
    [['a = 2 ^ 3 ^ 2'], 512],
    [['a = 2 ** 10'], 1024],
    [['a = -2 ^ 2'], -4],
    [['a = 2 ^ -2'], 0.25],
    [['a = -2 * -3'], 6],
    [['a = 10 - 4 - 3'], 3],
    [['a = 12 / 3 / 2'], 2],
    [['a = 2 · 3 × 4 ÷ 8 − 1'], 2],
    [['a = 34_560 + .5 + 1e3'], 35560.5],
    [['a = 50% * 8'], 4],
    [['a = sqrt(2) ^ 2'], 2.0000000000000004],
    [['a = log2(8) + log10(100) + ln(exp(1))'], 6],
    [['a = log(8, 2) + log(e)'], 4],
    [['a = max(1, 3, 2) - min(4, 2) + abs(-1)'], 2],
    [['a = round(2.5) + floor(2.9) + ceil(2.1)'], 8],
    [['a = 2 * pi'], 2 * Math.PI],
    [['n = 4', 'a = sum(i = 1..n, i^2)'], 30],
    [['a = product(i = 1..5, i)'], 120],
    [['a = sum(i = 1..3, sum(j = 1..i, j))'], 10],
    [['a = sum(i = 3..1, i)'], 0],
    [['e = 5', 'a = e * 2'], 10],
    [['a = 7B'], 7e9],
    [['a = 1.4 trillion tokens'], 1.4e12, 'tokens'],
    [['a = 70 billion parameters'], 70e9, 'parameters'],
    [['a = 80 GB'], 80e9, 'bytes'],
    [['a = 1 GiB'], 2 ** 30, 'bytes'],
    [['a = 2 bytes * 10'], 20, 'bytes'],
    [['layers = 61', 'cache = layers * 576 * 2 bytes'], 70272, 'bytes'],
    [['layers = 61', 'cache [bytes] = layers * 576 * 2'], 70272, 'bytes'],
    [['weights = 7B * 2 bytes', 'rate = 3.5 TB/s', 'time = weights / rate'], 0.004, 'seconds'],
    [['a = 1 GB/s * 2 hours'], 7.2e12, 'bytes'],
    [['flops = 6 * 70B * 1.4T * 1 FLOP', 'time = flops / (1000 * 400 TFLOPs/s)'], 5.88e23 / 4e17, 'seconds'],
    [['a = 300 W * 10 s'], 3000, 'joules'],
    [['a = 1 kWh / 1 hour'], 1000, 'watts'],
    [['a = sqrt(4 bytes * 9 bytes)'], 6, 'bytes'],
    [['a = 80 GB / 10 GB'], 8],
    [['a = max(1 GB, 2 GB)'], 2e9, 'bytes'],
    [['a [tokens/s] = 1000 / 2 s'], 500, 'tokens/s'],
    [['d [tokens] = 1e21 / 6'], 1e21 / 6, 'tokens'],
    [['a = 2 bytes + 3'], 5, 'bytes'],
    [['größe = 3', 'a = größe * 2'], 6],
  ];
  for (const [formulas, value, unit] of cases)
    it(`${formulas.join('; ')} is ${value}${unit ? ` ${unit}` : ''}`, async () => {
      assert.deepEqual(await last(...formulas), unit ? [value, unit] : [value]);
    });

  const wrong: [formulas: readonly string[], said: string, mended?: string][] = [
    [
      ['layers = 61', 'a = layer * 2'],
      'demo.value «layer» Nothing is called layer here. Did you mean layers?',
      'a = layers * 2',
    ],
    [['a = constructor'], 'demo.value «constructor» Nothing is called constructor here.'],
    [['a = b', 'b = 1'], 'demo.value «b» b stands below: a formula uses what stands above it.'],
    [['a = a + 1'], 'demo.value «a» a stands below: a formula uses what stands above it.'],
    [['a = 1', 'a = 2'], 'demo.value «a» a stands above already.'],
    [['n = 2', 'a = 2 n'], 'demo.value «n» n is no unit. Is 2 * n meant?', 'a = 2 * n'],
    [['a = 2 B'], 'demo.value «B» B is billion or bytes: write 2 billion, 2B or 2 bytes.', 'a = 2 bytes'],
    [['a = 2 (3)'], 'demo.value «(» A number, a name or a bracket is expected in place of (.'],
    [['a = 2 +'], 'demo.value «» The formula ends where a number, a name or a bracket is expected.'],
    [['a = (2 + 3'], 'demo.value «(» This bracket is not closed.'],
    [['a = 2 + 3)'], 'demo.value «)» No bracket is open that this could close.'],
    [['a = 2 ! 3'], 'demo.value «!» ! has no meaning in a formula.'],
    [['a 2'], 'demo.value «2» = is missing behind a.'],
    [['5'], 'demo.value «5» A formula begins with a name: cache = 2 * layers.'],
    [['sqrt = 2'], 'demo.value «sqrt» sqrt is a function: choose another name.'],
    [['a = sqr(2)'], 'demo.value «sqr» There is no function sqr. Did you mean sqrt?', 'a = sqrt(2)'],
    [['a = sqrt(1, 2)'], 'demo.value «sqrt(1, 2)» sqrt takes one value.'],
    [['a = sum(1..3, 2)'], 'demo.value «1» Write sum(i = 1..n, expression).'],
    [
      ['a = sum(i = 1..2.5, i)'],
      'demo.value «1..2.5» let has a range here that does not run from a whole number to a whole number.',
    ],
    [['a = sum(i = 1..1e9, i)'], 'demo.value «i» let takes more than 2,000,000 steps, which are over here.'],
    [
      ['a [GB] = 3'],
      'demo.value «GB» A formula counts in whole bytes: claims and the panel choose the prefix.',
      'a [bytes] = 3',
    ],
    [['a [foo] = 3'], 'demo.value «foo» foo is no unit: write [bytes], [FLOPs], [seconds], [tokens] or the like.'],
    [['a = 80 GB + 2 s'], 'demo.value «+» This adds seconds to bytes.'],
    [['a [seconds] = 80 GB'], 'demo.value «seconds» a counts bytes, not seconds.'],
    [
      ['a = ln(3 bytes)'],
      'demo.value «ln(3 bytes)» ln takes a bare number, and this counts bytes: divide by its unit first.',
    ],
    [['a = 2 ^ (1 s)'], 'demo.value «1 s» An exponent is a bare number, and this counts seconds.'],
    [['a = max(1 GB, 2 s)'], 'demo.value «max(1 GB, 2 s)» max compares bytes with seconds.'],
    [['{a: 2}'], 'demo.value «{a: 2}» let.0 must be written as name = expression.'],
    [[`a = ${'('.repeat(80)}1${')'.repeat(80)}`], 'demo.value «(» This is nested too deeply to be read.'],
  ];
  for (const [formulas, said, mended] of wrong)
    it(`${formulas.join('; ').slice(0, 40)} is marked`, async () => {
      const text = fence(...formulas);
      assert.deepEqual(await problemsOf('compute', text), [said]);
      const { problems } = await checked('compute', text);
      const [fix] = problems[0]!.fixes;
      const after = fix && applyChanges(text, [{ span: fix.span, newText: fix.newText }]);
      assert.equal(after?.trimEnd().split('- ').at(-1), mended);
      if (after) assert.deepEqual(await problemsOf('compute', after), []);
    });

  it('is marked where it has no finite value, and what follows from it is not', async () => {
    for (const formula of ['1 / 0', 'ln(-1)', '10 ^ 400', 'sqrt(-4)']) {
      const { results, problems } = await checked('compute', fence(`a = ${formula}`, 'b = 2 * a', 'c = 3'));
      assert.deepEqual(results, { a: null, b: null, c: 3 });
      assert.deepEqual(
        problems.map(({ message, atMost }) => [message, atMost]),
        [
          [
            'let gives no finite value for a: there is a division by 0, a root or logarithm of less than 0, or a number that is too large.',
            'warning',
          ],
        ],
      );
    }
  });

  it('may be quoted, and is marked where it stands then too', async () => {
    assert.deepEqual(await last('"a = 2 * 3"', "'b = a'"), [6]);
    assert.deepEqual(await problemsOf('compute', fence('"a = 2 * c"')), ['demo.value «c» Nothing is called c here.']);
  });

  it('is claimed as a demo’s results are, in its unit', async () => {
    const text = `${fence('layers = 61', 'cache = layers * 576 * 2 bytes * 131_072')}expect:\n  cache: 9.21 GB\n  layers: 60\n  caches: 1\n`;
    assert.deepEqual(await problemsOf('compute', text), [
      'demo.expectation «60» layers is 61, not 60.',
      'demo.unknown-key «caches» This demo gives no caches. Did you mean cache?',
    ]);
  });

  it('is bounded in number', async () => {
    const many = fence(...Array.from({ length: 201 }, (_, i) => `a${i} = 1`));
    assert.match((await problemsOf('compute', many))[0]!, /may hold 200 formulas at most/);
  });
});
