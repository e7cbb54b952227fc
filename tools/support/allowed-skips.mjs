/**
 * What a machine may lack even in CI, by how the reason of the skipped test begins: the reference data beside the
 * checkout, what only a real GPU can do, Dawn's bindings with a driver for them, a desktop VS Code, other editors,
 * what only some systems have (modes, pipes, links).
 */
const allowedReasons = [
  'reference data absent',
  'the adapter has no ',
  "Dawn's bindings for Node",
  'The desktop VS Code could not be downloaded',
  'There is no display for a desktop VS Code',
  'an editor is not installed: ',
  'this system has no ',
];

/** @typedef {import('./report.mjs').TestResult} TestResult */

/**
 * In CI a test that skips itself passes only for a reason that no machine of ours can mend; any other is a failure.
 * @param {TestResult} test
 * @returns {TestResult} the same, or failed
 */
export function heldToAllowedSkips(test) {
  const { title, state, message } = test;
  if (state !== 'skipped' || allowedReasons.some((reason) => message?.startsWith(reason))) return test;
  return { title, state: 'failed', message: `was skipped in CI: ${message ?? 'it gave no reason'}` };
}
