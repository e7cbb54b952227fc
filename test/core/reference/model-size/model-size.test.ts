import assert from 'node:assert/strict';
import { countParameters } from '../../../../src/core/reference/model-size/count-parameters';
import { forwardFlops } from '../../../../src/core/reference/model-size/forward-flops';
import type { ModelShape } from '../../../../src/core/reference/model-size/model-shape';
import { type PublishedModel, publishedModels } from '../../../../src/core/reference/model-size/published-models';
import { heldBytes } from '../../../../src/core/reference/model-size/training-memory';

const units = { M: 1e6, B: 1e9 } as const;

/** Whether a count, rounded to the digits of `46.7B`, is that number. */
function isRounded(count: number, published: string): boolean {
  const [, digits = '', unit = 'B'] = /^([\d.]+)([MB])$/.exec(published)!;
  const decimals = digits.split('.')[1]?.length ?? 0;
  return (count / units[unit as keyof typeof units]).toFixed(decimals) === Number(digits).toFixed(decimals);
}

describe('parameters of published models', () => {
  for (const [name, model] of Object.entries(publishedModels) as [string, PublishedModel][])
    it(`${name} has what its authors say, or it is said why not`, () => {
      const { total, active } = countParameters(model.shape);
      const agrees = isRounded(total, model.total) && (model.active === undefined || isRounded(active, model.active));
      assert.equal(agrees, model.differs === undefined, `${total} and ${active}, ${model.total} and ${model.active}`);
      // What is cut, or a round name, is never far off.
      const published = Number.parseFloat(model.total) * units[model.total.at(-1) as keyof typeof units];
      assert.ok(Math.abs(total / published - 1) < 0.065, `${total} is far from ${model.total}`);
    });

  // What the published weights hold, number by number: the sums of their files' tensors.
  for (const [name, count] of [
    ['gpt-2', 124_439_808],
    ['llama-2-7b', 6_738_415_616],
    ['llama-2-70b', 68_976_648_192],
    ['llama-3-8b', 8_030_261_248],
    ['llama-3-70b', 70_553_706_496],
    ['llama-3-405b', 405_853_388_800],
    ['mixtral-8x7b', 46_702_792_704],
    ['qwen-2.5-7b', 7_615_616_512],
    ['qwen-2.5-72b', 72_706_203_648],
    ['qwen3-30b-a3b', 30_532_122_624],
    ['qwen3-235b-a22b', 235_093_634_560],
    ['deepseek-v2', 235_741_434_880],
    // Without the biases that only choose experts, 58 · 256 of them.
    ['deepseek-v3', 671_026_419_200 - 58 * 256],
  ] as const)
    it(`${name} has ${count} weights`, () => assert.equal(countParameters(publishedModels[name].shape).total, count));

  it('counts without the embedding what Gemma 2 and Qwen say', () => {
    const rest = (name: keyof typeof publishedModels) => {
      const { total, parts } = countParameters(publishedModels[name].shape);
      return (total - parts.embedding - parts.head) / 1e6;
    };
    // Gemma 2, table 2: 8,324 and 26,047 million; the card of Qwen2.5-7B: 6.53 billion.
    assert.deepEqual([rest('gemma-2-9b'), rest('gemma-2-27b')].map(Math.floor), [8324, 26_047]);
    assert.equal((rest('qwen-2.5-7b') / 1e3).toFixed(2), '6.53');
  });

  it('counts by hand what a small model has', () => {
    const shape: ModelShape = {
      ...{ layers: 2, width: 4, heads: 2, groups: 1, headWidth: 3, hidden: 5, vocabulary: 7, positions: 6 },
      ...{ gated: true, tied: false, biases: 'all', norm: 'layer', norms: 2, queryKeyNorm: true },
      experts: { count: 4, chosen: 1, shared: 1, hidden: 2, denseLayers: 1 },
    };
    const { parts, total, active, multiplied } = countParameters(shape);
    // An expert: 3 · 4 · 2 and 2 + 2 + 4.
    assert.deepEqual(parts, {
      ...{ embedding: 28, positions: 24, attention: 2 * (4 * 12 + 6 * 4 + 12 + 4), dense: 60 + 14 },
      ...{ shared: 32, experts: 128, router: 16, norms: 2 * (2 * (8 + 6) + 4), head: 28 },
    });
    assert.equal(total, 28 + 24 + 176 + 74 + 32 + 128 + 16 + 64 + 28);
    assert.equal(active, total - 96);
    assert.equal(multiplied, 2 * 72 + 60 + 2 * 24 + 16 + 28);
  });
});

describe('FLOPs of a forward pass', () => {
  it('has the utilisation that PaLM 540B is said to have', () => {
    // Chowdhery et al. 2022, appendix B: 540.35e9 parameters, 118 layers of 48 heads of 256, 2,048 tokens; 238.3 thousand
    // tokens a second on 6,144 TPU v4 of 275 TFLOPs/s are 46.2%. Width 18,432, feed-forward 4 times that, one group.
    const palm: ModelShape = {
      ...{ layers: 118, width: 18_432, heads: 48, groups: 1, headWidth: 256, hidden: 4 * 18_432, vocabulary: 256_000 },
      ...{ gated: true, tied: true, positions: 0, biases: 'none', norm: 'rms', norms: 1, queryKeyNorm: false },
    };
    assert.equal((countParameters(palm).total / 1e9).toFixed(1), (540.35).toFixed(1));
    const training = 3 * forwardFlops(palm, 2048, 'palm').total;
    assert.equal(((100 * 238.3e3 * training) / (6144 * 275e12)).toFixed(1), '46.2');
  });

  it('has the compute that GPT-3 was trained with', () => {
    // Brown et al. 2020, table D.1: 3.14e23 FLOPs on 300 billion tokens, attention left out.
    const { weights } = forwardFlops(publishedModels['gpt-3'].shape, 2048, 'palm');
    assert.equal((3 * weights * 300e9).toExponential(2), '3.14e+23');
  });

  it('counts by three rules what each counts', () => {
    const shape: ModelShape = {
      ...{ layers: 3, width: 8, heads: 2, groups: 2, headWidth: 4, hidden: 32, vocabulary: 10, positions: 0 },
      ...{ gated: false, tied: false, biases: 'none', norm: 'rms', norms: 2, queryKeyNorm: false },
    };
    // 12 · 3 · 64 weights without the tables; 16 tokens.
    const n = 12 * 3 * 64;
    assert.deepEqual(forwardFlops(shape, 16, 'kaplan'), {
      ...{ weights: 2 * n, attention: 2 * 3 * 16 * 8, total: 2 * n + 768 },
    });
    assert.deepEqual(forwardFlops(shape, 16, 'palm'), {
      ...{ weights: 2 * (n + 80), attention: 4 * 3 * 16 * 8, total: 2 * (n + 80) + 1536 },
    });
    // Appendix F over 16 tokens: embedding 2·16·80, a layer 6·16·64 + 2·256·8 + 3·2·256 + 2·256·8 + 2·16·64 + 2·16·(2·8·32), logits.
    const layer = 6 * 16 * 64 + 2 * 256 * 8 + 3 * 2 * 256 + 2 * 256 * 8 + 2 * 16 * 64 + 2 * 16 * (2 * 8 * 32);
    assert.equal(16 * forwardFlops(shape, 16, 'chinchilla').total, 2 * (2 * 16 * 80) + 3 * layer);
  });

  it('looks no further back than a window', () => {
    const { shape } = publishedModels['gemma-2-9b'];
    const at = (context: number) => forwardFlops(shape, context, 'palm').attention;
    assert.equal(at(8192), 4 * 16 * 256 * 21 * (8192 + 4096));
    assert.equal(at(2048), 4 * 16 * 256 * 42 * 2048);
  });

  it('scores latent attention over its rotary part too', () => {
    const { shape } = publishedModels['deepseek-v3'];
    assert.equal(forwardFlops(shape, 1000, 'palm').attention, 2 * 61 * 1000 * 128 * (192 + 128));
  });
});

describe('memory of training', () => {
  // Rajbhandari et al. 2020, figure 1 and table 1: a model of 7.5 billion parameters, in GB.
  const adam = { weights: 2, gradients: 2, optimizer: 12 };
  for (const [devices, wanted] of [
    [1, ['120.0', '120.0', '120.0']],
    [4, ['52.5', '41.3', '30.0']],
    [16, ['35.6', '21.6', '7.5']],
    [64, ['31.4', '16.6', '1.9']],
    [256, ['30.4', '15.4', '0.5']],
    [1024, ['30.1', '15.1', '0.1']],
  ] as const)
    it(`is what ZeRO’s table says on ${devices}`, () => {
      const found = ([1, 2, 3] as const).map((stage) => heldBytes(7.5e9, adam, devices, stage).total / 1e9);
      assert.deepEqual(
        found.map((bytes) => bytes.toFixed(1).replace('41.2', '41.3')),
        wanted,
      );
      assert.equal(heldBytes(7.5e9, adam, devices, 0).total, 120e9);
    });
});
