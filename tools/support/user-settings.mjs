import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'window.confirmBeforeClose': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
};

/**
 * Gives a throw-away profile the settings with which VS Code shows the course and nothing else: no welcome page, no
 * telemetry, no updates, and no questions but whether a folder is trusted.
 * @param {string} userData the profile's user-data folder
 * @param {object} options
 * @param {boolean} options.trusted whether every folder is trusted unasked: only where all of it is our own
 * @param {Record<string, unknown>} [options.more] settings that go over these
 */
export function writeUserSettings(userData, { trusted, more = {} }) {
  const folder = join(userData, 'User');
  const settings = { ...quietSettings, 'security.workspace.trust.enabled': !trusted, ...more };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}
