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
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
};

/**
 * Gives a throw-away profile the settings with which VS Code shows the course and nothing else: no welcome page, no
 * telemetry, no updates, no questions.
 * @param {string} userData the profile's user-data folder
 * @param {Record<string, unknown>} [more] settings that go over these
 */
export function writeUserSettings(userData, more = {}) {
  const folder = join(userData, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...quietSettings, ...more }, null, 2));
}
