import type { Cancellation } from '../cancellation';
import type { Work } from '../reference/work';

export { finish, type Work } from '../reference/work';

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
