import { Tensor } from './tensor';

/**
 * The angle of a pair of channels at a position: position · base^(-2·pair/width), the common clock of sinusoidal
 * positions (Vaswani et al. 2017, section 3.5) and of rotary ones (Su et al. 2021, eq. 15).
 */
export const positionAngle = (position: number, pair: number, width: number, base = 10000): number =>
  position * base ** ((-2 * pair) / width);

/** `[tokens, width]`: channel 2i holds the sine and 2i+1 the cosine of the angle of pair i. */
export function sinusoidalPositions(tokens: number, width: number, firstPosition = 0): Tensor {
  return Tensor.generate([tokens, width], (i) => {
    const channel = i % width;
    const angle = positionAngle(firstPosition + Math.floor(i / width), Math.floor(channel / 2), width);
    return channel % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}

/**
 * Rotary positions (Su et al. 2021, eq. 34): x `[…, tokens, width]`, width even; the channels (2i, 2i+1) of a token turn
 * by the angle of pair i at its position, counted from `firstPosition`.
 */
export function rotate(x: Tensor, options: { firstPosition?: number; base?: number } = {}): Tensor {
  const { firstPosition = 0, base = 10000 } = options;
  const [tokens, width] = [x.size(-2), x.size(-1)];
  if (width % 2 !== 0) throw new RangeError(`rotary positions need an even width, not ${width}`);
  const out = new Tensor(x.shape);
  for (let i = 0; i < x.data.length; i += 2) {
    const token = Math.floor(i / width) % tokens;
    const angle = positionAngle(firstPosition + token, (i % width) / 2, width, base);
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    out.data[i] = x.data[i]! * cosine - x.data[i + 1]! * sine;
    out.data[i + 1] = x.data[i]! * sine + x.data[i + 1]! * cosine;
  }
  return out;
}
