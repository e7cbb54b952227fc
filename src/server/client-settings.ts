import { URI } from 'vscode-uri';
import { getOrSet } from '../core/get-or-set';
import { type CourseSettings, mergedSettings, readSettings } from '../core/settings';
import { readCourseSettings } from '../host/course-settings';

export interface ClientSettings {
  /** The settings that hold for a file: the client's, over the course's own `.vscode/settings.json`, over the defaults. */
  of(uri: string): Promise<CourseSettings>;
  /** Forgets what was read, because the client or the disk says that it changed. */
  forget(): void;
}

/**
 * Settings per course root. `ask` requests the `coursewright` section from the client for a root; it may answer null,
 * and is undefined for a client that cannot be asked; `pushed` is what such a client sent by itself.
 */
export function createClientSettings(
  rootOf: (uri: string) => string,
  ask: ((root: string) => Promise<unknown>) | undefined,
  pushed: () => unknown,
): ClientSettings {
  const known = new Map<string, Promise<CourseSettings>>();
  const read = async (root: string): Promise<CourseSettings> => {
    const own = root.startsWith('file:') ? await readCourseSettings(URI.parse(root).fsPath) : {};
    const client = ask ? await ask(root).catch(() => null) : pushed();
    return readSettings(mergedSettings(own, client));
  };
  return {
    of(uri) {
      const root = rootOf(uri);
      return getOrSet(known, root, () => read(root));
    },
    forget: () => known.clear(),
  };
}
