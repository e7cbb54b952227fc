import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings, mergedSettings } from '../core/settings';
import { jsonTooDeep } from '../core/text/json-too-deep';
import { HumanError } from './human-error';
import { readText } from './read-source';
import { settingsFileNames } from './settings-file-names';
import { settingsOfText } from './settings-of-text';

/** The settings files that stand in a folder. */
export const settingsFilesIn = (folder: string): readonly string[] =>
  settingsFileNames.map((name) => join(folder, name)).filter((path) => existsSync(path));

/** The settings of a folder's own files, keys without the prefix: all that can be read of them; {} where there are none. */
export const ownSettings = (folder: string): Readonly<Record<string, unknown>> =>
  settingsFilesIn(folder).map(settingsOf).reduce(mergedSettings, {});

function settingsOf(path: string): Readonly<Record<string, unknown>> {
  try {
    return settingsOfText(settingsText(path));
  } catch (error) {
    if (error instanceof HumanError) return {};
    throw error;
  }
}

/** The text of any settings file. Throws a {@link HumanError} when it cannot be read. */
export function settingsText(path: string): string {
  const text = readText(path, defaultSettings.files.maxSize);
  if (jsonTooDeep(text) !== undefined) throw new HumanError(`${path}: opens too many brackets in each other`);
  return text;
}
