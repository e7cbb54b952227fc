/**
 * Times the passes of one computation by the adapter's own clock. Where it has none, everything here does nothing and
 * the time is undefined.
 */
export class SubmitTimer {
  readonly #device: GPUDevice;
  readonly #queries: GPUQuerySet | undefined;
  #passes = 0;

  constructor(
    device: GPUDevice,
    enabled: boolean,
    /** Passes it has room for; with more there is no time. */
    readonly most = 256,
  ) {
    this.#device = device;
    this.#queries = enabled ? device.createQuerySet({ type: 'timestamp', count: 2 * most }) : undefined;
  }

  /** For the next compute pass. */
  pass(): GPUComputePassDescriptor {
    if (!this.#queries) return {};
    const at = 2 * this.#passes++;
    if (this.#passes > this.most) return {};
    return {
      timestampWrites: { querySet: this.#queries, beginningOfPassWriteIndex: at, endOfPassWriteIndex: at + 1 },
    };
  }

  /** Milliseconds in all passes together, once they have been submitted. */
  async milliseconds(): Promise<number | undefined> {
    if (!this.#queries || this.#passes === 0 || this.#passes > this.most) return undefined;
    const bytes = 16 * this.#passes;
    const resolved = this.#device.createBuffer({
      size: bytes,
      usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC,
    });
    const readable = this.#device.createBuffer({
      size: bytes,
      usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
    });
    const encoder = this.#device.createCommandEncoder();
    encoder.resolveQuerySet(this.#queries, 0, 2 * this.#passes, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, readable, 0, bytes);
    this.#device.queue.submit([encoder.finish()]);
    await readable.mapAsync(GPUMapMode.READ);
    const ticks = new BigInt64Array(readable.getMappedRange().slice(0));
    resolved.destroy();
    readable.destroy();
    let sum = 0;
    for (let pass = 0; pass < this.#passes; pass++) sum += Number(ticks[2 * pass + 1]! - ticks[2 * pass]!);
    return sum / 1e6;
  }

  destroy(): void {
    this.#queries?.destroy();
  }
}
