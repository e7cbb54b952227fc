import { type AttentionOptions, attention as reference } from '../../../../src/core/reference/attention';
import { Random } from '../../../../src/core/reference/random';
import { Tensor } from '../../../../src/core/reference/tensor';
import type { Gpu } from '../../../../webview/gpu/gpu';
import { gpuOperations } from '../../../../webview/gpu/gpu-operations';
import { describe, kernelCase, Skipped } from './cases';
import { gaussian, length, rounded } from './draw';
import { expect, expectEqual, expectNear, expectWithin } from './expect';

interface Sizes {
  readonly heads?: number;
  readonly kvHeads?: number;
  readonly queries: number;
  readonly keys?: number;
  readonly width: number;
  readonly valueWidth?: number;
  readonly deviation?: number;
}

function operands({ heads = 1, kvHeads = heads, queries, keys = queries, width, ...rest }: Sizes): Operands {
  const { valueWidth = width, deviation = 1 } = rest;
  return [
    gaussian([heads, queries, width], 1, deviation),
    gaussian([kvHeads, keys, width], 2, deviation),
    gaussian([kvHeads, keys, valueWidth], 3, deviation),
  ];
}

type Operands = [query: Tensor, key: Tensor, value: Tensor];

/** What the map and its output may be off by: a score of 1000 is itself rounded by 6e-5 in f32. */
const allowance = (scores: Tensor): number => {
  let largest = 0;
  for (const score of scores.data) if (Number.isFinite(score)) largest = Math.max(largest, Math.abs(score));
  return 1e-6 + 2 ** -22 * largest;
};

async function compare(gpu: Gpu, tensors: Operands, options: AttentionOptions = {}, what = ''): Promise<void> {
  const { attention, flashAttention } = gpuOperations(gpu);
  const expected = reference(...tensors, options);
  const allowed = allowance(expected.scores);
  const largestValue = tensors[2].data.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);

  const map = await attention(...tensors, options);
  expectNear(map.scores, expected.scores, `${what} scores`);
  expectWithin(map.weights.data, expected.weights.data, allowed, `${what} weights`);
  expectWithin(map.output.data, expected.output.data, 4 * allowed * largestValue, `${what} output`);

  const flash = await flashAttention(...tensors, options);
  expectWithin(flash.data, expected.output.data, 4 * allowed * largestValue, `${what} flash`);
  expectWithin(flash.data, map.output.data, 4 * allowed * largestValue, `${what} flash and three passes`);
  // Where scores are ordinary numbers, the norm of f32 holds too.
  if (allowed < 1e-5) expectNear(flash, expected.output, `${what} flash`, 4e-6);
}

const kernels = ['flash-attention', 'softmax', 'matmul', 'matmul-vec4'] as const;

describe('attention', () => {
  for (const [queries, keys, width, valueWidth] of [
    [1, 1, 1, 1],
    [7, 13, 5, 3],
    [63, 31, 31, 33],
    [65, 33, 33, 31],
    [1, 301, 16, 16],
    [130, 2, 8, 70],
  ] as const)
    kernelCase(kernels, `${queries} queries, ${keys} keys, widths ${width} and ${valueWidth}`, async (gpu) => {
      await compare(gpu, operands({ heads: 2, queries, keys, width, valueWidth }));
    });

  kernelCase(kernels, 'causal, with and without tokens before', async (gpu) => {
    for (const queries of [1, 5, 64, 97]) {
      await compare(gpu, operands({ queries, width: 8 }), { causal: true }, `${queries}`);
      const cached = operands({ queries, keys: queries + 37, width: 8 });
      await compare(gpu, cached, { causal: true, causalOffset: 37 }, `${queries} after 37`);
    }
    const early = operands({ queries: 9, keys: 40, width: 8 });
    await compare(gpu, early, { causal: true, causalOffset: -4 }, 'queries before any key');
  });

  kernelCase(kernels, 'grouped queries and one shared head', async (gpu) => {
    for (const [heads, kvHeads] of [
      [4, 2],
      [6, 1],
      [6, 3],
    ] as const)
      for (const width of [7, 8])
        await compare(gpu, operands({ heads, kvHeads, queries: 10, keys: 12, width }), {}, `${heads} on ${kvHeads}`);
  });

  kernelCase(kernels, 'temperature and scale', async (gpu) => {
    for (const temperature of [0.01, 0.5, 100])
      await compare(gpu, operands({ queries: 20, width: 8 }), { temperature }, `temperature ${temperature}`);
    await compare(gpu, operands({ queries: 20, width: 8 }), { scale: 2, causal: true }, 'scale 2');
  });

  kernelCase(kernels, 'a mask, and queries that see nothing', async (gpu) => {
    const tensors = operands({ heads: 2, queries: 70, keys: 45, width: 8 });
    const random = new Random(4);
    const mask = Array.from({ length: 70 * 45 }, (_, i) => (i < 3 * 45 || random.uniform() < 0.4 ? 0 : 1));
    await compare(gpu, tensors, { mask }, 'mask');
    await compare(gpu, tensors, { mask, causal: true }, 'mask and causal');
    const output = await gpuOperations(gpu).flashAttention(...tensors, { mask });
    expectEqual([...output.row(1, 0)], new Array(8).fill(0), 'a query that sees nothing');
    await compare(gpu, tensors, { mask: new Array(70 * 45).fill(0) }, 'nothing at all');
  });

  kernelCase(kernels, 'equal logits weigh all keys alike', async (gpu) => {
    const equal = Tensor.generate([1, 50, 8], () => 1);
    const value = gaussian([1, 50, 8], 5);
    await compare(gpu, [equal, equal, value]);
    const { weights } = await gpuOperations(gpu).attention(equal, equal, value);
    expect(new Set(weights.data).size === 1, 'weights differ');
  });

  kernelCase(kernels, 'huge and tiny values', async (gpu) => {
    await compare(gpu, operands({ queries: 40, width: 16, deviation: 30 }), {}, 'scores of thousands');
    await compare(gpu, operands({ queries: 40, width: 16, deviation: 1e-12 }), {}, 'tiny');
    // Growing along the keys, so that every tile raises the maximum.
    const rising = rounded(Tensor.generate([1, 100, 4], (i) => Math.floor(i / 4) * 0.7));
    await compare(gpu, [rising, rising, gaussian([1, 100, 4], 6)], { causal: true }, 'rising');
  });

  kernelCase(kernels, 'randomly drawn shapes', async (gpu) => {
    const random = new Random(77, 'attention');
    for (let i = 0; i < 8; i++) {
      const kvHeads = length(random, 1, 3);
      const [queries, keys, width, valueWidth] = [100, 100, 40, 40].map((most) => length(random, 1, most)) as number[];
      const tensors = operands({
        heads: kvHeads * length(random, 1, 3),
        ...{ kvHeads, queries: queries!, keys: keys!, width: width!, valueWidth: valueWidth! },
      });
      const causal = random.uniform() < 0.5;
      await compare(gpu, tensors, { causal }, `${tensors.map(({ shape }) => `[${shape}]`)}, causal ${causal}`);
    }
  });

  kernelCase('flash-attention', 'flash with f16 operands has NMSE below 5e-4', async (gpu) => {
    if (!gpu.features.f16) throw new Skipped('the adapter has no f16');
    const tensors = operands({ heads: 2, queries: 70, keys: 50, width: 16 });
    const actual = await gpuOperations(gpu, { f16: true }).flashAttention(...tensors, { causal: true });
    expectNear(actual, reference(...tensors, { causal: true }).output, 'output', Math.sqrt(5e-4));
  });
});
