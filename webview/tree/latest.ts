/** Runs one job at a time. Of the jobs that come in meanwhile only the last is run; the others come to nothing. */
export class Latest {
  #running = false;
  #waiting: { start: () => void; drop: () => void } | undefined;

  /** The job's result, or undefined when a later job took its place before it began. */
  run<T>(job: () => Promise<T>): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const start = () => {
        this.#running = true;
        job()
          .then(resolve, reject)
          .finally(() => {
            this.#running = false;
            const next = this.#waiting;
            this.#waiting = undefined;
            next?.start();
          });
      };
      if (!this.#running) {
        start();
        return;
      }
      this.#waiting?.drop();
      this.#waiting = { start, drop: () => resolve(undefined) };
    });
  }
}
