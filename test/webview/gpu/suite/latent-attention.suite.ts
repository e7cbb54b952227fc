import {
  absorbedLatentAttention,
  expandedLatentAttention,
  type LatentParts,
} from '../../../../src/core/reference/latent-attention';
import { rotate } from '../../../../src/core/reference/positions';
import { gpuOperations } from '../../../../webview/gpu/gpu-operations';
import { describe, kernelCase } from './cases';
import { gaussian, rounded } from './draw';
import { errorOf, expect, expectNear, expectWithin } from './expect';

function drawn(heads: number, queries: number, keys: number, widths: readonly [number, number, number, number]) {
  const [headWidth, ropeWidth, rank, valueWidth] = widths;
  const parts: LatentParts = {
    queryContent: gaussian([heads, queries, headWidth], 1),
    queryRope: rounded(rotate(gaussian([heads, queries, ropeWidth], 2))),
    latent: gaussian([keys, rank], 3),
    keyRope: rounded(rotate(gaussian([keys, ropeWidth], 4))),
  };
  const keyUp = gaussian([heads, headWidth, rank], 5, rank ** -0.5);
  const valueUp = gaussian([heads, valueWidth, rank], 6, rank ** -0.5);
  return { parts, keyUp, valueUp };
}

describe('latent attention', () => {
  for (const [heads, queries, keys, widths] of [
    [1, 1, 1, [1, 2, 1, 1]],
    [3, 7, 11, [5, 4, 6, 7]],
    [4, 65, 65, [16, 8, 24, 16]],
    [16, 1, 100, [32, 16, 64, 32]],
  ] as const)
    kernelCase(
      ['matmul', 'matmul-vec4', 'softmax'],
      `${heads} heads, ${queries} queries, ${keys} keys, widths ${widths}`,
      async (gpu) => {
        const { parts, keyUp, valueUp } = drawn(heads, queries, keys, widths);
        const { latentAttention } = gpuOperations(gpu);
        for (const options of [{}, { causal: true, causalOffset: keys - queries }, { temperature: 0.5 }]) {
          const what = JSON.stringify(options);
          const expanded = await latentAttention('expanded', parts, keyUp, valueUp, options);
          const absorbed = await latentAttention('absorbed', parts, keyUp, valueUp, options);
          const expected = expandedLatentAttention(parts, keyUp, valueUp, options);
          expectWithin(expanded.weights.data, expected.weights.data, 3e-6, `expanded weights ${what}`);
          expectNear(expanded.output, expected.output, `expanded ${what}`, 4e-6);
          expectNear(
            absorbed.output,
            absorbedLatentAttention(parts, keyUp, valueUp, options).output,
            `absorbed ${what}`,
            4e-6,
          );
          expectNear(absorbed.output, expanded.output, `absorbed and expanded ${what}`, 6e-6);
          expectWithin(absorbed.weights.data, expanded.weights.data, 6e-6, `both maps ${what}`);
        }
      },
    );

  kernelCase([], 'a shape that does not fit is named', async (gpu) => {
    const { parts, keyUp, valueUp } = drawn(2, 3, 4, [4, 2, 5, 4]);
    const wrong = { ...parts, keyRope: gaussian([5, 2], 9) };
    const error = await errorOf(() => gpuOperations(gpu).latentAttention('absorbed', wrong, keyUp, valueUp));
    expect(error.message === 'rotary key has the shape [5, 2], expected [4, 2]', error.message);
  });
});
