import type { Course } from '../course/course';
import { type Anchor, anchorNamed, anchorsOf, fileLinks } from './file-links';
import { type FoundTarget, findTarget, type Routes } from './find-target';
import { labelMeant } from './labels';
import { isNamed, type WrittenLink } from './link';
import { isInside } from './link-target';
import { findNote } from './notes';

/** What a link leads to: by its path, by its note's name, or by a label of the course. */
export async function findLink(
  course: Course,
  { kind, target }: WrittenLink,
  documentUri: string,
  routes: Routes = {},
): Promise<FoundTarget> {
  if (kind === 'autolink') return { kind: 'unknown' };
  if (kind === 'wiki' || kind === 'embed') return findNote(course, target, documentUri);
  const label = kind === 'doc' || kind === 'file' ? undefined : labelMeant(course, target, documentUri);
  if (label) return { kind: 'file', uri: label.uri, fragment: undefined, anchor: label.anchor };
  return kind === 'label' ? { kind: 'missing' } : findTarget(course, target, documentUri, routes);
}

/** A file that a link leads to, and the place in it where one is named. */
export interface LinkGoal {
  readonly uri: string;
  readonly anchor?: Anchor;
}

/** Where a link leads inside the course; undefined for addresses and for what is not there. */
export async function goalOf(
  course: Course,
  link: WrittenLink,
  documentUri: string,
  routes: Routes,
): Promise<LinkGoal | undefined> {
  const found = await findLink(course, link, documentUri, routes);
  if (found.kind !== 'file' && found.kind !== 'spelled') return undefined;
  const uri = found.kind === 'file' ? found.uri : found.uris[0];
  if (uri === undefined || (uri !== documentUri && !isInside(uri, course.root))) return undefined;
  if (found.kind === 'file' && found.anchor) return { uri, anchor: found.anchor };
  const anchor = found.fragment ? await placeNamed(course, uri, link, found.fragment) : undefined;
  return anchor ? { uri, anchor } : { uri };
}

/** The heading or block of a file that a fragment means. */
export async function placeNamed(
  course: Course,
  uri: string,
  { kind }: WrittenLink,
  fragment: string,
): Promise<Anchor | undefined> {
  if (isNamed(kind) && fragment.startsWith('^')) {
    return course.fact(fileLinks, uri)?.blocks.find(({ slug }) => slug === fragment.slice(1).toLowerCase());
  }
  return anchorNamed((await anchorsOf(course, uri)) ?? [], fragment);
}
