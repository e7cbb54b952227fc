const pauseMilliseconds = 100;

type Truthy<T> = Exclude<T, false | undefined | null>;

/**
 * Waits for a condition, and gives up long after a busy machine would have met it.
 * @returns what the condition came to
 * @param what the condition in words, for the error, and what is the case instead
 */
export async function until<T>(
  holds: () => T | Promise<T>,
  what: string | (() => string),
  milliseconds = 150_000,
): Promise<Truthy<T>> {
  const last = Date.now() + milliseconds;
  for (;;) {
    const found = await holds();
    if (found) return found as Truthy<T>;
    if (Date.now() > last) {
      const wanted = typeof what === 'string' ? what : what();
      throw new Error(`Waited ${milliseconds / 1000} s in vain for ${wanted}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}
