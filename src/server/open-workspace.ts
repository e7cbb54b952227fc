import { say } from '../core/l10n/say';
import type { CourseWorkspace } from '../core/workspace';
import type { OpenTexts } from './open-texts';

/** Files as the client has them: an open one's text is the editor's, whatever asks for it, and all others lie below. */
export function openWorkspace(texts: OpenTexts, below: CourseWorkspace): CourseWorkspace {
  return {
    get roots() {
      return below.roots;
    },
    list: async (root) => (await below.list(root))?.filter((uri) => !texts.hasCellsOf(uri)),
    covers: async (uri) => !texts.hasCellsOf(uri) && (await below.covers(uri)),
    listImages: (root) => below.listImages(root),
    listTables: (root) => below.listTables(root),
    async read(uri) {
      if (texts.has(uri)) return texts.readable(uri);
      if (texts.hasCellsOf(uri)) return undefined;
      const file = await below.read(uri);
      // It may have been opened meanwhile.
      return texts.has(uri) ? texts.readable(uri) : file;
    },
    async readData(uri, root, maxSize) {
      const file = await below.readData(uri, root, maxSize);
      const open = texts.get(uri);
      if (open && texts.isAboveLimit(open)) return { refused: say`is larger than ${maxSize / 2 ** 20} MB` };
      // An editor shows what it opened by a link out of the course, too: that is no part of it.
      return open && !(file && 'refused' in file) ? { text: open.text } : file;
    },
    spellings: async (uri) => (texts.has(uri) ? [uri] : below.spellings(uri)),
  };
}
