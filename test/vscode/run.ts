// Runs the mocha suite inside a VS Code extension host: the served one, or with --desktop a desktop VS Code.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../tools/support/main.mjs';
import { artifacts, root } from '../../tools/support/paths.mjs';
import { readReport } from '../../tools/support/report.mjs';
import { throwAwayFolder } from '../../tools/support/throw-away-folder.mjs';
import { copyFolder } from '../support/copy-folder';
import { buildSuite } from './build-suite';
import { runDesktop } from './run-desktop';
import { runServed } from './run-served';

void main(async () => {
  const report = process.env.COURSEWRIGHT_REPORT ?? join(artifacts, 'reports', 'vscode.json');
  rmSync(report, { force: true });
  const run = process.argv.includes('--desktop') ? runDesktop : runServed;
  const status = await run(await buildSuite(), twoCourses(), {
    COURSEWRIGHT_REPORT: report,
    COURSEWRIGHT_SUITE: process.env.COURSEWRIGHT_SUITE ?? '',
  });
  // VS Code answers 0 when it ran nothing at all.
  if (!existsSync(report)) throw new Error(`VS Code ended with ${status} and ran no suite.`);
  return readReport(report).tests.some(({ state }) => state === 'failed') ? 1 : status;
});

/** A workspace of two folders, the first one a copy of what the other layers open. */
function twoCourses(): string {
  const folders = ['workspace', 'second-course'].map((name) => ({
    name,
    path: copyFolder(join(root, 'test', 'support', name)),
  }));
  const file = join(throwAwayFolder('workspace').path, 'two.code-workspace');
  writeFileSync(file, JSON.stringify({ folders }));
  return file;
}
