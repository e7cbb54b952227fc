import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DemoKind, demoKinds } from '../../../src/core/demos/demo-kind';
import { readDemo } from '../../../src/core/demos/read-demo';
import { applyChanges } from '../../../src/core/text/span';
import { checked, problemsOf } from '../../support/demos';

describe('readDemo', () => {
  it('reads what the author gave, and nothing else', () => {
    const text = 'experts: 64 # many\ntop_k: 6\ngroups: {count: 8, keep: 4}\nbalance:\n  method: bias\n  rate: 1e-3\n';
    const demo = readDemo('moe', text);
    assert.deepEqual(demo.values, {
      experts: 64,
      top_k: 6,
      groups: { count: 8, keep: 4 },
      balance: { method: 'bias', rate: 1e-3 },
    });
    assert.deepEqual(demo.problems, []);
    const place = demo.places.get('experts')!;
    assert.equal(text.slice(place.value.start, place.value.end), '64');
    assert.equal(text.slice(demo.places.get('groups.keep')!.key.start).slice(0, 4), 'keep');
  });

  it('reads JSON, an empty body, anchors and keys still without a value', () => {
    assert.deepEqual(readDemo('moe', '{"experts": 4, "top_k": 1}').values, { experts: 4, top_k: 1 });
    assert.deepEqual(readDemo('moe', '').values, {});
    assert.deepEqual(readDemo('moe', '# nothing yet\n').problems, []);
    assert.deepEqual(readDemo('mla', 'heads: &n 8\nhead_dim: *n\n').values, { heads: 8, head_dim: 8 });
    assert.deepEqual(readDemo('moe', 'experts:\ntop_k: 1\n').values, { top_k: 1 });
  });

  it('takes a bare value for the key that a record is about', () => {
    assert.deepEqual(readDemo('moe', 'balance: bias\ncapacity: 1.5\nadaptive_k: 0.4').values, {
      balance: { method: 'bias' },
      capacity: { factor: 1.5 },
      adaptive_k: { p: 0.4 },
    });
  });

  it('keeps a text as it is written', () => {
    assert.equal(readDemo('attention', 'text: 007 true').values.text, '007 true');
    assert.equal(readDemo('attention', 'text: 1.50').values.text, '1.50');
  });

  it('marks a break in the YAML, once', async () => {
    assert.deepEqual(await problemsOf('moe', 'top_k:6'), ['demo.yaml «:» A space is missing after the colon.']);
    assert.deepEqual(await problemsOf('moe', 'steps\nexpect:\n  drop_rate: 0'), [
      'demo.yaml «steps» A colon and a value are missing on this line: key: value.',
    ]);
    assert.deepEqual(await problemsOf('moe', 'top_k: 1\ntop_k: 2'), ['demo.yaml «top_k» This key stands here twice.']);
    assert.deepEqual(await problemsOf('mla', 'expect:\n  max_abs_error: > 5\n'), [
      'demo.yaml «> 5» Write "> 5": without quotes, > begins a folded text in YAML.',
    ]);
    const [open, ...rest] = await problemsOf('moe', 'groups: {count: 4\ntop_k: 1\n');
    assert.match(open!, /^demo.yaml .*This is not YAML/);
    assert.deepEqual(rest, []);
    assert.match((await problemsOf('moe', '- 1\n- 2'))[0]!, /^demo.yaml «- 1\n- 2» A demo is written as keys/);
  });

  it('marks the first of what is wrong, a key that stands twice included', async () => {
    const twice = 'This key stands here twice.';
    assert.deepEqual(await problemsOf('moe', 'groups: { count: 4, count: 5 }\nsteps: [1'), [
      `demo.yaml «count» ${twice}`,
    ]);
    assert.deepEqual(await problemsOf('moe', '"top_k": 1\ntop_k: 2'), [`demo.yaml «top_k» ${twice}`]);
    assert.match((await problemsOf('moe', 'steps: [1\ntop_k: 1\ntop_k: 2'))[0]!, /This is not YAML/);
  });

  // Each compared with each would be twenty thousand million times, and no end of this test.
  it('reads two hundred thousand keys', () => {
    const keys = Array.from({ length: 200_000 }, (_, i) => `k${i}: ${i}`);
    assert.equal(readDemo('moe', [...keys, 'k7: 1'].join('\n')).problems[0]?.message, 'This key stands here twice.');
  });

  for (const [kind, text, ...said] of [
    ['scaling-law', 'data: { pth: a.csv, n: n, d: d, loss: loss }', 'data has no key pth. Did you mean path?'],
    ['loss-curve', 'data: { path: a.csv, los: loss }', 'data has no key los. Did you mean loss?'],
    ['moe', 'data: { pth: a.csv }', 'data has no key pth. Did you mean path?'],
    ['attention', 'data: { pth: a.csv }', 'data has no key pth. Did you mean path?'],
    ['growth', 'quantities: [{ name: a, tims: 2, source: b }]', 'quantities.0 has no key tims. Did you mean times?'],
    ['growth', 'quantities: [{ name: a, times: 2, sorce: b }]', 'quantities.0 has no key sorce. Did you mean source?'],
    ['model-size', 'layers: 2\nd_model: 8\nheads: 2\nvocb: 9', 'This demo has no key vocb. Did you mean vocab?'],
    [
      'model-size',
      'layers: 2\nd_model: 8\nheds: 2\nvocb: 9',
      'This demo has no key heds. Did you mean heads?',
      'This demo has no key vocb. Did you mean vocab?',
    ],
    [
      'model-size',
      'layers: 2\nd_model: 8\nheds: 2',
      'This demo has no key heds. Did you mean heads?',
      'layers is not enough: without a preset heads, vocab are needed too.',
    ],
  ] as const)
    it(`says once of ${text} that a key which is needed is mistyped`, async () => {
      const { results, problems } = await checked(kind, text);
      assert.equal(results, null);
      assert.deepEqual(
        problems.map(({ message }) => message),
        said,
      );
    });

  for (const [kind, text, said] of [
    ['precision', 'devi: 2', 'This demo has no key devi. Did you mean deviation?'],
    ['moe', 'adaptive: true', 'This demo has no key adaptive. Did you mean adaptive_k?'],
  ] as const)
    it(`names the key that goes on where ${text} ends`, async () => {
      assert.ok((await problemsOf(kind, text))[0]!.endsWith(said));
    });

  it('names the nearest key, and mends it', async () => {
    const text = 'expert: 64\n';
    assert.deepEqual(await problemsOf('moe', text), [
      'demo.unknown-key «expert» This demo has no key expert. Did you mean experts?',
    ]);
    const [problem] = readDemo('moe', text).problems;
    assert.equal(applyChanges(text, [problem!.fixes[0]!]), 'experts: 64\n');
    assert.match((await problemsOf('moe', 'groups: {counts: 4}'))[0]!, /^demo.unknown-key «counts» groups has no key/);
    assert.match(
      (await problemsOf('mla', 'zebra: 1'))[0]!,
      /This demo has no key zebra; it has title, .* and against\./,
    );
  });

  it('marks each value that cannot be used, with what could', async () => {
    const wrong = async (text: string) => (await problemsOf('moe', text))[0];
    assert.equal(await wrong('experts: many'), 'demo.value «many» experts must be a whole number from 1 to 2048.');
    assert.equal(await wrong('experts: 2.5'), 'demo.value «2.5» experts must be a whole number from 1 to 2048.');
    assert.equal(await wrong('experts: 0 # none'), 'demo.value «0» experts must be a whole number from 1 to 2048.');
    assert.equal(await wrong('score: sigmoids'), 'demo.value «sigmoids» score must be softmax or sigmoid.');
    assert.equal(await wrong('groups: 4'), 'demo.value «4» groups must hold keys: {count, keep}.');
    assert.match((await wrong('logits: [[1, 2], [3]]'))!, /^demo.value «\[3\]» logits must have rows of 2 numbers/);
    assert.match((await wrong('logits: [[1, x]]'))!, /^demo.value «x» logits must hold numbers alone/);
    assert.match((await wrong('bias: [.nan]'))!, /^demo.value «.nan»/);
    assert.equal(
      (await problemsOf('attention', 'causal: maybe'))[0],
      'demo.value «maybe» causal must be true or false.',
    );
    assert.match((await problemsOf('mla', 'expect:\n  max_abs_error: "< lots 1"\n'))[0]!, /^demo.value «"< lots 1"»/);
  });

  it('offers the value that was most likely meant', () => {
    const mended = (text: string) => applyChanges(text, [readDemo('moe', text).problems[0]!.fixes[0]!]);
    assert.equal(mended('score: sigmoids'), 'score: sigmoid');
    assert.equal(mended('preset: deepseek v3'), 'preset: deepseek-v3');
    assert.equal(mended('experts: "8"'), 'experts: 8');
    assert.equal(mended('experts: 5000'), 'experts: 2048');
  });

  it('offers the number that was meant where it is written in another way', async () => {
    const offers = (kind: DemoKind, text: string) =>
      readDemo(kind, text).problems[0]!.fixes.map(({ newText }) => newText);
    for (const [kind, text, ...meant] of [
      ['moe', 'experts: 1_024', '1024'],
      ['mla', 'context: 131,072', '131072'],
      ['mla', 'context: 128k', '128000', '131072'],
      ['mla', 'context: 10k', '10000'],
      ['mla', 'context: 1.5 million', '1500000'],
      ['mla', 'context: -4096', '4096'],
      ['multi-token', 'acceptance: 80%', '0.8'],
      ['multi-token', 'acceptance: 80', '0.8'],
      ['multi-token', 'acceptance: 0,8', '0.8'],
      ['collective', 'bytes: 1 GB', '1000000000'],
      ['collective', 'bytes: 1 GiB', '1073741824'],
      ['mla', 'context: 1 GB'],
      ['sampling', 'correct: 20%'],
      ['moe', 'experts: 5000', '2048'],
      ['attention', 'causal: yes', 'true'],
      ['attention', 'causal: Off', 'false'],
    ] as const)
      assert.deepEqual(offers(kind, text), meant, text);
    assert.deepEqual(await problemsOf('mla', 'context: 128k'), [
      'demo.value «128k» context must be a whole number from 1 to 1000000000: write 128000 or 131072.',
    ]);
  });

  it('says where a claim belongs that stands among the keys', async () => {
    assert.deepEqual(await problemsOf('moe', 'expect:\nmax_vio: 1'), [
      'demo.unknown-key «max_vio» max_vio is what this demo gives: what the lesson says of it stands under expect, indented.',
    ]);
  });

  it('takes an empty list for none', async () => {
    assert.deepEqual(await problemsOf('precision', 'values: []'), ['demo.value «[]» values must hold a number.']);
  });

  it('knows the wide colon of another keyboard', async () => {
    for (const [text, mended] of [
      ['experts： 8', 'experts: 8'],
      ['top_k: 2\nexperts：8', 'top_k: 2\nexperts: 8'],
      ['experts：8\ntop_k: 2', 'experts: 8\ntop_k: 2'],
    ] as const) {
      assert.deepEqual(await problemsOf('moe', text), [
        'demo.yaml «：» This is the wide colon of another keyboard, which YAML does not take for one.',
      ]);
      assert.equal(applyChanges(text, [readDemo('moe', text).problems[0]!.fixes[0]!]), mended);
    }
    assert.deepEqual(await problemsOf('attention', 'text: a： b'), []);
  });

  it('never throws, whatever it reads, and marks only what is there', () => {
    const piece = fc.constantFrom(
      'experts: ',
      'expect:\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      '1',
      ': ',
      '\n',
      '&a',
      '*a',
      '|',
      '#',
      '\t',
      'é',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...demoKinds), text, (kind, body) => {
        for (const { span } of readDemo(kind, body).problems)
          assert.ok(
            0 <= span.start && span.start <= span.end && span.end <= body.length,
            JSON.stringify({ body, span }),
          );
      }),
      { numRuns: 500 },
    );
    assert.doesNotThrow(() => readDemo('moe', '['.repeat(50_000)));
  });

  it('is not led astray by aliases that hold themselves or multiply', () => {
    assert.match(readDemo('moe', 'expect:\n  load: &a [*a]\n').problems[0]!.message, /^expect.load must be/);
    const laughs = ['a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]'];
    for (const [one, next] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'])
      laughs.push(`${next}: &${next} [${Array(9).fill(`*${one}`).join(', ')}]`);
    const expect = `expect:\n${laughs.map((line) => `  ${line}\n`).join('')}`;
    assert.ok(readDemo('moe', expect).problems.length > 0);
    const row = `[${Array(4000).fill(1).join(',')}]`;
    const rows = `logits: [&r ${row}, ${Array(4000).fill('*r').join(', ')}]`;
    assert.match(readDemo('moe', rows).problems[0]!.message, /may hold 65536 numbers at most/);
  });
});
