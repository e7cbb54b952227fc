const pauseMilliseconds = 100;

/**
 * Waits for a condition, and gives up long after a busy machine would have met it.
 * @param what the condition in words, for the error, and what is the case instead
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string | (() => string),
  milliseconds = 150_000,
): Promise<void> {
  const last = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > last) {
      const wanted = typeof what === 'string' ? what : what();
      throw new Error(`Waited ${milliseconds / 1000} s in vain for ${wanted}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}
