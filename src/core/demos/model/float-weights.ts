import type { Tensor } from '../../reference/tensor';
import { fromBase64, toBase64 } from './base64';

/** Weights as base64 of 32-bit floats, little end first. */
export function writeFloats(tensors: readonly Tensor[]): string {
  const bytes = new Uint8Array(4 * tensors.reduce((sum, { data }) => sum + data.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { data } of tensors)
    for (const value of data) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  return toBase64(bytes);
}

/** Fills the tensors. Throws where the text holds more or fewer numbers than they do. */
export function readFloats(text: string, tensors: readonly Tensor[]): void {
  const bytes = fromBase64(text);
  const expected = 4 * tensors.reduce((sum, { data }) => sum + data.length, 0);
  if (bytes.length !== expected) throw new RangeError(`${bytes.length} bytes of weights, expected ${expected}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (const { data } of tensors)
    for (let i = 0; i < data.length; i++) {
      data[i] = view.getFloat32(at, true);
      at += 4;
    }
}
