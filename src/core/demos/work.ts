import type { Cancellation } from '../cancellation';

/** A long computation cut into slices: it yields between them and returns its answer. */
export type Work<T> = Generator<void, T, void>;

/** Runs to the end without a pause. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
  }
}

/**
 * Runs slice by slice and lets others have their turn in between. `pause` resolves when it is our turn again; without
 * one nothing else runs until the end. Undefined when nobody wants the answer any more.
 */
export async function finishPolitely<T>(
  work: Work<T>,
  cancellation?: Cancellation,
  pause?: () => Promise<void>,
): Promise<T | undefined> {
  for (;;) {
    if (cancellation?.aborted) return undefined;
    const slice = work.next();
    if (slice.done) return slice.value;
    await pause?.();
  }
}
