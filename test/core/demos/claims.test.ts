import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparison, holds, rewritten, shown } from '../../../src/core/demos/claims/claim';
import { agrees, lastPlace, writtenLike } from '../../../src/core/demos/claims/number-text';
import { readDemo } from '../../../src/core/demos/read-demo';
import { applyChanges } from '../../../src/core/text/span';
import { checked, problemsOf } from '../../support/demos';

const claimOf = (value: string) => readDemo('mla', `expect:\n  max_abs_error: ${value}\n`).claims[0]!.claimed;

describe('a claimed number', () => {
  it('is compared at the digits written', () => {
    assert.deepEqual(['0.25', '12', '.5', '5.76e23', '1e-3', '-2.50'].map(lastPlace), [2, 0, 1, -21, 3, 2]);
    assert.ok(agrees(0.9334, '0.93') && !agrees(0.9334, '0.94') && !agrees(0.9334, '0.9335'));
    assert.ok(agrees(34560, '34560') && !agrees(34561, '34560'));
    assert.ok(agrees(3.2189e10, '3.22e10') && !agrees(3.21e10, '3.22e10'));
    assert.ok(agrees(-0.126, '-.13'));
  });

  it('is rewritten with as many digits, and then agrees', () => {
    assert.equal(writtenLike(0.93341, '0.95'), '0.93');
    assert.equal(writtenLike(3.2189e10, '4.00e10'), '3.22e10');
    assert.equal(writtenLike(41.6, '40'), '42');
    assert.equal(writtenLike(1e-9, '0.5'), '1e-9');
    const written = fc.constantFrom('0.95', '12', '5.76e23', '1.0e-4', '.5');
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), written, (found, like) =>
        assert.ok(agrees(found, writtenLike(found, like)), `${found} ${like} ${writtenLike(found, like)}`),
      ),
    );
  });
});

describe('a claim', () => {
  const cases: [string, number, boolean][] = [
    ['0.5 ± 0.01', 0.509, true],
    ['0.5 ± 0.01', 0.511, false],
    ['0.5 +- 0.01', 0.49, true],
    ['"< 1"', 0.99, true],
    ['“< 1”', 0.99, true],
    ['„0.5 ± 0.1“', 0.55, true],
    ['“< 1”', 1.2, false],
    ['"< 1"', 1, false],
    ['< 1', 0.5, true],
    ['"<= 1"', 1, true],
    ['">= 2"', 2, true],
    ['"> 2"', 2, false],
    ['0.2..0.4', 0.4, true],
    ['0.2 .. 0.4', 0.41, false],
    ['-1..1', -1, true],
    ['1e-3..2e-3', 1.5e-3, true],
    ['"<= 2"', 2.0000000000000004, true],
    ['"<= 2"', 2.0001, false],
    ['">= 0.3"', 0.29999999999999993, true],
    ['0..2', 2.0000000000000004, true],
    ['0..2', 2.001, false],
    ['98.24%', 0.982421875, true],
    ['98.25%', 0.982421875, false],
    ['98%', 0.982421875, true],
    ['98% ± 1%', 0.989, true],
    ['"> 90%"', 0.91, true],
    ['90%..95%', 0.96, false],
    ['~0.98', 0.982421875, true],
    ['≈ 0.97', 0.982421875, false],
    ['~2000', 1999.2, true],
    ['~2000', 2080, true],
    ['2000', 2080, false],
    ['about 60', 56.9, true],
    ['~100', 56.9, false],
    ['~0', 0.7, false],
    ['"34560"', 34560, true],
    ['34_560', 34560, true],
    ['34_561', 34560, false],
    ['"1,998,848"', 1998848, true],
    ['"34,560.0"', 34560, true],
    ["1'998'848", 1998848, true],
    ['34 560', 34560, true],
    ['34 561', 34560, false],
    ['40.4B', 40_400_123_456, true],
    ['40.4 billion', 40_300_000_000, false],
    ['"<= 3"', 3.000000000000001, true],
    ['~0.5 ± 0.1', 0.6, true],
  ];
  for (const [claim, found, expected] of cases)
    it(`${claim} ${expected ? 'holds' : 'fails'} for ${found}`, () =>
      assert.equal(holds(claimOf(claim), found), expected));

  const inBytes: [string, number, boolean][] = [
    ['2.26 GB', 2264924160, true],
    ['2.26GB', 2264924160, true],
    ['2.11 GB', 2264924160, false],
    ['2.11 GiB', 2264924160, true],
    ['2_265 MB', 2264924160, true],
    ['~2.3 GB', 2264924160, true],
    ['2..3 GB', 2264924160, true],
    ['2 GB..3 GB', 1.99e9, false],
    ['2.3 ± 0.1 GB', 2264924160, true],
    ['2.3 GB ± 0.01 GB', 2264924160, false],
    ['"< 2.3 GB"', 2264924160, true],
    ['"<= 2 GB"', 2264924160, false],
    ['70272 bytes', 70272, true],
    ['70272 B', 70272, true],
    ['2.26 billion bytes', 2264924160, true],
  ];
  for (const [claim, found, expected] of inBytes)
    it(`${claim} ${expected ? 'holds' : 'fails'} for ${found} bytes`, () =>
      assert.equal(holds(claimOf(claim), found, 'bytes'), expected));

  it('of something else than the result counts has no form', () => {
    for (const [text, unit] of [
      ['2.26 GB', undefined],
      ['2.26 GB', 'tokens'],
      ['50%', 'bytes'],
      ['2.26B tokens', 'bytes'],
      ['2.26k', 'bytes'],
      ['2.26 Gb', 'bytes'],
      ['2.26 tokens', 'parameters'],
    ] as const)
      assert.equal(comparison(text, unit), undefined, text);
    for (const [text, unit] of [
      ['1.5T tokens', 'tokens'],
      ['70 billion parameters', 'parameters'],
      ['1.92 nats', 'nats'],
      ['1 token', 'tokens'],
    ] as const)
      assert.ok(comparison(text, unit), text);
  });

  it('compares lists element by element, and words letter by letter', () => {
    assert.ok(holds(claimOf('[0.88, 1.08, .54]'), [0.875816, 1.083939, 0.540245]));
    assert.ok(!holds(claimOf('[0.88, 1.08]'), [0.875816, 1.083939, 0.540245]));
    assert.ok(!holds(claimOf('[0.88, 1.09, .54]'), [0.875816, 1.083939, 0.540245]));
    assert.ok(holds(claimOf('[[1, 2], [3]]'), [[1, 2], [3]]));
    assert.ok(holds(claimOf('B'), 'B') && !holds(claimOf('b'), 'B'));
    assert.ok(holds(claimOf('7'), '7'));
    assert.ok(!holds(claimOf('7'), null) && !holds(claimOf('7'), [7]));
  });

  it('is rewritten in its own form', () => {
    assert.equal(rewritten(claimOf('0.5 ± 0.01'), 0.61234), '0.61 ± 0.01');
    assert.equal(rewritten(claimOf('"< 1"'), 1.25), '1.25');
    assert.equal(rewritten(claimOf('[1, 2.50]'), [1.2, 2.345678]), '[1, 2.35]');
    assert.equal(rewritten(claimOf('A'), 'true'), '"true"');
    assert.equal(rewritten(claimOf('1'), null), undefined);
    assert.equal(rewritten(claimOf('2.3 GB'), 2264924160, 'bytes'), '2.3 GB');
    assert.equal(rewritten(claimOf('"< 2 GB"'), 2264924160, 'bytes'), '2.26492 GB');
    assert.equal(rewritten(claimOf('"1,000,000"'), 1998848), '"1,998,848"');
    assert.equal(rewritten(claimOf('1 000'), 1998848), '1 998 848');
    assert.equal(rewritten(claimOf('40B'), 1.23e8, 'parameters'), '0.123B');
    assert.equal(rewritten(claimOf('50% ± 1%'), 0.7534), '75% ± 1%');
  });

  it('is shown with enough digits to see the difference', () => {
    assert.equal(shown(0.93341, claimOf('0.95')), '0.93');
    assert.equal(shown(0.9651, claimOf('0.97')), '0.9651');
    assert.equal(shown('B'), '“B”');
  });

  for (const none of [
    ...[
      '9..0',
      '0...9',
      '1 ± -0.1',
      '0.98 ± 1%',
      '0,98',
      '34,560',
      '2.26 GB',
      '0-1',
      '= 0.98',
      '!= 0.5',
      '1%..2',
      '%',
      '~',
    ],
  ])
    it(`has no form in ${none}`, () => assert.equal(comparison(none), undefined));

  it('reads no comparison out of a plain word', () => {
    assert.equal(comparison('next'), undefined);
    assert.equal(comparison('1..'), undefined);
    assert.equal(comparison(`${'1'.repeat(100_000)}x`), undefined);
  });
});

describe('claims of a demo', () => {
  const text = [
    'preset: deepseek-v3',
    'expect:',
    '  kv_elements_per_token: 35000 # told',
    '  reduction_vs_mha: 0.982',
    '  bytes: 1',
    '  against_element_per_token: 1',
    '  cache_bytes.0: 2',
    '',
  ].join('\n');

  it('are all reported, in the order of the text', async () => {
    const { expectations } = await checked('mla', text);
    assert.deepEqual(
      expectations.map(({ key, expected, actual, holds: held }) => ({ key, expected, actual: actual === null, held })),
      [
        { key: 'kv_elements_per_token', expected: 35000, actual: false, held: false },
        { key: 'reduction_vs_mha', expected: 0.982, actual: false, held: true },
        { key: 'bytes', expected: 1, actual: true, held: false },
        { key: 'against_element_per_token', expected: 1, actual: true, held: false },
        { key: 'cache_bytes.0', expected: 2, actual: true, held: false },
      ],
    );
  });

  it('are marked on the claim itself, saying what was found', async () => {
    assert.deepEqual((await problemsOf('mla', text)).slice(0, 1), [
      'demo.expectation «35000» kv_elements_per_token is 35136, not 35000.',
    ]);
  });

  it('name the nearest result where the demo has none of the name', async () => {
    const [, , near, element] = await problemsOf('mla', text);
    assert.equal(
      near,
      'demo.unknown-key «against_element_per_token» This demo gives no against_element_per_token. Did you mean against_elements_per_token?',
    );
    assert.equal(element, 'demo.unknown-key «cache_bytes.0» cache_bytes has no element 0; it is one value.');
  });

  for (const [kind, written, meant] of [
    ['moe', 'max_violation', 'max_vio'],
    ['mla', 'cache', 'cache_bytes'],
    ['model-size', 'param', 'parameters'],
    ['attention', 'rowsum', 'row_sum_error'],
    // What several begin with, and what no name has in common with, is none of them.
    ['mla', 'against', undefined],
    ['attention', 'sum', undefined],
    ['attention', 'sliding', undefined],
  ] as const)
    it(`${written} of ${kind} means ${meant ?? 'none that can be known'}`, async () => {
      const [first] = await problemsOf(kind, `expect: { ${written}: 4 }`);
      const ending = meant === undefined ? '; it gives ' : `. Did you mean ${meant}?`;
      assert.ok(first?.includes(`This demo gives no ${written}${ending}`), first);
    });

  const mistaken: [kind: 'mla' | 'moe' | 'scaling-law' | 'attention', text: string, said: RegExp][] = [
    [
      'mla',
      'expect: { reduction_vs_mha: 2.26 GB }',
      /^demo.value «2.26 GB» reduction_vs_mha is a number, and 2.26 GB is no way .*50%/,
    ],
    ['mla', 'expect: { reduction_vs_mha: "0,98" }', /^demo.value «"0,98"» .*is no way to claim one/],
    ['moe', 'expect: { max_vio: 9..0 }', /^demo.value «9..0» /],
    ['mla', 'expect: { reduction_vs_mha: "0.9...1" }', /a range has two dots/],
    ['attention', `q: ${'['.repeat(5000)}1${']'.repeat(5000)}`, /^demo.yaml «\[» Lists and keys lie too deep/],
    ['moe', 'expect: { load: [4, 4, x, 4, 4, 4, 4, 4] }', /^demo.value .*no way to claim one/],
    ['moe', 'expect: { capacity: 3 }', /^demo.expectation «3» capacity has no value here.*without the key capacity/],
    ['scaling-law', 'fit: kaplan-2020\nexpect: { n_opt: 1e9 }', /n_opt has no value here.*the exponents alone/],
    ['mla', 'heads: 4\nexpect: { reduction_vs_gqa: 0.7 }', /has no value here.*fewer than 8 heads/],
    ['mla', 'expect: { kv_elements_per_token: 34,560 }', /^demo.value «560» expect is read in two at this comma/],
    ['moe', 'expect: { max_vio: *nope }', /^demo.value «\*nope» Nothing above is named &nope/],
    ['moe', 'expect: *nope', /^demo.value «\*nope» /],
    ['moe', 'experts: 8\n---\nexpect: { max_vio: 77 }', /^demo.yaml «---» YAML ends the demo/],
    ['moe', 'experts: 8\n...\nexpect: { max_vio: 77 }', /^demo.yaml «...» /],
  ];
  for (const [kind, demo, said] of mistaken)
    it(`are not let by in ${JSON.stringify(demo)}`, async () => {
      const problems = await problemsOf(kind, demo);
      assert.match(problems[0] ?? 'nothing', said);
    });

  for (const [kind, demo] of [
    ['mla', 'heads: 8\nexpect: { reduction_vs_gqa: 0.71875 }'],
    ['moe', 'capacity: 1\nexpect: { capacity: 4 }'],
    // Two tokens of one clear choice and two that need all four: 10 pairs, so ceil(10/4) = 3 places, not ceil(4 · 2/4) = 2.
    [
      'moe',
      'logits: [[9, 0, 0, 0], [9, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]\nadaptive_k: 0.9\ncapacity: 1\nexpect: { capacity: 3, load: [3, 2, 2, 2], drop_rate: 10% }',
    ],
    ['moe', '---\nexperts: &n 8\ntop_k: 2 # --- not here\ntokens: *n\n...\n# the end'],
    ['moe', 'logits: [[0, 0, 0, 0], [0, 0, 0, 0]]\nadaptive_k: 1\nexpect: { sequence_loss: 1.0e-4 }'],
  ] as const)
    it(`hold in ${JSON.stringify(demo)}`, async () => assert.deepEqual(await problemsOf(kind, demo), []));

  const forms = [
    ...[
      '7',
      '1.5',
      '.5',
      '1e9',
      '2.30e8',
      '-1',
      '~1.5',
      '"≈ 1.5"',
      '"1.5"',
      '1_000',
      '"1,000,000"',
      '"1,000.5"',
      '1 000',
    ],
    ...["1'000", '7 ± 0.1', '7 +- .1', '~7 ± 0.1', '"< 1e-9"', '"<= 1e-9"', '"> 1e99"', '">= 1e99"', '1e-9..2e-9'],
  ];
  const written: Readonly<Record<string, readonly string[]>> = {
    cache_bytes: [
      ...forms,
      '2.3 MB',
      '2.11 GB',
      '1 GiB',
      '1 ± .1 GB',
      '1..2 GB',
      '"< 1 GB"',
      '"> 9 GB"',
      '5 bytes',
      '1 kB',
    ],
    kv_elements_per_token: [...forms, '36k', '1 million', '3 elements', '1.0 M elements', '35k..40k'],
    reduction_vs_mha: [
      ...forms,
      '98.1%',
      '~97%',
      '97% ± .1%',
      '"< 50%"',
      '99%..99.5%',
      '0,98',
      '= 0.9',
      '9..0',
      '1 GB',
    ],
  };
  for (const [key, claims] of Object.entries(written))
    for (const claim of claims)
      it(`hold once ${key}: ${claim} is mended`, async () => {
        const demo = `expect: { ${key}: ${claim} }`;
        const { problems } = await checked('mla', demo);
        assert.equal(problems.length, 1);
        const mended = applyChanges(demo, problems[0]!.fixes);
        assert.deepEqual(await problemsOf('mla', mended), [], mended);
      });

  it('say where bytes were counted in 1024s', async () => {
    assert.deepEqual(await problemsOf('mla', 'expect: { cache_bytes: 2.11 GB }'), [
      'demo.expectation «2.11 GB» cache_bytes is 2.26 GB, not 2.11 GB: in 1024s it is 2.11 GiB.',
    ]);
  });

  it('hold once the fix has written the value found in', async () => {
    const { problems } = await checked('mla', text);
    const fixed = applyChanges(text, [problems[0]!.fixes[0]!, problems[2]!.fixes[0]!]);
    assert.match(fixed, /kv_elements_per_token: 35136 # told/);
    const again = await checked('mla', fixed);
    assert.equal(again.expectations[0]!.holds, true);
    assert.equal(again.expectations[3]!.actual, 1_998_848);
  });

  it('are unmet, with the reason, where the demo cannot be run', async () => {
    const found = await checked('moe', 'experts: 10\ngroups: {count: 4}\nexpect:\n  max_vio: 1\n');
    assert.equal(found.results, null);
    assert.match(found.error!, /10 experts do not divide among 4 groups/);
    assert.deepEqual(
      found.expectations.map(({ holds: held, actual }) => [held, actual]),
      [[false, null]],
    );
  });
});
