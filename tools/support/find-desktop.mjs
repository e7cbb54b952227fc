import { homedir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './find-program.mjs';

/**
 * The command of a desktop VS Code that can show a window here.
 * @returns {string | undefined}
 */
export function findDesktop() {
  // Inside a remote VS Code's terminal, `code` talks to that window and knows no profile of its own.
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  if (!hasDisplay()) return undefined;
  return findProgram(['code', 'code-insiders', 'codium', ...installed()]);
}

/** Whether a window can be shown at all. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function installed() {
  if (process.platform === 'darwin') {
    const inside = join('Applications', 'Visual Studio Code.app', 'Contents', 'Resources', 'app', 'bin', 'code');
    return [join('/', inside), join(homedir(), inside)];
  }
  if (process.platform === 'win32') {
    const programs = [process.env.LOCALAPPDATA && join(process.env.LOCALAPPDATA, 'Programs'), process.env.PROGRAMFILES];
    return programs.flatMap((folder) => (folder ? [join(folder, 'Microsoft VS Code', 'bin', 'code.cmd')] : []));
  }
  return [];
}
