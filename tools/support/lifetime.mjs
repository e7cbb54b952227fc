import { constants } from 'node:os';

/** @typedef {() => Promise<void> | void} Undo */

/** @type {Set<Undo>} */
const undone = new Set();
let ending = false;
let statusOfInterrupt = 128 + constants.signals.SIGINT;

/** Makes Ctrl-C the normal end of this command, as it is for one that serves until it is told to stop. */
export function endsByInterrupt() {
  statusOfInterrupt = 0;
}

/** Whether a signal is ending this process: what fails from now on fails for that reason. */
export function isEnding() {
  return ending;
}

/**
 * Remembers what must be undone before this process ends (a server stopped, a folder removed), even by Ctrl-C.
 * @param {Undo} undo
 * @returns {() => Promise<void>} does it now instead; a second call does nothing
 */
export function atEnd(undo) {
  undone.add(undo);
  return async () => {
    if (undone.delete(undo)) await undo();
  };
}

/** Undoes everything that is left, newest first, because what came later stands on what came before. */
export async function undoAll() {
  // One at a time: what is under way may still be adding some.
  for (let undo = [...undone].at(-1); undo; undo = [...undone].at(-1)) {
    undone.delete(undo);
    try {
      await undo();
    } catch (error) {
      console.error(error);
    }
  }
}

// A test runner that has come to its end has nothing more to do, and ends by itself.
process.once('beforeExit', undoAll);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, async () => {
    if (ending) return;
    ending = true;
    await undoAll();
    process.exit(signal === 'SIGINT' ? statusOfInterrupt : 128 + constants.signals[signal]);
  });
}
