import { matmul } from '../../../../src/core/reference/matmul';
import { Random } from '../../../../src/core/reference/random';
import { Tensor } from '../../../../src/core/reference/tensor';
import { Computation } from '../../../../webview/gpu/computation';
import type { Gpu } from '../../../../webview/gpu/gpu';
import { matricesOf, type ProductKernel, product } from '../../../../webview/gpu/product';
import { describe, kernelCase, Skipped } from './cases';
import { even, gaussian, length } from './draw';
import { expectNear, expectWithin } from './expect';

interface Options {
  readonly kernel: ProductKernel;
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  readonly real?: 'f32' | 'f16';
}

async function onDevice(gpu: Gpu, a: Tensor, b: Tensor, options: Options): Promise<Tensor> {
  const { kernel, transposeA = false, transposeB = false, real = 'f32' } = options;
  const computation = new Computation(gpu);
  const rows = a.size(transposeA ? -1 : -2);
  const columns = b.size(transposeB ? -2 : -1);
  const batch = a.rank === 3 ? a.size(0) : b.rank === 3 ? b.size(0) : undefined;
  const out = computation.allocate('c', batch === undefined ? [rows, columns] : [batch, rows, columns]);
  product(computation, {
    a: matricesOf(computation.upload('a', a, real), transposeA),
    b: matricesOf(computation.upload('b', b, real), transposeB),
    c: matricesOf(out),
    ...{ rows, inner: a.size(transposeA ? -2 : -1), columns, outer: batch ?? 1, kernel },
  });
  const [result] = await computation.read(out);
  computation.end();
  return result!;
}

describe('product', () => {
  for (const kernel of ['matmul', 'matmul-vec4', 'matmul-tiled'] as const) {
    // Whole vectors, where the kernel reads nothing else.
    const whole = kernel === 'matmul-vec4';
    const suited = (length: number) => (whole ? Math.ceil(length / 4) * 4 : length);

    for (const [rows, inner, columns] of [
      [1, suited(1), suited(1)],
      [7, suited(11), suited(13)],
      [63, suited(15), suited(65)],
      [65, suited(17), suited(63)],
      [1, suited(257), 64],
      [64, 64, suited(1)],
    ] as const)
      kernelCase(
        kernel,
        `${kernel} of [${rows}, ${inner}] and [${inner}, ${columns}], transposed or not`,
        async (gpu) => {
          for (const [transposeA, transposeB] of [
            [false, false],
            [false, true],
            [true, false],
            [true, true],
          ] as const) {
            if (whole && transposeA) continue;
            const a = gaussian(transposeA ? [inner, rows] : [rows, inner], 1);
            const b = gaussian(transposeB ? [columns, inner] : [inner, columns], 2);
            const actual = await onDevice(gpu, a, b, { kernel, transposeA, transposeB });
            expectNear(actual, matmul(a, b, { transposeA, transposeB }), `transposed ${transposeA}, ${transposeB}`);
          }
        },
      );

    kernelCase(kernel, `${kernel} of batches, and of a batch with one matrix`, async (gpu) => {
      const [a, b] = [gaussian([3, 10, 8], 3), gaussian([3, 8, suited(9)], 4)];
      const [one, other] = [gaussian([10, 8], 5), gaussian([8, suited(9)], 6)];
      expectNear(await onDevice(gpu, a, b, { kernel }), matmul(a, b), 'both');
      expectNear(await onDevice(gpu, one, b, { kernel }), matmul(one, b), 'left shared');
      expectNear(await onDevice(gpu, a, other, { kernel }), matmul(a, other), 'right shared');
    });

    kernelCase(kernel, `${kernel} scales, keeps and adds a bias`, async (gpu) => {
      const columns = suited(6);
      const [a, b] = [gaussian([5, 8], 7), gaussian([8, columns], 8)];
      const [before, bias] = [gaussian([5, columns], 9), gaussian([columns], 10)];
      const computation = new Computation(gpu);
      const out = computation.upload('c', before);
      product(computation, {
        a: matricesOf(computation.upload('a', a)),
        b: matricesOf(computation.upload('b', b)),
        c: matricesOf(out),
        bias: computation.upload('bias', bias),
        ...{ rows: 5, inner: 8, columns, scale: 0.5, keep: 2, kernel },
      });
      const [actual] = await computation.read(out);
      computation.end();
      const sum = matmul(a, b);
      const expected = Tensor.generate(
        [5, columns],
        (i) => 0.5 * sum.data[i]! + 2 * before.data[i]! + bias.data[i % columns]!,
      );
      expectNear(actual!, expected, 'c');
    });

    kernelCase(kernel, `${kernel} of [-1, 1] data is within 1e-4 at inner 512`, async (gpu) => {
      const [a, b] = [even([48, 512], 11), even([512, 40], 12)];
      const actual = await onDevice(gpu, a, b, { kernel });
      expectWithin(actual.data, matmul(a, b).data, 1e-4, 'product');
      expectNear(actual, matmul(a, b), 'product');
    });

    kernelCase(kernel, `${kernel} of huge and of tiny values`, async (gpu) => {
      for (const deviation of [1e15, 1e-15]) {
        const [a, b] = [gaussian([9, suited(33)], 13, deviation), gaussian([suited(33), suited(10)], 14, deviation)];
        expectNear(await onDevice(gpu, a, b, { kernel }), matmul(a, b), `deviation ${deviation}`);
      }
    });

    kernelCase(kernel, `${kernel} of randomly drawn shapes`, async (gpu) => {
      const random = new Random(2024, kernel);
      for (let i = 0; i < 10; i++) {
        const [batch, rows, inner, columns] = [3, 130, 90, 130].map((most) => length(random, 1, most)) as [
          number,
          number,
          number,
          number,
        ];
        const [a, b] = [
          gaussian([batch, rows, suited(inner)], i),
          gaussian([batch, suited(inner), suited(columns)], i + 50),
        ];
        expectNear(await onDevice(gpu, a, b, { kernel }), matmul(a, b), `[${batch}, ${rows}, ${inner}, ${columns}]`);
      }
    });

    kernelCase(kernel, `${kernel} with f16 operands has NMSE below 5e-4`, async (gpu) => {
      if (!gpu.features.f16) throw new Skipped('the adapter has no f16');
      const [a, b] = [gaussian([65, suited(129)], 15), gaussian([suited(129), suited(67)], 16)];
      expectNear(await onDevice(gpu, a, b, { kernel, real: 'f16' }), matmul(a, b), 'product', Math.sqrt(5e-4));
    });
  }
});
