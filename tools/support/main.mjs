import { isEnding, undoAll } from './lifetime.mjs';
import { Unavailable } from './unavailable.mjs';

/**
 * Runs a command's body to its end: what it started is stopped, what this machine lacks is one sentence, and anything
 * else that fails keeps its stack.
 * @param {() => Promise<number>} body gives the exit status
 */
export async function main(body) {
  let status = 1;
  try {
    status = await body();
  } catch (error) {
    if (!isEnding()) console.error(error instanceof Unavailable ? error.message : error);
  }
  // A signal's own handler is at work, and ends the process when it is done.
  if (isEnding()) return;
  await undoAll();
  process.exit(status);
}
