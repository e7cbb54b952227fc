import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {object} TestResult
 * @property {string} title
 * @property {'passed' | 'failed' | 'skipped'} state
 * @property {string} [message] why it failed, or was skipped
 */

/**
 * What every layer of `npm test` leaves in the file that the environment variable `COURSEWRIGHT_REPORT` names.
 * @typedef {{ tests: TestResult[] }} Report
 */

/**
 * @param {string} file
 * @param {Report} report
 */
export function writeReport(file, report) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}

/**
 * @param {string} file
 * @returns {Report}
 * @throws {Error} when the file is not there or holds something else
 */
export function readReport(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(report.tests)) throw new Error(`${file} holds no list of tests`);
  return report;
}
