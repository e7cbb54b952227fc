import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { atEnd } from './lifetime.mjs';

const graceMilliseconds = 5000;

/** @type {Set<number>} */
const alive = new Set();

// A crash of ours runs no asynchronous clean-up: leave no server behind even then.
process.on('exit', () => {
  for (const pid of alive) signalGroup(pid, 'SIGKILL');
});

/**
 * Starts a program in a process group of its own, so that it and all its children can be stopped together.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {{ child: import('node:child_process').ChildProcess, stop: () => Promise<void> }}
 */
export function startGroup(program, args, options) {
  const child = spawn(program, args, { ...options, detached: process.platform !== 'win32' });
  const pid = child.pid;
  if (pid !== undefined) alive.add(pid);
  const stop = atEnd(async () => {
    if (pid === undefined) return;
    const gone = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit');
    signalGroup(pid, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMilliseconds);
    await gone;
    clearTimeout(timer);
    // The leader is gone; whatever it left behind in its group goes with it.
    signalGroup(pid, 'SIGKILL');
    alive.delete(pid);
  });
  return { child, stop };
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Already gone.
  }
}
