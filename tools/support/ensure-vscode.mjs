import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { atEnd } from './lifetime.mjs';
import { cache } from './paths.mjs';
import { runQuietly } from './run-command.mjs';
import { say } from './say.mjs';
import { Unavailable } from './unavailable.mjs';

/**
 * A VS Code that is served to a browser, and the Node that runs it.
 * @typedef {object} VscodeHost
 * @property {string} node path of the Node program
 * @property {string} server path of VS Code's own server script
 * @property {string} cli path of the script that installs extensions
 */

// code-server carries VS Code 1.139.1 with its native parts prebuilt, and wants Node 24 whatever the system has.
export const vscodeVersion = '1.139.1';
const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';
const nodePackage = `node-linux-${process.arch}`;

/**
 * Installs the VS Code that the tests, and `npm start` without a desktop VS Code, run in. It goes into the user's
 * cache folder, once for all checkouts.
 * @returns {Promise<VscodeHost>}
 * @throws {Unavailable} where it cannot be had
 */
export async function ensureVscode() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Unavailable('VS Code can be served to a browser on Linux only: install the desktop VS Code.');
  }
  const folder = hostFolder();
  if (!existsSync(folder)) {
    try {
      await install(folder);
    } catch (error) {
      throw new Unavailable(
        `VS Code could not be installed (is the npm registry within reach?): ${/** @type {Error} */ (error).message}`,
      );
    }
  }
  return hostIn(folder);
}

const hostFolder = () => join(cache, `vscode-${codeServerVersion}-node-${nodeVersion}-${process.arch}`);

/**
 * The Node that came with that VS Code, another version than the one that the package begins with.
 * @returns {string | undefined} its program; undefined where VS Code was not installed
 */
export function laterNode() {
  const { node } = hostIn(hostFolder());
  return existsSync(node) ? node : undefined;
}

/**
 * @param {string} folder
 * @returns {VscodeHost}
 */
function hostIn(folder) {
  const modules = join(folder, 'node_modules');
  const codeServer = join(modules, 'code-server');
  return {
    node: join(modules, nodePackage, 'bin', 'node'),
    server: join(codeServer, 'lib', 'vscode', 'out', 'server-main.js'),
    cli: join(codeServer, 'out', 'node', 'entry.js'),
  };
}

/**
 * Installs beside the folder and renames at the end, so that an interrupted installation is never taken for a whole.
 * @param {string} folder
 */
async function install(folder) {
  say(`Installing VS Code ${vscodeVersion} into ${folder} (once; 780 MB, about a minute) …`);
  mkdirSync(dirname(folder), { recursive: true });
  removeAbandoned(folder);
  const building = mkdtempSync(`${folder}.${process.pid}.`);
  const discard = atEnd(() => rmSync(building, { recursive: true, force: true }));
  try {
    const dependencies = { [nodePackage]: nodeVersion, 'code-server': codeServerVersion };
    writeFileSync(join(building, 'package.json'), JSON.stringify({ private: true, dependencies }));
    // Without their scripts the packages fetch and compile nothing: all that is needed comes from the registry.
    const npmInstall = ['npm', 'install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
    await runQuietly('npm install code-server', npmInstall, { cwd: building });
    const { node, server } = hostIn(building);
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
    const vscode = dirname(dirname(server));
    await runQuietly("npm install of VS Code's own packages", [...npmInstall, '--omit=dev'], { cwd: vscode, env });
    await runQuietly('Node for VS Code', [node, '--version']);
    rename(building, folder);
  } finally {
    await discard();
  }
}

/**
 * @param {string} building
 * @param {string} folder
 */
function rename(building, folder) {
  try {
    renameSync(building, folder);
  } catch (error) {
    // Another checkout may have installed the same meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/**
 * Removes what installations left that were killed outright.
 * @param {string} folder
 */
function removeAbandoned(folder) {
  const prefix = `${basename(folder)}.`;
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('.')[0]);
    if (!isRunning(pid)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
