import type { Fix } from '../../diagnostics/course-diagnostic';
import type { Link } from '../../links/link';

/** Where a link's path ends: before its query or its fragment. */
export const pathEnd = (target: string): number => {
  const end = target.search(/[?#]/);
  return end < 0 ? target.length : end;
};

/** The fix that writes a part of a link's destination anew, where the text around it lets it. */
export function linkFixes(link: Link, start: number, end: number, newText: string, title: string, safe = false): Fix[] {
  const change = link.source.change({ start: link.inner.start + start, end: link.inner.start + end }, newText);
  return change ? [{ title, safe, changes: [change] }] : [];
}

export const nameOf = (uri: string): string => decodedPath(uri.slice(uri.lastIndexOf('/') + 1));

export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
