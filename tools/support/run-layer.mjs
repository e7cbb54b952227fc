import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { heldToAllowedSkips } from './allowed-skips.mjs';
import { artifacts, root } from './paths.mjs';
import { readReport } from './report.mjs';
import { runVisibly } from './run-command.mjs';
import { Unavailable } from './unavailable.mjs';

/**
 * One layer of `npm test`: a command that either is one test itself, or writes a report of its tests.
 * @typedef {object} Layer
 * @property {string} name
 * @property {string[]} command
 * @property {boolean} [apart] whether it runs only where it is named
 * @property {boolean} [built] whether it runs what the layer `build` makes
 * @property {boolean} [reports] whether it writes a report; without one its exit status is its only test
 * @property {(() => Promise<unknown>)[]} [needs] what it needs of this machine: each gets it, or throws `Unavailable`
 * @property {Record<string, string>} [env]
 */

/** @typedef {import('./report.mjs').TestResult} TestResult */

/** Several times what the slowest layer takes. */
const limitMinutes = 35;

/**
 * Runs a layer, its output going to the terminal. A layer that breaks off is a failure, whatever its report says.
 * @param {Layer} layer
 * @param {boolean} ci in CI a layer that cannot run is a failure, and a test that skips itself without an allowed reason
 * is one too; elsewhere both are skipped
 * @returns {Promise<TestResult[]>} at least one
 */
export async function runLayer({ name, command, reports = false, needs = [], env = {} }, ci) {
  try {
    for (const need of needs) await need();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return [{ title: name, state: ci ? 'failed' : 'skipped', message: error.message }];
  }
  const file = join(artifacts, 'reports', `${name}.json`);
  rmSync(file, { force: true });
  const status = await runVisibly(command, {
    cwd: root,
    env: { ...process.env, ...env, COURSEWRIGHT_REPORT: file },
    limitMinutes,
  });
  if (!reports) return [ended(name, status)];
  if (!existsSync(file)) return [{ title: name, state: 'failed', message: `ended with ${status} and left no report` }];
  const report = readReport(file);
  const tests = ci ? report.tests.map(heldToAllowedSkips) : report.tests;
  if (tests.length === 0) return [{ title: name, state: 'failed', message: 'ran no test' }];
  return status === 0 || tests.some(({ state }) => state === 'failed') ? tests : [...tests, ended(name, status)];
}

/**
 * @param {string} name
 * @param {number} status
 * @returns {TestResult}
 */
function ended(name, status) {
  return status === 0
    ? { title: name, state: 'passed' }
    : { title: name, state: 'failed', message: `ended with ${status}` };
}
