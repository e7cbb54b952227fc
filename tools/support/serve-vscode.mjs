import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureVscode } from './ensure-vscode.mjs';
import { startGroup } from './process-group.mjs';
import { runQuietly } from './run-command.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';
import { Unavailable } from './unavailable.mjs';
import { writeUserSettings } from './user-settings.mjs';

const startMilliseconds = 180_000;

/**
 * @typedef {object} ServeOptions
 * @property {Record<string, unknown>} [settings] the profile's user settings
 * @property {string} [vsix] an extension to install
 * @property {boolean} trusted whether what is opened is trusted unasked: only where all of it is our own
 * @property {number} [port] any free one by default
 * @property {boolean} [testDriver] lets the workbench run a test suite inside its extension host; hides notifications
 * @property {Record<string, string>} [env] reaches the extension host too
 * @property {string} [locale] the display language, as VS Code names it: extensions speak it, VS Code itself stays English
 */

/**
 * @typedef {object} Opening
 * @property {string} folder absolute path of the folder to open, or of a `.code-workspace` file with several
 * @property {string} [file] absolute path of a file to show in it
 * @property {Record<string, string>} [paths] further options of the workbench that name files on this machine
 */

/**
 * @typedef {object} ServedVscode
 * @property {(opening: Opening) => string} address where a browser finds the workbench with this open
 * @property {Promise<unknown>} ended settles when the server has ended
 * @property {() => string} log what the server has written so far
 * @property {() => Promise<void>} stop stops it and removes its profile
 */

/**
 * Serves a real VS Code on 127.0.0.1, with a throw-away profile. A random token in the address keeps other users and
 * web pages out, since whoever is in has a terminal; the server reads it from a file that only we may read, where the
 * list of processes does not show it.
 * @param {ServeOptions} options
 * @returns {Promise<ServedVscode>} once it answers
 * @throws {Unavailable} where VS Code cannot be had or does not start
 */
export async function serveVscode({ trusted, settings = {}, vsix, port = 0, testDriver = false, env = {}, locale }) {
  const host = await ensureVscode();
  const profile = throwAwayFolder('vscode');
  const userData = join(profile.path, 'user');
  const extensions = join(profile.path, 'extensions');
  writeUserSettings(userData, { trusted, more: settings });
  if (locale) writeLanguagePack(userData, locale);
  const folders = ['--user-data-dir', userData, '--extensions-dir', extensions];
  if (vsix) {
    const config = ['--config', join(profile.path, 'config.yaml')];
    const install = [host.node, host.cli, ...config, ...folders, '--install-extension', vsix, '--force'];
    await runQuietly('Installing the extension', install, { env: hostEnvironment(env) });
  }

  const token = randomBytes(16).toString('hex');
  const tokenFile = join(profile.path, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600, flag: 'wx' });
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--connection-token-file', tokenFile];
  flags.push('--accept-server-license-terms', '--telemetry-level', 'off', '--disable-telemetry');
  flags.push('--disable-experiments');
  if (trusted) flags.push('--disable-workspace-trust');
  flags.push('--server-data-dir', join(profile.path, 'server'), ...folders);
  if (locale) flags.push('--locale', locale);
  if (testDriver) flags.push('--enable-smoke-test-driver');
  const server = startGroup([host.node, host.server, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: hostEnvironment(env),
  });
  const ended = new Promise((settle) => server.child.once('exit', settle));
  let log = '';
  for (const stream of [server.child.stdout, server.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      log += text;
    });
  }
  const stop = async () => {
    await server.stop();
    await profile.remove();
  };
  try {
    const listening = await portOf(server.child, () => log);
    return { address: (opening) => address(listening, token, opening), ended, log: () => log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * VS Code speaks a language for which it has a pack. This one is empty, so that nothing but the language is said.
 * @param {string} userData
 * @param {string} locale
 */
function writeLanguagePack(userData, locale) {
  const vscode = join(userData, 'empty-pack.json');
  writeFileSync(vscode, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'empty.pack' }, version: '1.0.0' }];
  const pack = { hash: 'empty', extensions, translations: { vscode }, label: locale };
  writeFileSync(join(userData, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => string} log
 * @returns {Promise<number>} the port, once the server says that it listens
 */
function portOf(child, log) {
  return new Promise((resolve, reject) => {
    /** @param {string} what */
    const fail = (what) => reject(new Unavailable(`VS Code's server ${what}:\n${log().slice(-2000)}`));
    const timer = setTimeout(() => fail('did not start within three minutes'), startMilliseconds);
    const look = () => {
      const port = /agent listening on (\d+)/.exec(log())?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', look);
    child.once('error', (error) => fail(`could not be run (${error.message})`));
    child.once('exit', (status) => {
      clearTimeout(timer);
      fail(`ended with ${status}`);
    });
  });
}

/**
 * @param {number} port
 * @param {string} token
 * @param {Opening} opening
 */
function address(port, token, { folder, file, paths = {} }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  const named = Object.entries({ ...(file ? { openFile: file } : {}), ...paths });
  const payload = named.map(([name, path]) => [name, remote(path)]);
  const opened = folder.endsWith('.code-workspace') ? { workspace: folder } : { folder };
  const query = new URLSearchParams({ tkn: token, ...opened, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

/**
 * The server's environment: ours, without the marketplace and without what npm or another VS Code left in it.
 * @param {Record<string, string>} more
 */
function hostEnvironment(more) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$)/i.test(name));
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}', ...more };
}
