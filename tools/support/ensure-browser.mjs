import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findProgram } from './find-program.mjs';
import { runQuietly } from './run-command.mjs';
import { say } from './say.mjs';
import { Unavailable } from './unavailable.mjs';

const emojiFont = 'fonts-noto-color-emoji';

/**
 * The browser that the tests drive: `COURSEWRIGHT_BROWSER`, or an installed Chromium, Chrome or Edge. As root on
 * Debian it is installed where absent, with a font for emoji, without which screenshots show empty boxes.
 * @returns {Promise<string>} the path of its program
 * @throws {Unavailable} where there is none and none can be had
 */
export async function ensureBrowser() {
  const named = process.env.COURSEWRIGHT_BROWSER;
  if (named) {
    if (findProgram([named])) return named;
    throw new Unavailable(`COURSEWRIGHT_BROWSER names ${named}, which is not a program.`);
  }
  const found = findBrowser();
  const missing = [...(found ? [] : ['chromium']), ...(hasEmojiFont() ? [] : [emojiFont])];
  if (missing.length > 0 && canInstall()) await install(missing);
  const browser = found ?? findBrowser();
  if (browser) return browser;
  throw new Unavailable('No Chromium, Chrome or Edge was found: install one, or name it in COURSEWRIGHT_BROWSER.');
}

function findBrowser() {
  return findProgram(candidates()[process.platform] ?? []);
}

/** @returns {Partial<Record<NodeJS.Platform, string[]>>} */
function candidates() {
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const windows = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return {
    linux: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'microsoft-edge-stable',
    ],
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    win32: windows.flatMap((path) => programs.flatMap((folder) => (folder ? [join(folder, path)] : []))),
  };
}

function hasEmojiFont() {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':charset=1f916', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

function canInstall() {
  return process.getuid?.() === 0 && findProgram(['apt-get']) !== undefined;
}

/** @param {string[]} packages */
async function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say(`Installing ${packages.join(' and ')} (apt-get) …`);
  try {
    await runQuietly('apt-get update', ['apt-get', 'update', '-qq'], { env });
    await runQuietly('apt-get install', ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
    });
  } catch (error) {
    // The font alone is no reason to stop; a browser that is still absent is reported by the caller.
    say(`They could not be installed: ${/** @type {Error} */ (error).message}`);
  }
}
