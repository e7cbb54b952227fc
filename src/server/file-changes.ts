import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { courseLanguageOf } from '../core/course/course-language';
import type { CourseService } from '../core/service';
import { isSettingsFile } from '../host/settings-file-names';
import { dataEndings, isDataFile } from '../protocol';
import { canonicalUri } from './canonical-uri';
import type { OpenTexts } from './open-texts';
import type { Readings } from './readings';
import { isObject } from './sent-values';

/** What changes of files on disk came to. */
export interface ChangedCourse {
  /** Settings or ignore rules are others now: what belongs to the course may be too. */
  readonly rules: boolean;
  /** Course files came, went or changed. */
  readonly files: boolean;
}

/** The files of a course whose change matters, as globs of the simplest form: not every client reads more. */
export const watchedGlobs: readonly string[] = [
  ...['md', 'markdown', 'mdx', 'qmd', 'mmd', 'mermaid', 'py', 'ipynb'].map((ending) => `**/*.${ending}`),
  ...dataEndings.map((ending) => `**/*.${ending}`),
  '**/.gitignore',
  '**/.vscode/settings.json',
  '**/coursewright.json',
  '**/coursewright.jsonc',
];

/** Takes in what others did to files on disk. Files that are open are left alone: the editor's text counts. */
export async function takeInChanges(
  changes: unknown,
  service: Pick<CourseService, 'remove' | 'refresh'>,
  texts: OpenTexts,
  readings: Readings,
): Promise<ChangedCourse> {
  let rules = false;
  let files = false;
  const readers: Promise<void>[] = [];
  for (const change of Array.isArray(changes) ? changes : []) {
    if (!isFileEvent(change)) continue;
    const uri = canonicalUri(change.uri);
    if (isSettingsFile(uri) || /\/(?:\.gitignore|\.vscode\/settings\.json)$/.test(uri)) rules = true;
    // A folder that goes is named alone.
    else if (isDataFile(uri)) files = true;
    else if (change.type === FileChangeType.Deleted) files = service.remove(uri) || files;
    else if (!texts.has(uri) && !texts.hasCellsOf(uri) && courseLanguageOf(uri)) {
      readers.push(readings.add(service.refresh(uri)));
      files = true;
    }
  }
  await Promise.all(readers);
  return { rules, files };
}

const isFileEvent = (change: unknown): change is FileEvent => isObject(change) && typeof change.uri === 'string';
