import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../tools/support/paths.mjs';

/**
 * Bundles the suite, since VS Code's extension host loads plain JavaScript only.
 * @returns the path of the script whose `run` VS Code calls
 */
export async function buildSuite(): Promise<string> {
  const source = join(root, 'test', 'vscode', 'suite');
  // Inside the checkout, so that `mocha` is found from there.
  const outdir = join(root, '.cache', 'vscode-suite');
  await rm(outdir, { recursive: true, force: true });
  const tests = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => join(source, name)),
    outbase: source,
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(outdir, 'index.js');
}
