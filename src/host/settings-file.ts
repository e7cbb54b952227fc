import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { defaultSettings, mergedSettings } from '../core/settings';
import { HumanError } from './human-error';
import { readText } from './read-source';

/** The names of a course's own settings file, the stronger one last. One of them in a folder makes it a course's root. */
const names: readonly string[] = ['coursewright.jsonc', 'coursewright.json'];

/** Whether a path or a URI is that of a settings file. */
export const isSettingsFile = (path: string): boolean => names.includes(path.split(/[/\\]/).at(-1) ?? '');

/** The settings files that stand in a folder. */
export const settingsFilesIn = (folder: string): readonly string[] =>
  names.map((name) => join(folder, name)).filter((path) => existsSync(path));

/** The settings of a folder's own files, keys without the prefix: all that can be read of them; {} where there are none. */
export const ownSettings = (folder: string): Readonly<Record<string, unknown>> =>
  settingsFilesIn(folder).map(settingsOf).reduce(mergedSettings, {});

function settingsOf(path: string): Readonly<Record<string, unknown>> {
  try {
    const errors: ParseError[] = [];
    const read: unknown = parse(settingsText(path), errors, { allowTrailingComma: true });
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : {};
  } catch (error) {
    if (error instanceof HumanError) return {};
    throw error;
  }
}

/** The text of any settings file. Throws a {@link HumanError} when it cannot be read. */
export const settingsText = (path: string): string => readText(path, defaultSettings.files.maxSize);
