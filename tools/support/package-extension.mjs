import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, root } from './paths.mjs';
import { runQuietly } from './run-command.mjs';
import { say } from './say.mjs';

/**
 * Builds the extension and packages it as a user would install it.
 * @returns {Promise<string>} the path of the .vsix file
 */
export async function packageExtension() {
  const vsix = join(artifacts, 'coursewright.vsix');
  mkdirSync(artifacts, { recursive: true });
  say('Building and packaging the extension …');
  await runQuietly('Building', [process.execPath, 'esbuild.mjs'], { cwd: root });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  // Everything is bundled, so nothing of node_modules belongs in the package.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  await runQuietly('Packaging', [process.execPath, vsce, 'package', ...options], { cwd: root });
  return vsix;
}
