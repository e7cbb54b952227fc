import { crc32 } from 'node:zlib';

/** A note that a PNG carries behind its header: its `Comment`, which pictures that were written here all have. */

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** The signature, and the header chunk with its length, name and checksum. */
const headLength = 33;
const noteBegin = 'tEXtComment\0';

/**
 * The same PNG with a note, as a text chunk right behind its header.
 * Source: PNG Specification, third edition (W3C, 2025), 5.3 Chunk layout, 5.5 CRC algorithm, 11.3.3.2 tEXt.
 */
export function withPngNote(png: Uint8Array, note: string): Uint8Array {
  const chunk = Uint8Array.from(`${noteBegin}${note}`, (sign) => sign.charCodeAt(0));
  const noted = new Uint8Array(png.length + chunk.length + 8);
  const numbers = new DataView(noted.buffer);
  noted.set(png.subarray(0, headLength));
  numbers.setUint32(headLength, chunk.length - 4);
  noted.set(chunk, headLength + 4);
  numbers.setUint32(headLength + 4 + chunk.length, crc32(chunk));
  noted.set(png.subarray(headLength), headLength + 8 + chunk.length);
  return noted;
}

/** The note in the first bytes of a PNG; undefined where there is none, or the bytes are no PNG. */
export function pngNote(bytes: Uint8Array): string | undefined {
  if (bytes.length < headLength + 4 || signature.some((byte, i) => bytes[i] !== byte)) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(headLength);
  const chunk = String.fromCharCode(...bytes.subarray(headLength + 4, Math.min(bytes.length, headLength + 8 + length)));
  return chunk.startsWith(noteBegin) ? chunk.slice(noteBegin.length) : undefined;
}
