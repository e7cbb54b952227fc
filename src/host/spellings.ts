import { join } from 'node:path';
import { foldedName } from './folded-name';
import type { FolderNames } from './folder-names';

/** How many files may be meant by one name before the rest is let be. */
const most = 16;

/**
 * The paths below a folder that a chain of names means, spelled as the folders list them: the very names where they are
 * there, else those that differ only in case or Unicode form. The file system is not asked whether a name is there: on
 * some it says yes to any spelling.
 */
export function spellings(folder: string, names: readonly string[], list: FolderNames): string[] {
  let found = [folder];
  for (const name of names) {
    if (name === '' || name === '.') continue;
    found = found.flatMap((one) => {
      const same = list(one)?.get(foldedName(name)) ?? [];
      return (same.includes(name) ? [name] : same).map((spelled) => join(one, spelled));
    });
    if (found.length === 0 || found.length > most) return [];
  }
  return found;
}
