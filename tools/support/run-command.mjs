import { spawn } from 'node:child_process';
import { atEnd, isEnding } from './lifetime.mjs';
import { say } from './say.mjs';
import { startable } from './startable.mjs';

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limitMinutes] after which it is ended, and counts as failed
 */

const stillAtItMilliseconds = 15_000;
/** How long a command that is told to end may take for it. */
const endingMilliseconds = 15_000;

/**
 * Runs a command whose output goes straight to the terminal.
 * @param {string[]} command the program and its arguments
 * @param {CommandOptions} [options]
 * @returns {Promise<number>} its exit status; a signal, or a program that is not there, counts as 1
 */
export async function runVisibly(command, options = {}) {
  return (await run(command, { ...options, stdio: 'inherit' })).status;
}

/**
 * Runs a command whose output matters only when it fails, and says every now and then that it is still at it.
 * @param {string} title what is going on, for the person who waits
 * @param {string[]} command the program and its arguments
 * @param {CommandOptions} [options]
 * @returns {Promise<string>} what it wrote
 * @throws {Error} with the last of its output, when it fails
 */
export async function runQuietly(title, command, options = {}) {
  const started = Date.now();
  const timer = setInterval(() => {
    say(`${title}: ${Math.round((Date.now() - started) / 1000)} s …`);
  }, stillAtItMilliseconds);
  try {
    const { status, output } = await run(command, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    if (status === 0) return output;
    throw new Error(`\`${command.join(' ')}\` ended with ${status}:\n${output.trimEnd().slice(-4000)}`);
  } finally {
    clearInterval(timer);
  }
}

/**
 * @param {string[]} command
 * @param {CommandOptions & { stdio: import('node:child_process').StdioOptions }} options
 * @returns {Promise<{ status: number, output: string }>}
 */
function run(command, { limitMinutes, ...options }) {
  return new Promise((settle) => {
    // A signal is ending this process, whose handler ends it: nothing more is started, and nothing goes on.
    if (isEnding()) return;
    const { program, args, shell } = startable(command);
    const child = spawn(program, args, { ...options, shell });
    const closed = new Promise((resolve) => child.once('close', resolve));
    const forget = atEnd(async () => {
      child.kill('SIGTERM');
      await closed;
    });
    /** @type {NodeJS.Timeout[]} */
    const timers = [];
    if (limitMinutes) {
      const end = () => {
        say(`${command.join(' ')} did not end in ${limitMinutes} minutes, and is ended.`);
        child.kill('SIGTERM');
        timers.push(setTimeout(() => child.kill('SIGKILL'), endingMilliseconds));
      };
      timers.push(setTimeout(end, limitMinutes * 60_000));
    }
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    /** @param {number} status */
    const finish = (status) => {
      for (const timer of timers) clearTimeout(timer);
      void forget();
      settle({ status, output });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.once('close', (status) => finish(status ?? 1));
  });
}
