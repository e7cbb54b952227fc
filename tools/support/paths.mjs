import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What a run leaves for people to look at: reports, screenshots, the packaged extension. */
export const artifacts = join(root, 'artifacts');

/**
 * What costs minutes to fetch and is the same for every checkout of this user. `COURSEWRIGHT_CACHE` names another
 * folder.
 */
export const cache =
  process.env.COURSEWRIGHT_CACHE ||
  join(
    process.platform === 'win32'
      ? process.env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local')
      : process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
    'coursewright',
  );
