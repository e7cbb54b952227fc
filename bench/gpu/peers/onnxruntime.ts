import { type Peer, swapHeads } from '../peer';
import { encodeOnnx, type OnnxModel } from './onnx-model';

/** As much of onnxruntime-web as is used here. */
interface OrtTensor {
  getData(): Promise<ArrayLike<number | bigint>>;
  dispose(): void;
}

interface Ort {
  readonly env: { readonly wasm: { wasmPaths: string; numThreads: number }; readonly webgpu: { device: GPUDevice } };
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

/** On a device of our own without subgroups: its attention is wrong where they are 4 wide. */
export async function onnxruntimePeer(url: string, wasmPaths: string): Promise<Peer> {
  const { env, InferenceSession, Tensor } = (await import(url)) as Ort;
  const adapter = await navigator.gpu.requestAdapter();
  const { maxBufferSize, maxStorageBufferBindingSize, maxComputeWorkgroupStorageSize } = adapter!.limits;
  const device = await adapter!.requestDevice({
    requiredLimits: { maxBufferSize, maxStorageBufferBindingSize, maxComputeWorkgroupStorageSize },
  });
  env.wasm.wasmPaths = wasmPaths;
  env.wasm.numThreads = 1;
  env.webgpu.device = device;

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
        const numbers: number[] = [];
        for (const name of Object.keys(model.outputs))
          numbers.push(...Array.from(await results[name]!.getData(), Number));
        return numbers;
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
