import { cpSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { root } from './paths.mjs';
import { runQuietly } from './run-command.mjs';

/**
 * Copies this checkout, as built, to where Node for Windows can run its tests. Nothing there can transform TypeScript
 * on the way (esbuild's program for Windows does not start in Wine), so each file is written as JavaScript, in Node's
 * own module format, as `tsx` makes it.
 * @param {string} folder a new one
 */
export async function windowsCheckout(folder) {
  const list = await runQuietly('git ls-files', ['git', 'ls-files', '-z', '-co', '--exclude-standard'], { cwd: root });
  await Promise.all(
    list
      .split('\0')
      .filter(Boolean)
      .map((path) => copy(path, folder)),
  );
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

/**
 * @param {string} path of a file of the checkout
 * @param {string} folder
 */
async function copy(path, folder) {
  const times = await stat(join(root, path)).catch(() => undefined);
  // Deleted, and not yet so for git.
  if (!times?.isFile()) return;
  const source = readFileSync(join(root, path));
  const script = /\.ts$/.test(path) && !/\.d\.ts$/.test(path);
  const code = path === '.mocharc.json' ? source.toString().replaceAll('.ts"', '.js"') : source;
  const to = join(folder, script ? path.replace(/\.ts$/, '.js') : path);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, script ? await toJavaScript(source.toString(), path) : code);
  // Who asks whether a build is newer than its sources gets the same answer there.
  utimesSync(to, times.atime, times.mtime);
}

/**
 * @param {string} source
 * @param {string} path
 */
async function toJavaScript(source, path) {
  const { code } = await transform(source, {
    sourcefile: path,
    loader: 'ts',
    platform: 'node',
    target: 'node22',
    // A program that waits at its top level is started, and required by nobody.
    format: /^(?:\w[\w.={}:, ]*\(?)?\bawait /m.test(source) ? 'esm' : 'cjs',
    supported: { 'dynamic-import': true },
    define: { 'import.meta.url': 'thisUrl', 'import.meta.dirname': '__dirname' },
    banner: "const thisUrl = require('node:url').pathToFileURL(__filename).href;",
  });
  return code;
}
