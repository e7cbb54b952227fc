import type { Peer } from '../peer';

/** As much of @tensorflow/tfjs-core as is used here. */
interface TfTensor {
  data(): Promise<ArrayLike<number>>;
  dispose(): void;
}

interface Tf {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  getBackend(): string;
  backend(): { endComputePassEncoder(): void; submitQueue(): void; readonly device: GPUDevice };
  tensor(data: Float32Array, shape: readonly number[]): TfTensor;
  tidy<T>(f: () => T): T;
  matMul(a: TfTensor, b: TfTensor, transposeA?: boolean, transposeB?: boolean): TfTensor;
  mul(a: TfTensor, b: number): TfTensor;
  add(a: TfTensor, b: TfTensor): TfTensor;
  softmax(x: TfTensor): TfTensor;
  topk(x: TfTensor, k: number): { values: TfTensor; indices: TfTensor };
}

export async function tfjsPeer(url: string): Promise<Peer> {
  const tf = (await import(url)) as Tf;
  await tf.setBackend('webgpu');
  await tf.ready();
  if (tf.getBackend() !== 'webgpu') throw new Error(`tfjs chose ${tf.getBackend()}`);

  const ready = (compute: () => TfTensor[]) => ({
    run: async () => {
      const results = tf.tidy(compute);
      const backend = tf.backend();
      // Without this nothing has been submitted yet, and nothing would be timed.
      backend.endComputePassEncoder();
      backend.submitQueue();
      await backend.device.queue.onSubmittedWorkDone();
      for (const result of results) result.dispose();
    },
    output: async () => {
      const results = tf.tidy(compute);
      const numbers: number[][] = [];
      for (const result of results) numbers.push(Array.from(await result.data()));
      for (const result of results) result.dispose();
      return numbers.flat();
    },
  });

  return {
    name: 'tfjs-backend-webgpu 4.22.0',
    product: async ({ size, a, b }) => {
      const [x, y] = [tf.tensor(a, [size, size]), tf.tensor(b, [size, size])];
      return ready(() => [tf.matMul(x, y)]);
    },
    attention: async ({ heads, length, width, causal, query, key, value }) => {
      const shape = [heads, length, width];
      const [q, k, v] = [tf.tensor(query, shape), tf.tensor(key, shape), tf.tensor(value, shape)];
      const future = Float32Array.from({ length: length * length }, (_, i) =>
        i % length > Math.floor(i / length) ? -3e38 : 0,
      );
      const mask = tf.tensor(future, [length, length]);
      return ready(() => {
        const scores = tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(width));
        return [tf.matMul(tf.softmax(causal ? tf.add(scores, mask) : scores), v)];
      });
    },
    routing: async ({ tokens, experts, topK, logits }) => {
      const x = tf.tensor(logits, [tokens, experts]);
      return ready(() => {
        const { values, indices } = tf.topk(tf.softmax(x), topK);
        return [values, indices];
      });
    },
  };
}
