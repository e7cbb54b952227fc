/** Rounds numbers to half precision, ties to even; what is too large becomes infinite. Two to a word, ready for upload. */
export function toHalves(values: ArrayLike<number>): Uint16Array<ArrayBuffer> {
  const halves = new Uint16Array(Math.ceil(values.length / 2) * 2);
  for (let i = 0; i < values.length; i++) halves[i] = toHalf(values[i]!);
  return halves;
}

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

function toHalf(value: number): number {
  single[0] = value;
  const word = bits[0]!;
  const sign = (word >>> 16) & 0x8000;
  const magnitude = word & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) return sign | roundEven(Math.abs(single[0]!) * 2 ** 24);
  const rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1);
  return sign | ((rounded - 0x38000000) >>> 13);
}

function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
