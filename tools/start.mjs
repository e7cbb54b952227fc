// npm start [-- <folder>] [--port N] [--served]: opens a course in VS Code with this extension.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode } from './support/check-node.mjs';
import { ensurePackages } from './support/ensure-packages.mjs';
import { findDesktop } from './support/find-desktop.mjs';
import { atEnd, endsByInterrupt } from './support/lifetime.mjs';
import { main } from './support/main.mjs';
import { packageExtension } from './support/package-extension.mjs';
import { root } from './support/paths.mjs';
import { portIsFree } from './support/port-is-free.mjs';
import { startGroup } from './support/process-group.mjs';
import { runQuietly } from './support/run-command.mjs';
import { say } from './support/say.mjs';
import { serveVscode } from './support/serve-vscode.mjs';
import { throwAwayFolder } from './support/throw-away-folder.mjs';
import { Unavailable } from './support/unavailable.mjs';
import { writeUserSettings } from './support/user-settings.mjs';

const sample = join(root, 'samples', 'course');

await main(async () => {
  checkNode();
  const { folder, port, served } = options();
  if (!(await portIsFree(port))) throw new Unavailable(`Port ${port} cannot be had on 127.0.0.1: name another one.`);
  await ensurePackages();
  const vsix = await packageExtension();
  const desktop = served ? undefined : findDesktop();
  return desktop ? openDesktop(desktop, vsix, folder) : serve(vsix, folder, port);
});

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { port: { type: 'string', default: '0' }, served: { type: 'boolean', default: false } },
    });
    const folder = resolve(process.env.INIT_CWD ?? '', positionals[0] ?? sample);
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder.`);
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is not a port.`);
    return { folder, port, served: values.served };
  } catch (error) {
    throw new Unavailable(
      `${/** @type {Error} */ (error).message} Usage: npm start [-- <folder>] [--port N] [--served]`,
    );
  }
}

/**
 * Whether all of a folder is our own. Any other opens in Restricted Mode until the person trusts it.
 * @param {string} folder
 */
function isSample(folder) {
  return realpathSync(folder) === realpathSync(sample);
}

/**
 * The file to show first: the first with a skill tree to draw, else the first there is.
 * @param {string} folder
 */
function firstPage(folder) {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
  return pages.find((page) => /^```mermaid\s+(flowchart|graph)\b/m.test(readFileSync(page, 'utf8'))) ?? pages[0];
}

/**
 * @param {string} code
 * @param {string} vsix
 * @param {string} folder
 */
async function openDesktop(code, vsix, folder) {
  const profile = throwAwayFolder('desktop');
  const userData = join(profile.path, 'user');
  const trusted = isSample(folder);
  writeUserSettings(userData, { trusted });
  const flags = ['--user-data-dir', userData, '--extensions-dir', join(profile.path, 'extensions')];
  if (process.platform === 'linux' && process.getuid?.() === 0) flags.push('--no-sandbox');
  await runQuietly('Installing the extension', [code, ...flags, '--install-extension', vsix, '--force']);
  say(`Opening ${folder} in ${code}, with a throw-away profile. Close the window, or press Ctrl-C here, to end.`);
  const page = firstPage(folder);
  // --verbose keeps the window's process among our own, so that we see it end and can end it.
  if (trusted) flags.push('--disable-workspace-trust');
  const open = [...flags, '--new-window', '--verbose', folder, ...(page ? [page] : [])];
  const window = startGroup([code, ...open], { stdio: 'ignore' });
  // macOS starts the window beside us, not below us: it is known by the profile that it alone has.
  if (process.platform === 'darwin') atEnd(() => void spawnSync('pkill', ['-f', userData]));
  endsByInterrupt();
  await once(window.child, 'exit');
  await window.stop();
  return 0;
}

/**
 * @param {string} vsix
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<number>}
 */
async function serve(vsix, folder, port) {
  say('Starting VS Code for the browser …');
  const { address, ended } = await serveVscode({ vsix, port, trusted: isSample(folder) });
  const file = firstPage(folder);
  say('VS Code is ready. Open this address in Chromium, Chrome, Edge or Firefox; Ctrl-C stops it.');
  console.log(`\n  ${address(file ? { folder, file } : { folder })}\n`);
  endsByInterrupt();
  await ended;
  throw new Unavailable("VS Code's server has ended by itself.");
}
