import { xml } from '../markup/xml';
import type { DrawnPicture } from '../picture-drawer';
import { fingerprint } from './fingerprint';

/** What a picture's file says beside the picture. */
export interface PictureCaption {
  readonly title: string;
  /** Where its source stands, for a link: `../lessons/moe.md#L12`. */
  readonly href: string;
  /** The same for people. */
  readonly place: string;
  readonly background: string;
}

/** What the first line of a picture's file begins with, by which it is known as one that was written here. */
export const ownMark = '<!-- coursewright ';

/** The first line of a picture's file: equal as long as nothing that the picture is made from has changed. */
export const stampOf = (...parts: readonly string[]): string => `${ownMark}${fingerprint(JSON.stringify(parts))} -->`;

/** Whether a file is a picture that was written here. */
export const isOwnPicture = (text: string): boolean => text.startsWith(ownMark);

/** A picture as a file: named for screen readers, its background a link to the line that it is made from. */
export function standalonePicture({ svg }: DrawnPicture, stamp: string, caption: PictureCaption): string {
  const start = svg.indexOf('>') + 1;
  const { title, href, place, background } = caption;
  const link = `<a href="${xml(href)}"><title>${xml(place)}</title><rect width="100%" height="100%" fill="${background}"/></a>`;
  return `${stamp}\n${svg.slice(0, start)}<title>${xml(title)}</title>${link}${svg.slice(start)}\n`;
}
