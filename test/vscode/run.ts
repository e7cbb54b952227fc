// Runs the mocha suite inside a VS Code extension host: the served one, or with --desktop a desktop VS Code.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../tools/support/main.mjs';
import { artifacts, root } from '../../tools/support/paths.mjs';
import { readReport } from '../../tools/support/report.mjs';
import { copyFolder } from '../support/copy-folder';
import { buildSuite } from './build-suite';
import { runDesktop } from './run-desktop';
import { runServed } from './run-served';

void main(async () => {
  const report = process.env.COURSEWRIGHT_REPORT ?? join(artifacts, 'reports', 'vscode.json');
  rmSync(report, { force: true });
  const run = process.argv.includes('--desktop') ? runDesktop : runServed;
  const folder = copyFolder(join(root, 'test', 'support', 'workspace'));
  const status = await run(await buildSuite(), folder, { COURSEWRIGHT_REPORT: report });
  // VS Code answers 0 when it ran nothing at all.
  if (!existsSync(report)) throw new Error(`VS Code ended with ${status} and ran no suite.`);
  return readReport(report).tests.some(({ state }) => state === 'failed') ? 1 : status;
});
