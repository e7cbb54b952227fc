import { deflateRawSync, inflateRawSync } from 'node:zlib';

// The least that zlib may take for a text: most are of a few kilobytes, and room for more would cost more than the work.
const small = { level: 1, memLevel: 4, windowBits: 12 };

/** A text that is held in a third or a sixth of its room and put together when it is asked for. Without lone surrogates. */
export class PackedText {
  readonly #bytes: Uint8Array;
  readonly #length: number;

  constructor(text: string) {
    const bytes = Buffer.from(text);
    this.#length = bytes.length;
    // A copy: what zlib gives is the beginning of its own, larger room.
    this.#bytes = new Uint8Array(deflateRawSync(bytes, { ...small, chunkSize: roomFor(bytes.length) }));
  }

  get text(): string {
    return inflateRawSync(this.#bytes, { ...small, chunkSize: roomFor(this.#length) }).toString();
  }
}

/** What is written at once; zlib takes no less than 64 bytes. */
const roomFor = (length: number): number => Math.max(64, length + 1);
