import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runQuietly } from './run-command.mjs';
import { say } from './say.mjs';
import { Unavailable } from './unavailable.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage */

/**
 * Installs the npm packages of the lock file, unless just these are installed already.
 * @throws {Unavailable} when npm cannot install them
 */
export async function ensurePackages() {
  if (isInstalled()) return;
  const modules = join(root, 'node_modules');
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // Somebody shares one folder among several checkouts: `npm ci` would empty it under the others.
    say('node_modules is a link and differs from package-lock.json: used as it is');
    return;
  }
  say('Installing the npm packages (npm ci) …');
  try {
    await runQuietly('npm ci', ['npm', 'ci', '--no-audit', '--no-fund'], { cwd: root });
  } catch (error) {
    throw new Unavailable(
      `The npm packages could not be installed (is their registry within reach?): ${/** @type {Error} */ (error).message}`,
    );
  }
}

function isInstalled() {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    // Optional packages are those of other platforms too, which npm leaves out.
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || present[path]?.version === version,
  );
}

/**
 * @param {string} file a lock file, or npm's own note of what it installed
 * @returns {Record<string, LockedPackage>} by path, empty when the file is not there
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
