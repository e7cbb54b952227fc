import { geluErf, geluTanh, relu, sigmoid, silu } from '../../../../src/core/reference/activation';
import { rotate as rotateReference } from '../../../../src/core/reference/positions';
import { Tensor } from '../../../../src/core/reference/tensor';
import { Computation } from '../../../../webview/gpu/computation';
import { cpuOperations } from '../../../../webview/gpu/cpu-operations';
import type { DeviceTensor } from '../../../../webview/gpu/device-tensor';
import { gather } from '../../../../webview/gpu/gather';
import type { Gpu } from '../../../../webview/gpu/gpu';
import { gpuOperations } from '../../../../webview/gpu/gpu-operations';
import { type Operation, pointwise } from '../../../../webview/gpu/pointwise';
import { rotate } from '../../../../webview/gpu/rotary';
import { describe, kernelCase } from './cases';
import { gaussian, rounded } from './draw';
import { errorOf, expect, expectNear, expectWithin } from './expect';

async function made(
  gpu: Gpu,
  shape: readonly number[],
  steps: (computation: Computation, out: DeviceTensor) => void,
): Promise<Tensor> {
  const computation = new Computation(gpu);
  try {
    const out = computation.allocate('out', shape);
    steps(computation, out);
    return (await computation.read(out))[0]!;
  } finally {
    computation.end();
  }
}

const functions: Readonly<Record<Operation, (x: number, y: number) => number>> = {
  'gelu-tanh': geluTanh,
  'gelu-erf': geluErf,
  silu,
  relu,
  sigmoid,
  add: (x, y) => x + y,
  'silu-times': (x, y) => silu(x) * y,
};

describe('activations', () => {
  for (const operation of Object.keys(functions) as Operation[])
    kernelCase('pointwise', operation, async (gpu) => {
      const far = [-1e20, -1000, -100, -88, -20, -1, -1e-30, 0, 1e-30, 1, 20, 88, 100, 1000, 1e20];
      for (const x of [gaussian([1], 1), gaussian([257], 2, 3), gaussian([3, 1000], 3), Tensor.from(far)]) {
        const [a, b] = [rounded(x), gaussian(x.shape, 4)];
        const actual = await made(gpu, a.shape, (computation, out) =>
          pointwise(computation, operation, computation.upload('x', a), out, computation.upload('y', b)),
        );
        const expected = Tensor.generate(a.shape, (i) => functions[operation](a.data[i]!, b.data[i]!));
        expectNear(actual, expected, `[${a.shape}]`);
        for (let i = 0; i < a.data.length; i++)
          expectWithin(
            [actual.data[i]!],
            [expected.data[i]!],
            1e-6 * Math.max(1, Math.abs(a.data[i]!)),
            `at ${a.data[i]}`,
          );
      }
    });
});

describe('rotary positions', () => {
  kernelCase('rotary', 'near the start and a hundred thousand tokens on', async (gpu) => {
    for (const [shape, firstPosition] of [
      [[1, 1, 2], 0],
      [[3, 7, 6], 0],
      [[2, 65, 64], 5],
      [[1, 3, 10], 100_000],
    ] as const) {
      const x = gaussian(shape, 5);
      const actual = await made(gpu, shape, (computation, out) =>
        rotate(computation, computation.upload('x', x), out, { firstPosition }),
      );
      expectNear(actual, rotateReference(x, { firstPosition }), `[${shape}] from ${firstPosition}`);
    }
  });
});

describe('gather', () => {
  const table = gaussian([11, 7], 6);
  const positions = gaussian([5, 7], 7);

  kernelCase('gather', 'rows by their ids, with and without positions', async (gpu) => {
    const ids = [10, 0, 3, 3, 9, 1];
    const rows = await made(gpu, [6, 7], (computation, out) =>
      gather(computation, ids, computation.upload('table', table), out),
    );
    expectWithin(
      rows.data,
      ids.flatMap((id) => [...table.row(id)]),
      0,
      'rows',
    );
    const placed = await made(gpu, [6, 7], (computation, out) =>
      gather(computation, ids, computation.upload('table', table), out, {
        positions: computation.upload('positions', positions),
        length: 3,
      }),
    );
    const expected = ids.flatMap((id, i) => [...table.row(id)].map((value, c) => value + positions.at(i % 3, c)));
    expectWithin(placed.data, expected, 1e-6, 'placed');
  });

  kernelCase('gather', 'an unknown id and too long a text are errors', async (gpu) => {
    const attempt = (ids: number[]) => () =>
      made(gpu, [ids.length, 7], (computation, out) =>
        gather(computation, ids, computation.upload('table', table), out, {
          positions: computation.upload('positions', positions),
        }),
      );
    expect((await errorOf(attempt([3, 11]))).message.includes('token 11'), 'unknown id');
    expect((await errorOf(attempt([0, 0, 0, 0, 0, 0]))).message.includes('context of 5'), 'too long');
  });
});

describe('loss surface', () => {
  kernelCase('loss-surface', 'agrees over eight orders of magnitude', async (gpu) => {
    const law = { E: 1.8172, A: 482.01, B: 2085.43, alpha: 0.3478, beta: 0.3658 };
    const models = Array.from({ length: 37 }, (_, i) => 1e5 * 10 ** (i / 5));
    const tokens = Array.from({ length: 41 }, (_, i) => 1e6 * 10 ** (i / 5));
    const actual = await gpuOperations(gpu).lossSurface(law, models, tokens);
    const expected = await cpuOperations.lossSurface(law, models, tokens);
    expectNear(actual, expected, 'loss');
    expectWithin(
      actual.data.map((loss, i) => loss / expected.data[i]!),
      actual.data.map(() => 1),
      2e-6,
      'each loss',
    );
  });
});
