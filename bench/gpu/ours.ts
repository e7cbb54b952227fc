import { Tensor } from '../../src/core/reference/tensor';
import { attention, flashAttention, headsOf } from '../../webview/gpu/attention';
import { Computation } from '../../webview/gpu/computation';
import type { DeviceTensor } from '../../webview/gpu/device-tensor';
import type { Gpu } from '../../webview/gpu/gpu';
import { place } from '../../webview/gpu/moe/dispatch';
import { gate } from '../../webview/gpu/moe/gate';
import { matricesOf, product } from '../../webview/gpu/product';
import type { Peer, Ready } from './peer';

/** Operands go up once; each run is a computation on what is there. */
function ready(
  gpu: Gpu,
  operands: Readonly<Record<string, readonly [shape: readonly number[], data: Float32Array]>>,
  steps: (computation: Computation, up: Readonly<Record<string, DeviceTensor>>) => DeviceTensor[],
): Ready {
  const uploading = new Computation(gpu);
  const up = Object.fromEntries(
    Object.entries(operands).map(([name, [shape, data]]) => [
      name,
      uploading.keep(uploading.upload(name, new Tensor(shape, Float64Array.from(data)))),
    ]),
  );
  uploading.end();
  return {
    run: async () => {
      const computation = new Computation(gpu);
      steps(computation, up);
      await computation.finish();
      computation.end();
    },
    output: async () => {
      const computation = new Computation(gpu);
      const results = steps(computation, up);
      const bytes = await computation.readBytes(...results);
      computation.end();
      return bytes.flatMap((buffer, i) => [
        ...(results[i]!.type === 'i32' ? new Int32Array(buffer) : new Float32Array(buffer)),
      ]);
    },
  };
}

export interface Manner {
  readonly name: string;
  /** Attention in three passes, with the map, instead of one. */
  readonly threePasses?: boolean;
  /** Routing with counts, ranks and places, as experts need it. */
  readonly placed?: boolean;
}

export const ours = (gpu: Gpu, { name, threePasses = false, placed = false }: Manner): Peer => ({
  name,

  product: async ({ size, a, b }) =>
    ready(gpu, { a: [[size, size], a], b: [[size, size], b] }, (computation, up) => {
      const out = computation.allocate('c', [size, size]);
      product(computation, {
        ...{ a: matricesOf(up.a!), b: matricesOf(up.b!), c: matricesOf(out) },
        ...{ rows: size, inner: size, columns: size },
      });
      return [out];
    }),

  attention: async ({ heads, length, width, causal, query, key, value }) => {
    const shape = [heads, length, width];
    return ready(gpu, { query: [shape, query], key: [shape, key], value: [shape, value] }, (computation, up) => {
      const out = computation.allocate('output', shape);
      const sizes = { heads, queries: length, keys: length, keyWidth: width, valueWidth: width };
      const operands = { query: headsOf(up.query!), key: headsOf(up.key!), value: headsOf(up.value!), ...sizes };
      const pass = threePasses ? attention : flashAttention;
      pass(computation, operands, headsOf(out), 1 / Math.sqrt(width), { causal });
      return [out];
    });
  },

  routing: async ({ tokens, experts, topK, logits }) =>
    ready(gpu, { logits: [[tokens, experts], logits] }, (computation, up) => {
      const { chosen, weights } = gate(computation, up.logits!, { score: 'softmax', topK });
      if (placed) place(computation, chosen, weights, experts);
      return [weights, chosen];
    }),
});
