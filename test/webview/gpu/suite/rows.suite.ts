import { layerNorm, rmsNorm } from '../../../../src/core/reference/norm';
import { softmax as softmaxReference } from '../../../../src/core/reference/softmax';
import { Tensor } from '../../../../src/core/reference/tensor';
import { Computation } from '../../../../webview/gpu/computation';
import type { Gpu } from '../../../../webview/gpu/gpu';
import { type NormOptions, normalize, type SoftmaxOptions, softmax } from '../../../../webview/gpu/rows';
import { describe, kernelCase, Skipped } from './cases';
import { gaussian, rounded } from './draw';
import { expect, expectEqual, expectNear, expectWithin } from './expect';

async function softmaxOnDevice(
  gpu: Gpu,
  x: Tensor,
  options: Omit<SoftmaxOptions, 'mask'> & { mask?: Uint32Array<ArrayBuffer> } = {},
): Promise<Tensor> {
  const computation = new Computation(gpu);
  const out = computation.allocate('out', x.shape);
  const { mask, queries, ...rest } = options;
  const uploaded = mask && computation.uploadIntegers('mask', [queries!, x.size(-1)], mask);
  softmax(computation, computation.upload('x', x), out, {
    ...rest,
    ...(queries !== undefined && { queries }),
    mask: uploaded,
  });
  const [result] = await computation.read(out);
  computation.end();
  return result!;
}

/** With what is hidden set to -Infinity. */
const hide = (x: Tensor, hidden: (row: number, column: number) => boolean): Tensor => {
  const columns = x.size(-1);
  return Tensor.generate(x.shape, (i) =>
    hidden(Math.floor(i / columns), i % columns) ? Number.NEGATIVE_INFINITY : x.data[i]!,
  );
};

/** Every number of threads a row, as the adapters of a screen or of a processor would choose it. */
const manners = [
  { kernel: 'softmax', threads: 1 },
  { kernel: 'softmax', threads: 16 },
  { kernel: 'softmax', threads: 64 },
  { kernel: 'softmax-subgroup', threads: 0 },
] as const;

describe('softmax', () => {
  for (const { kernel, threads } of manners) {
    const how = threads === 0 ? 'by subgroups' : `with ${threads} threads a row`;
    const manner = threads === 0 ? { subgroups: true } : { subgroups: false, threads };
    const ready = (gpu: Gpu) => {
      if (threads === 0 && !gpu.features.subgroups) throw new Skipped('the adapter has no subgroups');
    };

    kernelCase(kernel, `rows of many lengths ${how}`, async (gpu) => {
      ready(gpu);
      for (const [rows, columns] of [
        [1, 1],
        [3, 7],
        [65, 63],
        [17, 65],
        [2, 5003],
      ] as const) {
        const x = gaussian([rows, columns], rows + columns, 3);
        const actual = await softmaxOnDevice(gpu, x, manner);
        expectNear(actual, softmaxReference(x), `[${rows}, ${columns}]`);
        expectWithin(actual.data, softmaxReference(x).data, 1e-6 + 2 ** -22 * 15, `[${rows}, ${columns}]`);
      }
    });

    kernelCase(kernel, `huge, tiny and equal logits ${how}`, async (gpu) => {
      ready(gpu);
      const huge = rounded(Tensor.generate([4, 33], (i) => 1e30 * Math.sin(i)));
      const far = rounded(Tensor.generate([4, 33], (i) => (i % 33 === 5 ? 1000 : -1000)));
      const large = rounded(Tensor.generate([4, 33], (i) => 500 + (i % 33)));
      const tiny = gaussian([4, 33], 5, 1e-30);
      const equal = Tensor.generate([4, 33], () => -7);
      for (const [name, x] of Object.entries({ huge, far, large, tiny, equal }))
        expectWithin((await softmaxOnDevice(gpu, x, manner)).data, softmaxReference(x).data, 2e-6, name);
    });

    kernelCase(kernel, `causal rows, masks and rows of which nothing is seen ${how}`, async (gpu) => {
      ready(gpu);
      const x = gaussian([2 * 9, 14], 6);
      const causal = hide(x, (row, column) => column > (row % 9) + 3);
      expectNear(
        await softmaxOnDevice(gpu, x, { ...manner, queries: 9, causal: true, causalOffset: 3 }),
        softmaxReference(causal),
        'causal',
      );
      const before = hide(x, (row, column) => column > (row % 9) - 4);
      const actual = await softmaxOnDevice(gpu, x, { ...manner, queries: 9, causal: true, causalOffset: -4 });
      expectNear(actual, softmaxReference(before), 'causal with nothing to see at first');
      expectEqual([...actual.row(0)], new Array(14).fill(0), 'a row of which nothing is seen');

      const mask = Uint32Array.from({ length: 9 * 14 }, (_, i) => (i < 14 || i % 3 === 0 ? 0 : 1));
      const masked = hide(x, (row, column) => mask[(row % 9) * 14 + column] === 0);
      const hidden = await softmaxOnDevice(gpu, x, { ...manner, queries: 9, mask });
      expectNear(hidden, softmaxReference(masked), 'masked');
      expect(
        hidden.row(9).every((weight) => weight === 0),
        'a masked row is zeros',
      );
    });
  }
});

async function normOnDevice(
  gpu: Gpu,
  x: Tensor,
  options: Omit<NormOptions, 'gain' | 'shift'> & { gain?: Tensor; shift?: Tensor } = {},
): Promise<Tensor> {
  const computation = new Computation(gpu);
  const out = computation.allocate('out', x.shape);
  const { gain, shift, ...rest } = options;
  normalize(computation, computation.upload('x', x), out, {
    ...rest,
    gain: gain && computation.upload('gain', gain),
    shift: shift && computation.upload('shift', shift),
  });
  const [result] = await computation.read(out);
  computation.end();
  return result!;
}

describe('normalise', () => {
  for (const threads of [1, 4, 64])
    kernelCase('normalize', `layer and RMS norm with ${threads} threads a row`, async (gpu) => {
      for (const [rows, columns] of [
        [1, 1],
        [3, 7],
        [66, 63],
        [5, 65],
        [2, 4099],
      ] as const) {
        const x = gaussian([rows, columns], rows * columns, 2);
        const [gain, shift] = [gaussian([columns], 1), gaussian([columns], 2)];
        const at = `[${rows}, ${columns}]`;
        expectNear(await normOnDevice(gpu, x, { gain, shift, threads }), layerNorm(x, gain, shift), `layer ${at}`);
        expectNear(await normOnDevice(gpu, x, { rms: true, gain, threads }), rmsNorm(x, gain), `RMS ${at}`);
        expectNear(await normOnDevice(gpu, x, { rms: true, threads }), rmsNorm(x), `bare RMS ${at}`);
      }
    });

  kernelCase('normalize', 'rows far from zero, of equal and of tiny values', async (gpu) => {
    const far = rounded(Tensor.generate([3, 50], (i) => 1000 + Math.sin(i)));
    expectNear(await normOnDevice(gpu, far), layerNorm(far), 'far', 1e-4);
    const equal = Tensor.generate([3, 50], () => 5);
    expectWithin((await normOnDevice(gpu, equal)).data, layerNorm(equal).data, 1e-6, 'equal');
    const tiny = gaussian([3, 50], 3, 1e-15);
    expectNear(await normOnDevice(gpu, tiny), layerNorm(tiny), 'tiny');
  });
});
