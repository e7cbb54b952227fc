import type { Course } from '../course/course';
import { getOrSet } from '../get-or-set';
import { fileLinks } from './file-links';
import type { Site } from './site-of';

const known = new WeakMap<
  Course,
  { readonly revision: number; readonly pages: ReadonlyMap<string, readonly Addressed[]> }
>();

interface Addressed {
  readonly uri: string;
  readonly address: string;
}

/** The one page of a site whose front matter gives it the address that a link writes; undefined where several may. */
export function pageAddressed(course: Course, site: Site, bases: readonly string[]): string | undefined {
  const found = new Set<string>();
  const pages = pagesOf(course);
  for (const base of bases) {
    const path = plain(decodeURIComponent(base));
    for (const { uri, address } of pages.get(lastOf(path)) ?? []) {
      const isOfSite =
        uri.startsWith(`${site.folder}/`) || site.kind.folders.some((folder) => folder.startsWith('../'));
      if (isOfSite && path.endsWith(`/${address}`)) found.add(uri);
    }
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** The pages that have addresses of their own, by the last part of these. */
function pagesOf(course: Course): ReadonlyMap<string, readonly Addressed[]> {
  const before = known.get(course);
  if (before?.revision === course.revision) return before.pages;
  const pages = new Map<string, Addressed[]>();
  for (const [uri, { names }] of course.all(fileLinks)) {
    for (const written of names.addresses) {
      const address = plain(written);
      if (address !== '') getOrSet(pages, lastOf(address), () => []).push({ uri, address });
    }
  }
  known.set(course, { revision: course.revision, pages });
  return pages;
}

const plain = (address: string): string => address.replace(/^\/+|\/+$|\.html?$/g, '').toLowerCase();
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
