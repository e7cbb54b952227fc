import { type Peer, swapHeads } from '../peer';
import { encodeOnnx, type OnnxModel } from './onnx-model';

/** As much of onnxruntime-web as is used here. */
interface OrtTensor {
  getData(): Promise<ArrayLike<number | bigint>>;
  dispose(): void;
}

interface Ort {
  readonly env: {
    readonly wasm: { wasmPaths: string; numThreads: number };
    readonly webgpu: { readonly device: Promise<GPUDevice> };
  };
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options: { executionProviders: string[]; preferredOutputLocation: string },
    ): Promise<{ run(feeds: Record<string, OrtTensor>): Promise<Record<string, OrtTensor>> }>;
  };
  readonly Tensor: {
    fromGpuBuffer(buffer: GPUBuffer, options: { dataType: string; dims: readonly number[] }): OrtTensor;
  };
}

/** With subgroups hidden from it: its attention is wrong where they are 4 wide. */
export async function onnxruntimePeer(url: string, wasmPaths: string): Promise<Peer> {
  const { env, InferenceSession, Tensor } = (await import(url)) as Ort;
  env.wasm.wasmPaths = wasmPaths;
  env.wasm.numThreads = 1;
  // It opens its device with its first session.
  await withoutSubgroups(() =>
    InferenceSession.create(
      encodeOnnx({
        nodes: [{ operator: 'Relu', inputs: ['x'], outputs: ['y'] }],
        inputs: { x: [1] },
        outputs: { y: { shape: [1] } },
      }),
      { executionProviders: ['webgpu'], preferredOutputLocation: 'gpu-buffer' },
    ),
  );
  const device = await env.webgpu.device;
  if (device.features.has('subgroups')) throw new Error('onnxruntime-web took subgroups all the same');

  const ready = async (model: OnnxModel, data: Readonly<Record<string, Float32Array<ArrayBuffer>>>) => {
    const session = await InferenceSession.create(encodeOnnx(model), {
      executionProviders: ['webgpu'],
      preferredOutputLocation: 'gpu-buffer',
    });
    const feeds = Object.fromEntries(
      Object.entries(model.inputs).map(([name, dims]) => {
        const buffer = device.createBuffer({
          size: data[name]!.byteLength,
          usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
        });
        device.queue.writeBuffer(buffer, 0, data[name]!);
        return [name, Tensor.fromGpuBuffer(buffer, { dataType: 'float32', dims })];
      }),
    );
    return {
      run: async () => {
        const results = await session.run(feeds);
        await device.queue.onSubmittedWorkDone();
        for (const result of Object.values(results)) result.dispose();
      },
      output: async () => {
        const results = await session.run(feeds);
        const numbers: number[][] = [];
        for (const name of Object.keys(model.outputs)) numbers.push(Array.from(await results[name]!.getData(), Number));
        return numbers.flat();
      },
    };
  };

  return {
    name: 'onnxruntime-web 1.30.0',
    product: ({ size, a, b }) =>
      ready(
        {
          nodes: [{ operator: 'MatMul', inputs: ['a', 'b'], outputs: ['c'] }],
          inputs: { a: [size, size], b: [size, size] },
          outputs: { c: { shape: [size, size] } },
        },
        { a, b },
      ),
    attention: async ({ heads, length, width, causal, query, key, value }) => {
      const shape = [1, length, heads * width];
      const made = await ready(
        {
          nodes: [
            {
              ...{ operator: 'MultiHeadAttention', domain: 'com.microsoft' },
              ...{ inputs: ['query', 'key', 'value'], outputs: ['output'] },
              attributes: { num_heads: heads, unidirectional: causal ? 1 : 0 },
            },
          ],
          inputs: { query: shape, key: shape, value: shape },
          outputs: { output: { shape } },
        },
        {
          query: swapHeads(query, heads, length, width),
          key: swapHeads(key, heads, length, width),
          value: swapHeads(value, heads, length, width),
        },
      );
      return { ...made, output: async () => swapHeads(await made.output(), length, heads, width) };
    },
    routing: ({ tokens, experts, topK, logits }) =>
      ready(
        {
          nodes: [
            { operator: 'Softmax', inputs: ['logits'], outputs: ['scores'], attributes: { axis: 1 } },
            { operator: 'TopK', inputs: ['scores', 'k'], outputs: ['weights', 'chosen'] },
          ],
          inputs: { logits: [tokens, experts] },
          outputs: { weights: { shape: [tokens, topK] }, chosen: { shape: [tokens, topK], type: 'i64' } },
          constants: { k: [topK] },
        },
        { logits },
      ),
  };
}

/** Adapters that are asked meanwhile say that they have no subgroups. */
async function withoutSubgroups(action: () => Promise<unknown>): Promise<void> {
  const features = Object.getOwnPropertyDescriptor(GPUAdapter.prototype, 'features')!;
  Object.defineProperty(GPUAdapter.prototype, 'features', {
    configurable: true,
    get(this: GPUAdapter) {
      const all = features.get!.call(this) as ReadonlySet<string>;
      return new Set([...all].filter((name) => !name.includes('subgroup')));
    },
  });
  try {
    await action();
  } finally {
    Object.defineProperty(GPUAdapter.prototype, 'features', features);
  }
}
