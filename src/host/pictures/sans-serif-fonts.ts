import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where systems keep their fonts, and people theirs. */
const folders: readonly string[] = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local', 'share', 'fonts'),
  join(homedir(), '.fonts'),
  '/Library/Fonts',
  '/System/Library/Fonts',
  join(homedir(), 'Library', 'Fonts'),
  join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'),
];

/** Families in the order of preference: those first whose letters are as wide as pictures are laid out for. */
const families: readonly RegExp[] = [
  /^arial(?:bd|[ _-]bold)?\.ttf$/i,
  /^(?:helvetica\.ttc|Helvetica(?:-Bold)?\.ttf)$/i,
  /^LiberationSans-(?:Regular|Bold)\.ttf$/i,
  /^Arimo(?:-(?:Regular|Bold))?\.ttf$/i,
  /^NimbusSans-(?:Regular|Bold)\.(?:otf|ttf)$/i,
  /^NotoSans-(?:Regular|Bold)\.(?:otf|ttf)$/i,
  /^Roboto-(?:Regular|Bold)\.ttf$/i,
  /^DejaVuSans(?:-Bold)?\.ttf$/i,
];

/** Fonts that have emoji as outlines; those that have them as pictures cannot be drawn with. */
const emojiFonts =
  /^(?:NotoEmoji-(?:Regular|Medium)|NotoEmoji-VariableFont_wght|Symbola(?:_hint)?|seguiemj|seguisym)\.(?:ttf|otf)$/i;

/** What else a label's signs may ask for. */
const further: readonly { readonly signs: RegExp; readonly name: RegExp }[] = [
  {
    signs: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
    name: /^(?:NotoSansCJK-Regular\.ttc|NotoSansSC-Regular\.(?:otf|ttf)|wqy-\w+\.ttc|PingFang\.ttc|msyh\.ttc)$/i,
  },
  { signs: /[\p{Script=Arabic}\p{Script=Hebrew}]/u, name: /^(?:DejaVuSans|NotoSans(?:Arabic|Hebrew)-Regular)\.ttf$/i },
];

/** Folders lie in each other no deeper than this where fonts are kept. */
const deepest = 5;

/** The files of fonts that are installed, each folder read once. */
export function installedFonts(): readonly string[] {
  const found: string[] = [];
  const look = (folder: string, depth: number): void => {
    let entries: import('node:fs').Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      // A system has some of these folders, and not every one may be read.
      return;
    }
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < deepest) look(path, depth + 1);
      else if (entry.isFile()) found.push(path);
    }
  };
  for (const folder of folders) look(folder, 0);
  return found;
}

const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** Of installed fonts the preferred one without serifs, plain and bold; empty where none is known. */
export function sansSerifOf(installed: readonly string[]): readonly string[] {
  for (const family of families) {
    const files = installed.filter((path) => family.test(nameOf(path)));
    if (files.length > 0) return files;
  }
  return [];
}

/** Of installed fonts those that a text's other signs ask for, one for each kind of sign. */
export function furtherFontsFor(text: string, installed: readonly string[]): readonly string[] {
  return further.flatMap(({ signs, name }) =>
    signs.test(text) ? installed.filter((path) => name.test(nameOf(path))).slice(0, 1) : [],
  );
}

/** Of installed fonts one that has emoji. */
export const emojiFontOf = (installed: readonly string[]): string | undefined =>
  installed.find((path) => emojiFonts.test(nameOf(path)));
