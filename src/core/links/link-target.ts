import MarkdownIt from 'markdown-it';
import { wellFormed } from '../text/well-formed';

const markdown = new MarkdownIt();

/** A link's destination taken apart. */
export interface LinkTarget {
  /** The file meant, as a URI; the document's own for a bare fragment. Undefined for an address outside of the course. */
  readonly uri: string | undefined;
  /** Decoded, without `#`. */
  readonly fragment: string | undefined;
}

/** A scheme, or the two slashes after which a host stands. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** What a destination as written means in a file of a course. */
export function readTarget(written: string, documentUri: string, root: string): LinkTarget {
  const target = asRead(written);
  if (elsewhere.test(target)) return { uri: undefined, fragment: undefined };
  const { path, fragment } = parted(target);
  if (path === '') return { uri: documentUri, fragment };
  const base = path.startsWith('/') ? root : documentUri.slice(0, documentUri.lastIndexOf('/'));
  return { uri: joined(base, path), fragment };
}

/** Where a reader may be led. */
export type SafeTarget =
  | { readonly kind: 'address'; readonly href: string }
  | { readonly kind: 'file'; readonly uri: string; readonly fragment: string | undefined };

/**
 * The one teller of where a link may lead: to `http`, `https` and `mailto`, and to files inside the course. Everything
 * else, however it is spelled, is undefined and stays text: an editor may run what it takes for a command.
 */
export function safeTarget(written: string, documentUri: string, root: string): SafeTarget | undefined {
  const target = asRead(written);
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(target)) return undefined;
  const scheme = /^(https?:\/\/(?=[^/\\\s])|mailto:(?=\S))(.*)$/i.exec(target);
  if (scheme) return { kind: 'address', href: markdown.normalizeLink(scheme[1]!.toLowerCase() + scheme[2]!) };
  const { path } = parted(target);
  if (elsewhere.test(target) || !isPlainPath(path)) return undefined;
  const { uri, fragment } = readTarget(written, documentUri, root);
  return uri !== undefined && (uri === documentUri || isInside(uri, root))
    ? { kind: 'file', uri, fragment }
    : undefined;
}

export const isInside = (uri: string, root: string): boolean => uri === root || uri.startsWith(`${root}/`);

/** Whether a path names no file by what one system reads otherwise than another: `%2F`, `\`, a colon, control characters. */
const isPlainPath = (path: string): boolean =>
  !/^[^/]*:/.test(path) &&
  path.split('/').every((segment) => {
    const name = decoded(segment);
    return !/[/\\\p{Cc}]/u.test(name) && !/^[a-z]:$/i.test(name);
  });

/** A destination as markdown reads it: backslashes and entities undone. */
const asRead = (written: string): string => markdown.utils.unescapeAll(written).trim();

function parted(target: string): { readonly path: string; readonly fragment: string | undefined } {
  const hash = target.indexOf('#');
  const path = (hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/, '');
  return { path, fragment: hash < 0 ? undefined : decoded(target.slice(hash + 1)) };
}

/** The URI of a path as a link writes it, from a folder's URI. */
function joined(folder: string, path: string): string {
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(folder)?.[0] ?? '';
  const segments = folder.slice(root.length).split('/');
  for (const written of path.split('/')) {
    const segment = decoded(written);
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (segments.length > 1) segments.pop();
    } else segments.push(encoded(segment));
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
export const linkable = (segment: string): string =>
  segment.replace(/[\s%#?()<>\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** As URIs of files are spelled here: all but unreserved characters escaped. Half a surrogate pair has no spelling. */
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
