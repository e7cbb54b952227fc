import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import MochaReporter from '../../../tools/support/mocha-reporter.mjs';
import { mark } from '../mark';

/**
 * What VS Code calls inside its extension host: runs every test file beside this one, or the one that `COURSEWRIGHT_SUITE`
 * names, and rejects when one fails.
 */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log(mark + format(...args));
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    // A loaded machine may take this long to start a language server; a test that hangs still ends.
    timeout: 240_000,
    forbidOnly: true,
    reporter: MochaReporter,
    reporterOptions: { each: 'true' },
  });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(`${process.env.COURSEWRIGHT_SUITE ?? ''}.test.js`),
  );
  for (const file of files.sort()) mocha.addFile(join(__dirname, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
