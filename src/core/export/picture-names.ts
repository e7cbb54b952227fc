import { withoutEmoji } from '../text/emoji';

/** What a picture's file holds. */
export type PictureFormat = 'svg' | 'png';

/** What a diagram's picture is named after. */
export interface NamedPicture {
  /** The diagram's file, relative to its course, with forward slashes. */
  readonly path: string;
  /** Its title, else the heading that it stands under. */
  readonly title: string | undefined;
  /** What people call its kind. */
  readonly kind: string;
}

/**
 * Names of pictures, relative to their folder: by the file and the title of each, so that a name stays when something is
 * added before it. Of those that would be called alike all but the first are numbered.
 */
export function pictureNames(pictures: readonly NamedPicture[], ending: PictureFormat = 'svg'): string[] {
  const taken = new Map<string, number>();
  return pictures.map(({ path, title, kind }) => {
    const name = `${path.replace(/\.(?:md|markdown|mdx|qmd|mmd|mermaid)$/i, '')}--${wordsOf(title) || wordsOf(kind)}`;
    const count = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), count);
    return count === 1 ? `${name}.${ending}` : `${name}-${count}.${ending}`;
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
