import { relative, sep } from 'node:path';
import { withoutEmoji } from '../core/text/emoji';

/** A diagram of a course that is to be a file of its own. */
export interface PictureSource {
  /** Where the diagram's file lies, and the named folder above it. */
  readonly file: string;
  readonly folder: string;
  /** Its title, else the heading that it stands under. */
  readonly title: string | undefined;
  /** What people call its kind. */
  readonly kind: string;
}

/**
 * Names of pictures, relative to their folder: by the file and the title of each, so that a name stays when something is
 * added before it. Of those that would be called alike all but the first are numbered.
 */
export function pictureNames(sources: readonly PictureSource[]): string[] {
  const taken = new Map<string, number>();
  return sources.map(({ file, folder, title, kind }) => {
    const path = relative(folder, file).split(sep).join('/');
    const name = `${path.replace(/\.(?:md|markdown|mdx|qmd|mmd|mermaid)$/i, '')}--${wordsOf(title) || wordsOf(kind)}`;
    const count = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), count);
    return count === 1 ? `${name}.svg` : `${name}-${count}.svg`;
  });
}

const longest = 60;

const wordsOf = (title: string | undefined): string =>
  [
    ...(
      withoutEmoji(title ?? '')
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    ).join('-'),
  ]
    .slice(0, longest)
    .join('')
    .replace(/-$/, '');
