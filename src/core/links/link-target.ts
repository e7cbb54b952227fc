import { wellFormed } from '../text/well-formed';

/** A link's destination taken apart. */
export interface LinkTarget {
  /** The file meant, as a URI; the document's own for a bare fragment. Undefined for an address outside of the course. */
  readonly uri: string | undefined;
  /** Decoded, without `#`. */
  readonly fragment: string | undefined;
}

/** What a destination as written means in a file of a course. */
export function readTarget(written: string, documentUri: string, root: string): LinkTarget {
  const target = written.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return { uri: undefined, fragment: undefined };
  const hash = target.indexOf('#');
  const path = (hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/, '');
  const fragment = hash < 0 ? undefined : decoded(target.slice(hash + 1));
  if (path === '') return { uri: documentUri, fragment };
  const base = path.startsWith('/') ? root : documentUri.slice(0, documentUri.lastIndexOf('/'));
  return { uri: joined(base, path), fragment };
}

/** The URI of a path as a link writes it, from a folder's URI. */
function joined(folder: string, path: string): string {
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(folder)?.[0] ?? '';
  const segments = folder.slice(root.length).split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (segments.length > 1) segments.pop();
    } else segments.push(encoded(decoded(segment)));
  }
  return root + segments.join('/');
}

/** The path from one file to another as a link writes it. */
export function relativeTarget(from: string, to: string): string {
  const a = from.split('/').slice(0, -1);
  const b = to.split('/');
  let same = 0;
  while (same < a.length && same < b.length - 1 && a[same] === b[same]) same++;
  const path = [...a.slice(same).map(() => '..'), ...b.slice(same).map((segment) => linkable(decoded(segment)))];
  return path.join('/');
}

/** Only what would end or split a link's destination is escaped. */
const linkable = (segment: string): string =>
  segment.replace(/[\s%#?()<>\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** As URIs of files are spelled here: all but unreserved characters escaped. Half a character names no file. */
const encoded = (segment: string): string =>
  encodeURIComponent(wellFormed(segment)).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
