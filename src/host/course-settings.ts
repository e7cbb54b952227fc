import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { mergedSettings } from '../core/settings';
import { HumanError } from './human-error';
import { ownSettings, settingsFilesIn, settingsText } from './settings-file';
import { isSettingsFile } from './settings-file-names';

/**
 * The raw settings that a course root states, keys without the prefix: those of its own `coursewright.json`, under those
 * of its `.vscode/settings.json`.
 */
export async function readCourseSettings(folder: string): Promise<Readonly<Record<string, unknown>>> {
  return mergedSettings(ownSettings(folder), ofEditor(folder));
}

function ofEditor(folder: string): Record<string, unknown> {
  try {
    return courseSection(parse(settingsText(join(folder, '.vscode', 'settings.json')), [], lenient));
  } catch (error) {
    if (error instanceof HumanError) return {};
    throw error;
  }
}

/**
 * The settings of a named file, keys without the prefix: a course's own, or one as VS Code writes it. Throws a
 * {@link HumanError} when it cannot be read or is not JSON.
 */
export async function readSettingsFile(path: string): Promise<Record<string, unknown>> {
  const errors: ParseError[] = [];
  const all: unknown = parse(settingsText(path), errors, lenient);
  const [first] = errors;
  if (first) throw new HumanError(`${path} is not JSON: ${printParseErrorCode(first.error)} at offset ${first.offset}`);
  return isSettingsFile(path) ? { ...(all as object) } : courseSection(all);
}

const lenient = { allowTrailingComma: true };

function courseSection(all: unknown): Record<string, unknown> {
  const section: Record<string, unknown> = {};
  if (typeof all !== 'object' || all === null) return section;
  for (const [key, value] of Object.entries(all)) {
    if (key === 'coursewright' && typeof value === 'object' && value !== null) Object.assign(section, value);
    else if (key.startsWith('coursewright.')) section[key.slice('coursewright.'.length)] = value;
  }
  return section;
}

/**
 * The folder of the course that a file belongs to: the nearest above with a settings file of a course, `.git` or
 * `.vscode`, else the file's own. The home folder does not count by its `.vscode`, where VS Code keeps its extensions.
 */
export async function courseFolderOf(file: string): Promise<string> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (settingsFilesIn(folder).length > 0 || (await exists(join(folder, '.git')))) return folder;
    if (folder !== homedir() && (await exists(join(folder, '.vscode')))) return folder;
    if (dirname(folder) === folder) return dirname(file);
  }
}

/** The nearest folder, a folder itself or above it, that a settings file marks as a course's root. */
export function markedFolderOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (settingsFilesIn(at).length > 0) return at;
    if (dirname(at) === at) return undefined;
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
