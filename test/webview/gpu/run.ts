// Runs the kernels' suite on every adapter at hand: the software adapter of a browser, a browser without any, and Node
// with Dawn's bindings where they and a Vulkan driver are found. `--grep TEXT` and `--on TARGET` narrow it down.
import { parseArgs } from 'node:util';
import { writeReport } from '../../../tools/support/report.mjs';
import type { TestResult } from './suite/cases';
import { targets } from './targets';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { grep: { type: 'string', default: '' }, on: { type: 'string' } } });
  const tests: TestResult[] = [];
  for (const { name, run } of targets.filter(({ name }) => values.on === undefined || name.includes(values.on))) {
    console.log(`\n  ${name}`);
    const started = performance.now();
    await run(values.grep, (result) => {
      tests.push({ ...result, title: `${name}: ${result.title}` });
      print(result);
    });
    console.log(`    (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  const count = (state: TestResult['state']) => tests.filter((test) => test.state === state).length;
  console.log(`\n  ${count('passed')} passing, ${count('failed')} failing, ${count('skipped')} skipped`);
  if (process.env.COURSEWRIGHT_REPORT) writeReport(process.env.COURSEWRIGHT_REPORT, { tests });
  process.exitCode = count('failed') > 0 || tests.length === 0 ? 1 : 0;
}

/** Slower cases say their time. */
const slow = 1000;

function print({ title, state, message, milliseconds = 0 }: TestResult): void {
  const mark = { passed: '✓', failed: '✗', skipped: '-' }[state];
  console.log(
    `    ${mark} ${title}${milliseconds > slow ? ` (${Math.round(milliseconds)} ms)` : ''}${message ? `\n        ${message.split('\n').slice(0, 6).join('\n        ')}` : ''}`,
  );
}

void main();
