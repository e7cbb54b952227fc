import type { AttentionOptions } from '../../src/core/reference/attention';
import { checkShape, Tensor } from '../../src/core/reference/tensor';
import { type Heads, headsOf } from './attention';
import type { Computation } from './computation';

/** Throws a RangeError naming the operand and both shapes when they do not fit. */
export function checkAttention(query: Tensor, key: Tensor, value: Tensor, { mask }: AttentionOptions): void {
  checkShape('query', query, [-1, -1, -1]);
  const [heads, queries, keyWidth] = query.shape as Shape3;
  checkShape('key', key, [-1, -1, keyWidth]);
  const [kvHeads, keys] = key.shape as Shape3;
  checkShape('value', value, [kvHeads, keys, -1]);
  if (kvHeads === 0 || heads % kvHeads !== 0)
    throw new RangeError(`${heads} query heads do not divide among ${kvHeads} key-value heads`);
  if (mask && mask.length !== queries * keys)
    throw new RangeError(`mask has ${mask.length} entries, expected [${queries}, ${keys}]`);
}

/** Sends operands of attention up. */
export function attentionOperands(
  computation: Computation,
  query: Tensor,
  key: Tensor,
  value: Tensor,
  { causal, causalOffset, mask, temperature = 1, scale }: AttentionOptions,
  real: 'f32' | 'f16',
) {
  const [heads, queries, keyWidth] = query.shape as Shape3;
  const [kvHeads, keys] = key.shape as Shape3;
  const valueWidth = value.size(2);
  const operands: Heads = {
    query: headsOf(computation.upload('query', query, real)),
    key: headsOf(computation.upload('key', key, real)),
    value: headsOf(computation.upload('value', value, real)),
    ...{ heads, share: heads / kvHeads, queries, keys, keyWidth, valueWidth },
  };
  return {
    heads: operands,
    out: computation.allocate('output', [heads, queries, valueWidth]),
    scale: (scale ?? 1 / Math.sqrt(keyWidth)) / temperature,
    masking: {
      ...{ causal, causalOffset },
      mask:
        mask &&
        computation.uploadIntegers(
          'mask',
          [queries, keys],
          Uint32Array.from(mask, (bit) => (bit ? 1 : 0)),
        ),
    },
  };
}

type Shape3 = [number, number, number];

/** With zeros at the end of its rows, for a width that is a multiple of 4. */
export function padded(x: Tensor): Tensor {
  const width = x.size(-1);
  const wider = Math.ceil(width / 4) * 4;
  if (wider === width) return x;
  return Tensor.generate([...x.shape.slice(0, -1), wider], (i) =>
    i % wider < width ? x.data[Math.floor(i / wider) * width + (i % wider)]! : 0,
  );
}

/** The first `width` columns. */
export function trimmed(x: Tensor, width: number): Tensor {
  const wider = x.size(-1);
  if (wider === width) return x;
  return Tensor.generate([...x.shape.slice(0, -1), width], (i) => x.data[Math.floor(i / width) * wider + (i % width)]!);
}

/** Writes -Infinity where a key is hidden, as the reference does. */
export function hide(scores: Tensor, { causal = false, causalOffset = 0, mask }: AttentionOptions): void {
  if (!causal && !mask) return;
  const [, queries, keys] = scores.shape as Shape3;
  for (let i = 0; i < scores.data.length; i++) {
    const cell = i % (queries * keys);
    const [query, key] = [Math.floor(cell / keys), cell % keys];
    if ((causal && key > query + causalOffset) || (mask && !mask[cell])) scores.data[i] = Number.NEGATIVE_INFINITY;
  }
}
