import { positionAngle } from '../../src/core/reference/positions';
import { Tensor } from '../../src/core/reference/tensor';
import type { Computation } from './computation';
import { type DeviceTensor, elements, expectShape } from './device-tensor';

/** Turns the pairs of channels (2i, 2i+1) of x `[…, tokens, width]` by their positions, from x into out. */
export function rotate(
  computation: Computation,
  x: DeviceTensor,
  out: DeviceTensor,
  { firstPosition = 0, base = 10000 } = {},
): void {
  expectShape(out, x.shape);
  const [tokens, width] = [x.shape.at(-2)!, x.shape.at(-1)!];
  if (width % 2 !== 0) throw new RangeError(`rotary positions need an even width, not ${width}`);
  const turns = Tensor.generate([tokens, width / 2, 2], (i) => {
    const [token, pair] = [Math.floor(i / width), Math.floor((i % width) / 2)];
    const angle = positionAngle(firstPosition + token, pair, width, base);
    return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });
  const pairs = elements(x.shape) / 2;
  computation.dispatch({
    kernel: 'rotary',
    tensors: [x, computation.upload('turns', turns), out],
    sizes: [pairs, (tokens * width) / 2],
    groups: [Math.ceil(pairs / 64)],
    work: 12 * pairs,
  });
}
