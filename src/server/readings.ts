/** How long an answer waits for them, in milliseconds. */
const patience = 3000;

/** Files that are being read again: until they are, what is known of them is of yesterday. */
export class Readings {
  readonly #running = new Set<Promise<void>>();

  /** Settles as the reading does. */
  add(reading: Promise<void>): Promise<void> {
    const running = reading.finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  /** Settles when all that is being read now has been, or has failed, or takes longer than anybody waits. */
  async done(): Promise<void> {
    if (this.#running.size === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([Promise.allSettled(this.#running), late]);
    clearTimeout(timer);
  }
}
