/** A long computation cut into slices: it yields between them and returns its answer. */
export type Work<T> = Generator<void, T, void>;

/** Runs to the end without a pause. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
  }
}
