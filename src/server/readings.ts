/** Files that are being read again: until they are, what is known of them is of yesterday. */
export class Readings {
  readonly #running = new Set<Promise<void>>();

  /** Settles as the reading does. */
  add(reading: Promise<void>): Promise<void> {
    const running = reading.finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  /** Settles when all that is being read now has been, or has failed. */
  async done(): Promise<void> {
    if (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
}
