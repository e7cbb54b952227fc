import { readdirSync, statSync } from 'node:fs';
import { foldedName } from './folded-name';

/** What a folder lists, by the names with case and Unicode form set aside; undefined where it is no folder that can be read. */
export type FolderNames = (folder: string) => ReadonlyMap<string, readonly string[]> | undefined;

/** How many folders are remembered. */
const most = 4096;

/** Lists folders, and lists one again only when it changed. */
export function createFolderNames(): FolderNames {
  const known = new Map<string, { readonly changed: number; readonly names: ReadonlyMap<string, readonly string[]> }>();
  return (folder) => {
    try {
      const changed = statSync(folder).mtimeMs;
      const before = known.get(folder);
      // A folder that changed just now may change again within the clock's tick.
      if (before?.changed === changed && Date.now() - changed > 2000) return before.names;
      const names = new Map<string, string[]>();
      for (const name of readdirSync(folder)) {
        const same = names.get(foldedName(name));
        if (same) same.push(name);
        else names.set(foldedName(name), [name]);
      }
      if (known.size >= most) known.clear();
      known.set(folder, { changed, names });
      return names;
    } catch {
      // What cannot be listed holds nothing that a link could mean.
      return undefined;
    }
  };
}
