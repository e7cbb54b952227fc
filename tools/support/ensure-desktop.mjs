import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { vscodeVersion } from './ensure-vscode.mjs';
import { hasDisplay } from './find-desktop.mjs';
import { findProgram } from './find-program.mjs';
import { cache } from './paths.mjs';
import { say } from './say.mjs';
import { Unavailable } from './unavailable.mjs';

/**
 * Downloads the desktop VS Code for tests, into the user's cache folder.
 * @returns {Promise<{ program: string, wrapper: string[] }>} its program, and the command that gives it a screen where
 * there is none
 * @throws {Unavailable} where it cannot be downloaded, or no window can be shown
 */
export async function ensureDesktop() {
  const screen = findProgram(['xvfb-run']);
  if (!hasDisplay() && !screen) throw new Unavailable('There is no display for a desktop VS Code: install xvfb.');
  say(`Downloading the desktop VS Code ${vscodeVersion}, unless it is there already …`);
  try {
    const program = await downloadAndUnzipVSCode({ version: vscodeVersion, cachePath: join(cache, 'desktop') });
    return { program, wrapper: hasDisplay() || !screen ? [] : [screen, '-a'] };
  } catch (error) {
    throw new Unavailable(`The desktop VS Code could not be downloaded: ${/** @type {Error} */ (error).message}`);
  }
}
