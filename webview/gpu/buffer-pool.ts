/** Buffers of one device, used again instead of being made anew. Their contents are whatever was left in them. */
export class BufferPool {
  readonly #idle = new Map<string, GPUBuffer[]>();
  readonly #device: GPUDevice;
  #idleBytes = 0;

  constructor(
    device: GPUDevice,
    /** Idle bytes kept; what comes back beyond is freed. */
    readonly keep = 2 ** 28,
  ) {
    this.#device = device;
  }

  get idleBytes(): number {
    return this.#idleBytes;
  }

  /** A buffer of at least `bytes`. `made` hears whether a new one could be had. */
  take(bytes: number, usage: number, made: (error: Promise<GPUError | null>) => void): GPUBuffer {
    const size = Math.max(bytes, Math.min(roomy(bytes), this.#device.limits.maxBufferSize));
    const buffer = this.#idle.get(`${usage} ${size}`)?.pop();
    if (buffer) {
      this.#idleBytes -= size;
      return buffer;
    }
    this.#device.pushErrorScope('out-of-memory');
    const fresh = this.#device.createBuffer({ size, usage });
    made(this.#device.popErrorScope());
    return fresh;
  }

  give(buffer: GPUBuffer): void {
    if (this.#idleBytes + buffer.size > this.keep) {
      buffer.destroy();
      return;
    }
    const key = `${buffer.usage} ${buffer.size}`;
    const idle = this.#idle.get(key);
    if (idle) idle.push(buffer);
    else this.#idle.set(key, [buffer]);
    this.#idleBytes += buffer.size;
  }

  destroy(): void {
    for (const buffers of this.#idle.values()) for (const buffer of buffers) buffer.destroy();
    this.#idle.clear();
    this.#idleBytes = 0;
  }
}

/** The next size on a ladder with four rungs an octave, so that nearly equal sizes share buffers. */
function roomy(bytes: number): number {
  if (bytes <= 256) return 256;
  const rung = 2 ** (Math.ceil(Math.log2(bytes)) - 3);
  return Math.ceil(bytes / rung) * rung;
}
