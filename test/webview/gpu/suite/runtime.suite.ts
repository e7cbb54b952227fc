import { attention } from '../../../../src/core/reference/attention';
import { matmul } from '../../../../src/core/reference/matmul';
import { Computation } from '../../../../webview/gpu/computation';
import { createEngine } from '../../../../webview/gpu/engine';
import { KernelError, OutOfMemoryError } from '../../../../webview/gpu/errors';
import { Gpu } from '../../../../webview/gpu/gpu';
import { toHalves } from '../../../../webview/gpu/half';
import { kernels } from '../../../../webview/gpu/kernels';
import { sliceGrid } from '../../../../webview/gpu/pace';
import { matricesOf, product } from '../../../../webview/gpu/product';
import { describe, it, kernelCase, openGpu, Skipped } from './cases';
import { gaussian } from './draw';
import { errorOf, expect, expectEqual, expectNear } from './expect';

const [query, key, value] = [gaussian([2, 9, 8], 1), gaussian([2, 11, 8], 2), gaussian([2, 11, 8], 3)];

async function engineOnGpu(options = {}) {
  const engine = await createEngine(options);
  if (engine.backend.kind === 'cpu') throw new Skipped(engine.backend.reason);
  return engine;
}

describe('engine', () => {
  it('says what it runs on, and how long it took', async () => {
    const engine = await engineOnGpu();
    const { result, backend, milliseconds } = await engine.attention(query, key, value);
    expectNear(result.output, attention(query, key, value).output, 'output', 4e-6);
    expect(backend.kind === 'webgpu' && backend.adapter.length > 0, JSON.stringify(backend));
    expect(milliseconds > 0, 'no time');
    engine.close();
  });

  it('answers calls that are made at once, each with its own', async () => {
    const engine = await engineOnGpu();
    const pairs = [1, 2, 3, 4].map((seed) => [gaussian([seed, 5], seed), gaussian([5, seed], seed + 9)] as const);
    const answers = await Promise.all(pairs.map(([a, b]) => engine.matmul(a, b)));
    for (const [i, [a, b]] of pairs.entries()) expectNear(answers[i]!.result, matmul(a, b), `call ${i}`);
    engine.close();
  });

  it('survives the loss of its device, between calls and in the middle of one', async () => {
    const notices: string[] = [];
    const engine = await engineOnGpu({ onNotice: (sentence: string) => notices.push(sentence) });
    await engine.matmul(query, value, { transposeB: true });
    engine.loseDevice();
    const between = await engine.attention(query, key, value);
    expectEqual(between.backend.kind, 'webgpu', 'backend after a loss');
    expectNear(between.result.output, attention(query, key, value).output, 'output after a loss', 4e-6);

    const large = gaussian([600, 500], 4);
    const running = engine.matmul(large, large, { transposeB: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    engine.loseDevice();
    expectNear((await running).result, matmul(large, large, { transposeB: true }), 'product across a loss');
    expect(notices.length >= 2 && notices[0]!.includes('opened anew'), notices.join(' '));
    engine.close();
  });

  it('hands over to the CPU when the device is lost again and again', async () => {
    const engine = await engineOnGpu();
    const patient: { lose(): void } = { lose: () => engine.loseDevice() };
    const timer = setInterval(() => patient.lose(), 0);
    const large = gaussian([500, 500], 5);
    const { result, backend } = await engine.matmul(large, large).finally(() => clearInterval(timer));
    expect(backend.kind === 'cpu' && backend.reason.includes('again and again'), JSON.stringify(backend));
    expectNear(result, matmul(large, large), 'product');
    engine.close();
  });

  it('breaks off when it is told to, and goes on afterwards', async () => {
    const engine = await engineOnGpu();
    const controller = new AbortController();
    const large = gaussian([700, 700], 6);
    const running = errorOf(() => engine.within(controller.signal).matmul(large, large));
    setTimeout(() => controller.abort(new Error('newer input')), 5);
    expectEqual((await running).message, 'newer input', 'reason');
    const { result } = await engine.matmul(query, key, { transposeB: true });
    expectNear(result, matmul(query, key, { transposeB: true }), 'product after an abort');
    engine.close();
    expect((await errorOf(() => engine.matmul(query, key))).message.includes('closed'), 'closed');
  });

  it('names the operand and both shapes when they do not fit', async () => {
    const engine = await engineOnGpu();
    const error = await errorOf(() => engine.attention(query, gaussian([2, 11, 7], 7), value));
    expectEqual(error.message, 'key has the shape [2, 11, 7], expected [any, any, 8]', 'message');
    const unequal = await errorOf(() => engine.matmul(query, key));
    expect(unequal.message.includes('[2, 9, 8] and [2, 11, 8]'), unequal.message);
    engine.close();
  });

  it('computes on the CPU when that is asked for', async () => {
    const engine = await createEngine({ backend: 'cpu' });
    expectEqual(engine.backend.kind, 'cpu', 'backend');
    const { result } = await engine.flashAttention(query, key, value, { causal: true });
    expectEqual(result.data, attention(query, key, value, { causal: true }).output.data, 'output');
    engine.close();
  });
});

describe('runtime', () => {
  it('reports an error in a kernel as file, line and column', async () => {
    const broken = kernels.pointwise.replace('  let first = ', '  let first = 1u +* ');
    const line = broken.split('\n').findIndex((text) => text.includes('+*')) + 1;
    const gpu = await openGpu({ pointwise: broken });
    const error = await errorOf(() => gpu.pipelines.get('pointwise', { operation: 0 }));
    expect(error instanceof KernelError, String(error));
    expectEqual([error.file, error.line], ['webview/gpu/kernels/pointwise.wgsl', line], 'place');
    expect(error.column > 1 && error.message.startsWith(`${error.file}:${line}:${error.column}: `), error.message);
    gpu.throwErrors();
    gpu.destroy();
  });

  kernelCase([], 'surfaces what the device complains about', async (gpu) => {
    gpu.device.createBindGroup({ layout: (await gpu.pipelines.get('rotary')).getBindGroupLayout(0), entries: [] });
    const computation = new Computation(gpu);
    const tensor = computation.upload('x', gaussian([3], 1));
    const error = await errorOf(() => computation.read(tensor));
    computation.end();
    expect(error.message.startsWith('WebGPU reports: '), error.message);
  });

  kernelCase([], 'says what would fit where a tensor does not', async (gpu) => {
    const computation = new Computation(gpu);
    const error = await errorOf(() => computation.allocate('attention weights', [8, 16384, 16384]));
    computation.end();
    expect(error instanceof OutOfMemoryError, String(error));
    const suggested = /try \[8, (\d+), (\d+)\]/.exec(error.message);
    expect(suggested !== null && suggested[1] === suggested[2], error.message);
    const limit = Math.min(gpu.device.limits.maxStorageBufferBindingSize, gpu.device.limits.maxBufferSize);
    const bytes = 8 * 4 * Number(suggested[1]) ** 2;
    expect(bytes <= limit && bytes > limit * 0.9, error.message);
  });

  kernelCase('matmul', 'gives the same result however the work is cut up', async (gpu) => {
    const [a, b] = [gaussian([4, 200, 20], 8), gaussian([4, 20, 150], 9)];
    for (const kernel of ['matmul', 'matmul-tiled'] as const) {
      // Devices so slow that a submit is a workgroup, or a few.
      const [hasty, slow] = [await openGpu(), await openGpu()];
      for (let i = 0; i < 40; i++) hasty.pace.learn(1e9, 1e6);
      for (let i = 0; i < 40; i++) slow.pace.learn(1e9, 2.9e4);
      const results = [];
      for (const on of [gpu, hasty, slow]) {
        const computation = new Computation(on);
        const out = computation.allocate('c', [4, 200, 150]);
        product(computation, {
          a: matricesOf(computation.upload('a', a)),
          b: matricesOf(computation.upload('b', b)),
          c: matricesOf(out),
          ...{ rows: 200, inner: 20, columns: 150, outer: 4, kernel },
        });
        results.push((await computation.read(out))[0]!);
        computation.end();
      }
      hasty.destroy();
      slow.destroy();
      expectEqual(results[1]!.data.join(), results[0]!.data.join(), 'a workgroup at a time');
      expectEqual(results[2]!.data.join(), results[0]!.data.join(), 'some workgroups at a time');
    }
  });

  it('cuts grids into boxes that cover each workgroup once, within every limit', async () => {
    for (const [groups, most] of [
      [[1, 1, 1], 1],
      [[7, 5, 3], 1],
      [[7, 5, 3], 2.5],
      [[7, 5, 3], 10.7],
      [[7, 5, 3], 36],
      [[200_000, 1, 1], 1e9],
      [[3, 70_000, 1], 1e9],
    ] as const) {
      const slices = sliceGrid(groups, most);
      const covered = slices.reduce((sum, { groups: [x, y, z] }) => sum + x * y * z, 0);
      expectEqual(covered, groups[0] * groups[1] * groups[2], 'workgroups');
      for (const slice of slices) {
        expect(
          slice.groups.every((count) => count >= 1 && count <= 65_535),
          JSON.stringify(slice),
        );
        expect(
          slice.origin.every((at, axis) => at + slice.groups[axis]! <= groups[axis]!),
          JSON.stringify(slice),
        );
      }
    }
  });

  kernelCase([], 'uses buffers again instead of making new ones', async (gpu) => {
    const run = async () => {
      const computation = new Computation(gpu);
      const tensor = computation.upload('x', gaussian([1000], 1));
      const [read] = await computation.read(tensor);
      computation.end();
      return { buffer: tensor.buffer, read: read! };
    };
    const [first, second] = [await run(), await run()];
    expect(first.buffer === second.buffer, 'another buffer');
    expectEqual(second.read.data.join(), first.read.data.join(), 'numbers');
  });

  kernelCase([], "tells the adapter's own time where it keeps one", async (gpu) => {
    const computation = new Computation(gpu);
    const a = computation.upload('a', gaussian([300, 300], 1));
    const out = computation.allocate('c', [300, 300]);
    product(computation, {
      ...{ a: matricesOf(a), b: matricesOf(a), c: matricesOf(out) },
      ...{ rows: 300, inner: 300, columns: 300 },
    });
    await computation.finish();
    const milliseconds = await computation.milliseconds();
    computation.end();
    if (!gpu.features.timestamps) expect(milliseconds === undefined, 'time without a clock');
    else expect(milliseconds !== undefined && milliseconds > 0 && milliseconds < 60_000, `${milliseconds} ms`);
  });

  it('does without optional features when told to', async () => {
    const gpu = await Gpu.open({ f16: false, subgroups: false });
    if (typeof gpu === 'string') throw new Skipped(gpu);
    expectEqual([gpu.features.f16, gpu.features.subgroups], [false, false], 'features');
    expectEqual(
      [gpu.device.features.has('shader-f16'), gpu.device.features.has('subgroups')],
      [false, false],
      'device',
    );
    gpu.destroy();
  });

  it('rounds to half precision like the standard says', async () => {
    for (const [number, half] of [
      [0, 0x0000],
      [-0, 0x8000],
      [1, 0x3c00],
      [-2, 0xc000],
      [65504, 0x7bff],
      [65519.99, 0x7bff],
      [65520, 0x7c00],
      [-1e10, 0xfc00],
      [2 ** -14, 0x0400],
      [2 ** -24, 0x0001],
      [2 ** -25, 0x0000],
      [1.5 * 2 ** -24, 0x0002],
      [1 + 2 ** -11, 0x3c00],
      [1 + 3 * 2 ** -11, 0x3c02],
      [Number.POSITIVE_INFINITY, 0x7c00],
      [Number.NaN, 0x7e00],
    ] as const)
      expectEqual(toHalves([number])[0], half, `${number}`);
  });
});
