import { type Peer, swapHeads } from '../peer';

/** As much of @jax-js/jax as is used here. Passing an array gives it away, unless by `ref`. */
interface JaxArray {
  readonly ref: JaxArray;
  reshape(shape: readonly number[]): JaxArray;
  blockUntilReady(): Promise<JaxArray>;
  data(): Promise<ArrayLike<number>>;
  dispose(): void;
}

interface Jax {
  init(device: string): Promise<string[]>;
  defaultDevice(device: string): void;
  jit<T extends readonly JaxArray[], R>(f: (...operands: T) => R): (...operands: T) => R;
  readonly numpy: { array(data: Float32Array): JaxArray; matmul(a: JaxArray, b: JaxArray): JaxArray };
  readonly nn: {
    dotProductAttention(q: JaxArray, k: JaxArray, v: JaxArray, options: { isCausal: boolean }): JaxArray;
    softmax(x: JaxArray, axis: number): JaxArray;
  };
  readonly lax: { topK(x: JaxArray, k: number): [JaxArray, JaxArray] };
}

export async function jaxPeer(url: string): Promise<Peer> {
  const { init, defaultDevice, jit, numpy, nn, lax } = (await import(url)) as Jax;
  if (!(await init('webgpu')).includes('webgpu')) throw new Error('jax-js found no WebGPU');
  defaultDevice('webgpu');

  const ready = (operands: readonly JaxArray[], compute: (...operands: JaxArray[]) => JaxArray | JaxArray[]) => {
    const compiled = jit(compute);
    const call = () => [compiled(...operands.map((operand) => operand.ref))].flat();
    return {
      run: async () => {
        const results = call();
        for (const result of results) {
          await result.blockUntilReady();
          result.dispose();
        }
      },
      output: async () => {
        const numbers: number[][] = [];
        for (const result of call()) numbers.push(Array.from(await result.data()));
        return numbers.flat();
      },
    };
  };
  const array = (data: Float32Array, ...shape: number[]) => numpy.array(data).reshape(shape);

  return {
    name: '@jax-js/jax 0.1.25',
    product: async ({ size, a, b }) =>
      ready([array(a, size, size), array(b, size, size)], (x, y) => numpy.matmul(x!, y!)),
    attention: async ({ heads, length, width, causal, query, key, value }) => {
      const operands = [query, key, value].map((x) =>
        array(swapHeads(x, heads, length, width), 1, length, heads, width),
      );
      const made = ready(operands, (q, k, v) => nn.dotProductAttention(q!, k!, v!, { isCausal: causal }));
      return { ...made, output: async () => swapHeads(await made.output(), length, heads, width) };
    },
    routing: async ({ tokens, experts, topK, logits }) =>
      ready([array(logits, tokens, experts)], (x) => lax.topK(nn.softmax(x!, -1), topK)),
  };
}
