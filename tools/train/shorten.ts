/**
 * The nearest numbers with 8 significant bits (bfloat16), in place. A file of 32-bit floats packs to nearly half when
 * the lower half of each is 0.
 */
export function shorten(numbers: Float64Array): void {
  const float = new Float32Array(1);
  const bits = new Uint32Array(float.buffer);
  for (const [i, value] of numbers.entries()) {
    float[0] = value;
    bits[0] = (bits[0]! + 0x8000) & 0xffff0000;
    numbers[i] = float[0];
  }
}
