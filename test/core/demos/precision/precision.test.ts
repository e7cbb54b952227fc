import assert from 'node:assert/strict';
import { bareHost, checked, problemsOf } from '../../../support/demos';
import { shippedModels } from '../../../support/models';

const host = { ...bareHost, models: shippedModels };
const results = async (text: string) => {
  const { results: found, problems } = await checked('precision', text, host);
  assert.deepEqual(problems, []);
  return found!;
};

describe('the precision demo', () => {
  it('rounds values, each with its bits', async () => {
    const found = await results('format: fp8-e5m2\nvalues: [0.1, 1e6, -3]\noverflow: infinite');
    assert.deepEqual(found.rounded, [0.09375, null, -3]);
    assert.deepEqual(found.bits, ['0 01011 10', '0 11111 00', '1 10000 10']);
    assert.deepEqual(found.relative_errors, [(0.1 - 0.09375) / 0.1, null, 0]);
  });

  it('loses nothing that 32 bits hold, and sums in 24 bits nearly exactly', async () => {
    const found = await results('format: fp32\nvalues: [0.5]');
    assert.ok(Number(found.tensor_error) < 2 ** -24 && Number(found.tensor_error) > 0);
    assert.ok(Number(found.product_error) < 1e-5);
  });

  it('errs by a third of half a step, as rounding does on the average', async () => {
    // Uniform in a step of 2^-m of values between 1 and 2: a root mean square of step/sqrt(12), of some 1.1 to 1.5 in size.
    for (const [format, bits] of [
      ['bf16', 7],
      ['fp16', 10],
    ] as const) {
      const { tensor_error: error } = await results(`format: ${format}`);
      const step = 2 ** -bits / Math.sqrt(12);
      assert.ok(Number(error) > step / 1.5 && Number(error) < step, `${format} ${error}`);
    }
  });

  it('keeps small values by a scale, and ordinary ones beside large ones by scales of blocks', async () => {
    const bare = await results('deviation: 0.001');
    assert.ok(Number(bare.tensor_zeros) > 0.6);
    // E4M3 keeps |v| > 2^-10: of a bell curve of width 0.001 the share below is erf(0.9765625/sqrt 2).
    assert.ok(Math.abs(Number(bare.tensor_zeros) - 0.6712) < 0.01, `${bare.tensor_zeros}`);
    assert.equal((await results('deviation: 0.001\nscaling: tensor')).tensor_zeros, 0);
    const one = await results('outliers: 100000\nscaling: tensor');
    const blocks = await results('outliers: 100000\nscaling: block');
    assert.ok(Number(blocks.tensor_typical_error) < Number(one.tensor_typical_error) / 10);
  });

  it('tells what rounding takes from what summing takes', async () => {
    const few = await results('format: bf16\nmean: 1\naccumulate: 8');
    assert.ok(Number(few.accumulation_error) > 0.4 && Number(few.rounding_error) < 1e-3);
    const handed = await results('format: bf16\nmean: 1\naccumulate: {bits: 8, every: 128}');
    assert.ok(Number(handed.accumulation_error) < 0.02);
  });

  it('rounds what a trained model hands on', async () => {
    const found = await results('tensor: course-nano\nformat: fp8-e4m3');
    assert.ok(Number(found.tensor_error) > 0.01 && Number(found.tensor_error) < 0.05);
  });

  for (const [text, wanted] of [
    [
      'scaling: {kind: block, block: 100}\naccumulate: {every: 64}',
      'demo.value «64» accumulate.every must divide 100, the values of a block, which has a scale of its own.',
    ],
    ['scaling: {block: 64}', 'demo.value «64» scaling.block means nothing where scaling is none.'],
    ['scaling: {power_of_two: true}', 'demo.value «true» scaling.power_of_two means nothing without a scale.'],
    [
      'tensor: course-nano\ndeviation: 2',
      "demo.value «2» deviation is that of the product's factors alone: the tensor is course-nano.",
    ],
  ] as const)
    it(`says what cannot be: ${text.replaceAll('\n', ', ')}`, async () =>
      assert.deepEqual(await problemsOf('precision', text, host), [wanted]));
});
