import { join } from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { ensureDesktop } from '../../tools/support/ensure-desktop.mjs';
import { root } from '../../tools/support/paths.mjs';
import { say } from '../../tools/support/say.mjs';
import { throwAwayFolder } from '../../tools/support/throw-away-folder.mjs';
import { writeUserSettings } from '../../tools/support/user-settings.mjs';

/**
 * Runs the suite in a desktop VS Code.
 * @param suite the script whose `run` VS Code calls
 * @param folder what to open: a folder or a workspace file
 * @returns its exit status
 */
export async function runDesktop(suite: string, folder: string, env: Record<string, string>): Promise<number> {
  const { program } = await ensureDesktop();
  say('In the desktop VS Code:');
  const { path } = throwAwayFolder('desktop');
  const userData = join(path, 'user');
  writeUserSettings(userData, { trusted: true });
  const flags = [
    '--user-data-dir',
    userData,
    '--extensions-dir',
    join(path, 'extensions'),
    '--disable-workspace-trust',
  ];
  try {
    return await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      extensionTestsEnv: env,
      launchArgs: [folder, ...flags],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
}
