import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { atEnd } from './lifetime.mjs';
import { startable } from './startable.mjs';

const graceMilliseconds = 5000;

/** @type {Set<number>} */
const alive = new Set();

// A crash of ours runs no asynchronous clean-up: leave no server behind even then.
process.on('exit', () => {
  for (const pid of alive) signalGroup(pid, 'SIGKILL');
});

/**
 * Starts a program in a process group of its own, so that it and all its children can be stopped together.
 * @param {string[]} command the program and its arguments
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {{ child: import('node:child_process').ChildProcess, stop: () => Promise<void> }}
 */
export function startGroup(command, options) {
  const { program, args, shell } = startable(command);
  const child = spawn(program, args, { ...options, shell, detached: process.platform !== 'win32' });
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
  if (process.platform === 'win32') {
    // Windows knows neither groups nor signals; a tree of processes can only be ended outright.
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}
