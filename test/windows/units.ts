// Runs the core's, the host's and the protocol's tests on Node for Windows, and leaves their report.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureWindows } from '../../tools/support/ensure-windows.mjs';
import { main } from '../../tools/support/main.mjs';
import { readReport, writeReport } from '../../tools/support/report.mjs';
import { windowsCheckout } from '../../tools/support/windows-checkout.mjs';
import { bundleMermaid } from '../support/mermaid-database';

void main(async () => {
  const { drive, node, env } = await ensureWindows();
  const folder = join(drive, 'coursewright');
  await windowsCheckout(folder);
  await bundleMermaid(join(folder, 'mermaid.cjs'));
  const [program, ...first] = node;
  const log = join(drive, 'log.txt');
  const out = openSync(log, 'w');
  const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'tools/support/mocha-reporter.mjs'];
  const child = spawn(
    program!,
    [...first, ...mocha, '--timeout', '120000', 'test/{core,host,protocol,syntaxes}/**/*.test.js'],
    {
      cwd: folder,
      // Node in Wine can write to files alone.
      stdio: ['ignore', out, out],
      env: {
        ...env,
        COURSEWRIGHT_REPORT: 'C:\\coursewright\\report.json',
        COURSEWRIGHT_MERMAID: 'C:\\coursewright\\mermaid.cjs',
      },
    },
  );
  const [status] = (await once(child, 'close')) as [number | null];
  closeSync(out);
  console.log(readFileSync(log, 'utf8'));
  const report = readReport(join(folder, 'report.json'));
  if (process.env.COURSEWRIGHT_REPORT) writeReport(process.env.COURSEWRIGHT_REPORT, report);
  return status ?? 1;
});
