import type { AttentionOptions } from '../../src/core/reference/attention';
import type { KeyPairs } from '../../src/core/reference/sparse/key-pairs';
import type { Tensor } from '../../src/core/reference/tensor';
import { checkAttention } from './attention-operands';
import { type Computation, float } from './computation';
import type { DeviceTensor } from './device-tensor';

/** Attention over the listed pairs alone: `[heads, queries, valueWidth]`. */
export function sparseAttention(
  computation: Computation,
  query: Tensor,
  key: Tensor,
  value: Tensor,
  { starts, keys: listed }: Pick<KeyPairs, 'starts' | 'keys'>,
  { temperature = 1, scale = 1 / Math.sqrt(query.size(2)) }: Pick<AttentionOptions, 'temperature' | 'scale'> = {},
): DeviceTensor {
  checkAttention(query, key, value, {});
  const [heads, queries, width] = query.shape as [number, number, number];
  const [keys, valueWidth] = [key.size(1), value.size(2)];
  if (starts.length !== heads * queries + 1)
    throw new RangeError(`starts has ${starts.length} entries, expected [${heads * queries + 1}]`);
  const unknown = listed.find((at) => at >= keys);
  if (unknown !== undefined) throw new RangeError(`key ${unknown} is outside of the ${keys} keys`);
  const out = computation.allocate('output', [heads, queries, valueWidth]);
  computation.dispatch({
    kernel: 'sparse-attention',
    tensors: [
      computation.upload('query', query),
      computation.upload('key', key),
      computation.upload('value', value),
      computation.uploadIntegers('starts', [starts.length], starts),
      // A buffer has to hold something.
      computation.uploadIntegers(
        'listed keys',
        [Math.max(1, listed.length)],
        listed.length > 0 ? listed : new Uint32Array(1),
      ),
      out,
    ],
    sizes: [heads * queries, queries, keys, width, valueWidth, heads / key.size(0), float(scale / temperature)],
    groups: [heads * queries],
    work: 2 * listed.length * (width + valueWidth),
  });
  return out;
}
