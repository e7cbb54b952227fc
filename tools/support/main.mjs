import { isEnding, undoAll } from './lifetime.mjs';
import { Unavailable } from './unavailable.mjs';

/** Of the machine, not of ours: what the system says is the whole story. */
const systemCodes = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC'];

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
    if (!isEnding()) console.error(isPlain(error) ? error.message : error);
  }
  // A signal's own handler is at work, and ends the process when it is done.
  if (isEnding()) return;
  await undoAll();
  process.exit(status);
}

/**
 * @param {unknown} error
 * @returns {error is Error} whether its message alone tells a person what to do
 */
function isPlain(error) {
  if (error instanceof Unavailable) return true;
  return error instanceof Error && 'code' in error && systemCodes.includes(String(error.code));
}
