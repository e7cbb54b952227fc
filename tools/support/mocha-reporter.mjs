import Mocha from 'mocha';
import { writeReport } from './report.mjs';

const { Base } = Mocha.reporters;
/** How long something may go on after the last test. */
const graceMilliseconds = 20_000;
const { EVENT_RUN_END, EVENT_SUITE_END, EVENT_TEST_END, EVENT_TEST_FAIL } = Mocha.Runner.constants;

/**
 * Mocha's results as they come, for the terminal, and as a report for `npm test`. A line a test with the option
 * `each`, else a line for each outermost suite. All lines go through `Base.consoleLog`, as Mocha's own do.
 */
export default class MochaReporter extends Base {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const each = options.reporterOptions?.each === 'true';
    /** @type {import('./report.mjs').TestResult[]} */
    const tests = [];
    let printed = 0;

    runner.on(EVENT_TEST_FAIL, (test, error) => {
      tests.push({ title: test.fullTitle(), state: 'failed', message: String(error?.stack ?? error) });
      Base.consoleLog(`  ✗ ${test.fullTitle()}`);
    });
    runner.on(EVENT_TEST_END, (test) => {
      if (test.state === 'failed') return;
      const state = test.isPending() ? 'skipped' : 'passed';
      const message = state === 'skipped' ? reasonOf(test) : undefined;
      tests.push({ title: test.fullTitle(), state, ...(message ? { message } : {}) });
      if (each) Base.consoleLog(`  ${state === 'passed' ? '✓' : '-'} ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on(EVENT_SUITE_END, (suite) => {
      if (each || !suite.parent?.root || tests.length === printed) return;
      Base.consoleLog(`  ${suite.title}: ${tests.length - printed}`);
      printed = tests.length;
    });
    runner.once(EVENT_RUN_END, () => {
      if (this.failures.length > 0) Base.list(this.failures);
      if (process.env.COURSEWRIGHT_REPORT) writeReport(process.env.COURSEWRIGHT_REPORT, { tests });
      setTimeout(() => endOf(this.failures.length), graceMilliseconds).unref();
    });
  }
}

/**
 * Ends a run that something keeps alive, which would else wait for ever, and says what it is.
 * @param {number} failures
 */
function endOf(failures) {
  Base.consoleLog(`  ! still held after the last test by ${process.getActiveResourcesInfo().join(', ')}`);
  process.exit(failures > 0 ? 1 : 0);
}

/**
 * Why a test skipped itself, as it or a hook of its suites left it in `skipped`; Mocha itself keeps no reason.
 * @param {(Mocha.Test | Mocha.Suite) & { skipped?: string }} test
 * @returns {string | undefined}
 */
function reasonOf({ skipped, parent }) {
  return skipped ?? (parent && reasonOf(parent));
}
