import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { defaultSettings } from '../core/settings';
import { HumanError } from './human-error';
import { readText } from './read-source';

/** The raw `coursewright.*` settings of a course root's `.vscode/settings.json`, keys without the prefix; {} where none. */
export async function readCourseSettings(folder: string): Promise<Record<string, unknown>> {
  try {
    return courseSection(parse(readSettingsText(join(folder, '.vscode', 'settings.json')), [], lenient));
  } catch (error) {
    if (error instanceof HumanError) return {};
    throw error;
  }
}

/** The same of any settings file. Throws a {@link HumanError} when it cannot be read or is not JSON. */
export async function readSettingsFile(path: string): Promise<Record<string, unknown>> {
  const errors: ParseError[] = [];
  const all: unknown = parse(readSettingsText(path), errors, lenient);
  const [first] = errors;
  if (first) throw new HumanError(`${path} is not JSON: ${printParseErrorCode(first.error)} at offset ${first.offset}`);
  return courseSection(all);
}

const lenient = { allowTrailingComma: true };

const readSettingsText = (path: string): string => readText(path, defaultSettings.files.maxSize);

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
 * The folder of the course that a file belongs to: the nearest above with `.git` or `.vscode`, else the file's own.
 * The home folder does not count by its `.vscode`, where VS Code keeps its extensions.
 */
export async function courseFolderOf(file: string): Promise<string> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (await exists(join(folder, '.git'))) return folder;
    if (folder !== homedir() && (await exists(join(folder, '.vscode')))) return folder;
    if (dirname(folder) === folder) return dirname(file);
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
