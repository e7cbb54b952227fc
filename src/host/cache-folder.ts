import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder that the platform gives this program for what may be lost. */
export function cacheFolder(platform = process.platform, env: NodeJS.ProcessEnv = process.env): string {
  if (platform === 'win32')
    return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'coursewright', 'Cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'coursewright');
  return join(env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : join(homedir(), '.cache'), 'coursewright');
}
