import { URI } from 'vscode-uri';
import type { PictureColours } from '../picture-drawer';
import { linkBetween } from './link-between';
import { type PictureFormat, pictureNames } from './picture-names';
import { type PictureCaption, stampOf } from './standalone-picture';

/** A diagram of a course that is to be a file of its own. */
export interface PictureSource {
  /** The diagram's file, and the folder above it that was asked for, as URIs. */
  readonly uri: string;
  readonly folder: string;
  /** The line of its opening fence, from zero. */
  readonly line: number;
  readonly title: string | undefined;
  /** What people call its kind. */
  readonly kind: string;
  readonly text: string;
}

/** What is to be drawn, and where it is to be written. */
export interface PlannedPicture {
  /** The diagram's file, and the line of its opening fence, from zero. */
  readonly uri: string;
  readonly line: number;
  /** The file's name below the folder for pictures, with forward slashes. */
  readonly name: string;
  /** What its file begins with, or notes, as long as nothing that it is made from changes. */
  readonly stamp: string;
  readonly caption: PictureCaption;
  readonly text: string;
}

/** How all pictures are made. */
export interface PictureManner {
  /** The folder for pictures, as a URI. */
  readonly out: string;
  readonly colours: PictureColours;
  /** Of the program: another one may draw otherwise. */
  readonly version: string;
  readonly format?: PictureFormat;
  /** What labels are written with, where the picture itself holds their letters. */
  readonly fonts?: string;
}

/** Names and stamps for pictures, by their files' paths: the same wherever the course lies and whoever asks. */
export function planPictures(
  sources: readonly PictureSource[],
  { out, colours, version, format, fonts }: PictureManner,
): readonly PlannedPicture[] {
  const named = sources
    .map((source) => ({ ...source, path: below(pathOf(source.folder), pathOf(source.uri)) }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  const names = pictureNames(named, format);
  return named.map(({ uri, path, line, title, kind, text }, i) => {
    const name = names[i]!;
    const target = `${pathOf(out).replace(/\/$/, '')}/${name}`;
    const caption = {
      title: title ?? kind,
      href: linkBetween(target, pathOf(uri), line),
      place: `${path}, line ${line + 1}`,
      background: colours.background,
    };
    return {
      uri,
      line,
      name,
      stamp: stampOf(version, JSON.stringify(colours), text, JSON.stringify(caption), ...(fonts ? [fonts] : [])),
      caption,
      text,
    };
  });
}

const pathOf = (uri: string): string => URI.parse(uri).path;

/** The way from a folder to a file in it; the file's name where it lies elsewhere. */
function below(folder: string, file: string): string {
  const start = `${folder.replace(/\/$/, '')}/`;
  return file.startsWith(start) ? file.slice(start.length) : file.slice(file.lastIndexOf('/') + 1);
}
