import assert from 'node:assert/strict';
import { checked, problemsOf } from '../../../support/demos';

const results = async (text: string) => {
  const { results: found, problems } = await checked('model-size', text);
  assert.deepEqual(problems, []);
  return found!;
};

describe('the model-size demo', () => {
  it('counts what is published', async () => {
    const { problems } = await checked(
      'model-size',
      'preset: mixtral-8x7b\nexpect:\n  parameters: 46.7B\n  active_parameters: 12.9B\n  active_fraction: 27.6%\n  expert_parameters: 45.1 billion',
    );
    assert.deepEqual(problems, []);
  });

  it('counts a shape of one’s own', async () => {
    const found = await results('layers: 12\nd_model: 768\nheads: 12\nvocab: 50257');
    assert.equal(found.non_embedding_parameters, 12 * 12 * 768 * 768 + 25 * 768);
    assert.equal(found.embedding_parameters, 2 * 50_257 * 768);
    assert.equal(found.active_parameters, found.parameters);
    assert.equal(found.active_fraction, 1);
    assert.equal(found.training_flops, null);
  });

  it('changes a preset where a size is given', async () => {
    const dense = await results('preset: llama-3-8b');
    const wide = await results('preset: llama-3-8b\nlayers: 16');
    const half = Number(dense.attention_parameters) / 2;
    assert.equal(wide.attention_parameters, half);
    const mixed = await results('preset: llama-3-8b\nexperts: 8');
    assert.equal(mixed.feed_forward_parameters, 8 * Number(dense.feed_forward_parameters));
    assert.equal(mixed.router_parameters, 32 * 8 * 4096);
  });

  it('keeps the groups of a preset, and one for each head where it has no fewer', async () => {
    const own = (text: string) => results(text).then(({ attention_parameters: count }) => count);
    assert.equal(await own('preset: llama-2-7b\nheads: 16'), 32 * 4 * 4096 * 16 * 128);
    assert.equal(await own('preset: llama-3-8b\nheads: 16'), 32 * 4096 * 128 * (2 * 16 + 2 * 8));
  });

  it('adds up what training takes', async () => {
    const zero = await results('preset: llama-2-7b\ndevices: 64\nzero: 1');
    assert.equal(zero.bytes_per_parameter, 16);
    assert.equal(zero.total_bytes, 16 * 6_738_415_616);
    assert.equal(zero.device_bytes, 6_738_415_616 * (4 + 12 / 64));
    for (const [text, bytes] of [
      ['weight_bits: 32', 16],
      ['weight_bits: 32\noptimizer: momentum', 12],
      ['optimizer: sgd', 8],
      ['optimizer: sgd\nmaster_bits: 0', 4],
      ['optimizer: none\nweight_bits: 4', 0.5],
      ['weight_bits: 8\ngradient_bits: 32\nmoment_bits: 16', 13],
    ] as const)
      assert.equal((await results(text)).bytes_per_parameter, bytes, text);
  });

  it('trains on tokens by the sum and by the rule of thumb', async () => {
    // Llama 3, section 3.2: 3.8e25 FLOPs on 15.6 trillion tokens.
    const found = await results('preset: llama-3-405b\ntokens: 15.6e12\ncontext: 8192');
    assert.equal(Number(found.six_n_d).toExponential(1), '3.8e+25');
    assert.ok(Number(found.training_flops) > Number(found.six_n_d));
  });

  for (const [written, meant] of [
    ['hidden_size', 'd_model'],
    ['num_hidden_layers', 'layers'],
    ['vocab_size', 'vocab'],
    ['num_key_value_heads', 'kv_heads'],
    ['intermediate_size', 'd_ff'],
    ['n_routed_experts', 'experts'],
    ['optimiser', 'optimizer'],
  ])
    it(`knows ${written} as other tools’ name of ${meant}`, async () =>
      assert.match(
        (await problemsOf('model-size', `preset: llama-3-8b\n${written}: 8`)).join(),
        new RegExp(`This demo has no key ${written}. Did you mean ${meant}\\?$`),
      ));

  for (const [text, wanted] of [
    ['layers: 12\nd_model: 768', 'demo.value «12» layers is not enough: without a preset heads, vocab are needed too.'],
    [
      'layers: 2\nd_model: 100\nheads: 3\nvocab: 9',
      'demo.value «3» heads does not fit: 100 channels do not divide among 3 heads; give head_dim.',
    ],
    [
      'preset: llama-3-8b\nkv_heads: 5',
      'demo.value «5» kv_heads does not fit: 32 heads do not divide among 5 heads of keys and values.',
    ],
    [
      'preset: mixtral-8x7b\nexperts: {top_k: 9}',
      'demo.value «9» experts.top_k does not fit: a token cannot be sent to 9 of 8 experts.',
    ],
    [
      'preset: llama-3-8b\nexperts: {top_k: 2}',
      'demo.value «{top_k: 2}» experts needs count: how many experts a layer has.',
    ],
    ['preset: deepseek-v3\nlayers: 2', 'demo.value «2» layers does not fit: 3 of 2 layers cannot be dense.'],
    [
      'preset: deepseek-v3\nkv_heads: 8',
      'demo.value «8» kv_heads means nothing for latent attention, which has one latent for all heads.',
    ],
    [
      'heads: 3\nd_model: 100',
      'demo.value «100» d_model is not enough: without a preset layers, vocab are needed too.',
    ],
    ['zero: 2', 'demo.value «2» zero splits nothing over one device; give devices.'],
    [
      'optimizer: none\nmoment_bits: 16',
      'demo.value «16» moment_bits means nothing with optimizer: none, which keeps the weights alone.',
    ],
    ['optimizer: sgd\nmoment_bits: 16', 'demo.value «16» moment_bits means nothing for sgd, which keeps no moments.'],
    [
      'expect: {training_flops: 1e20}',
      'demo.expectation «1e20» training_flops has no value here, so it cannot be 100000000000000000000: no number of tokens is given.',
    ],
  ] as const)
    it(`says what cannot be: ${text.replaceAll('\n', ', ')}`, async () =>
      assert.deepEqual(await problemsOf('model-size', text), [wanted]));
});
