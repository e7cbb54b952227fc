import type { Course } from '../course/course';
import type { CourseDocument } from '../course/course-document';
import type { Fact } from '../course/fact';
import { plainText } from '../course/inline/plain-text';
import { headingSlugs } from '../course/slug';
import { getOrSet } from '../get-or-set';
import { detached } from '../text/detached';
import { LinePlaces, type PackedPlaces } from '../text/line-index';
import type { Span } from '../text/span';
import { labelsIn } from './labels-in';
import { isNamed, type WrittenLink } from './link';
import { linksOf } from './links';
import { type OwnNames, ownNames } from './own-names';

/** A place in a file that a link can lead to. */
export interface Anchor {
  readonly slug: string;
  /** What its heading says; undefined for an `id` in HTML. */
  readonly title?: string;
  readonly span: Span;
}

/** What links need to know of a file whose text is let go. */
export interface FileLinks {
  readonly anchors: readonly Anchor[];
  /** Names of MyST and Quarto by which the whole course can link to a place. */
  readonly labels: readonly Anchor[];
  /** The paragraphs and list items that a vault lets its author name, ` ^name` at their end: without `^`, in lower case. */
  readonly blocks: readonly Anchor[];
  /** Destinations as written that have a fragment, and where that fragment stands, without `#`. */
  readonly toAnchors: readonly (WrittenLink & { readonly fragmentSpan: Span })[];
  /** Destinations as written, but for addresses outside, and where they stand. */
  readonly links: readonly (WrittenLink & { readonly span: Span })[];
  readonly names: OwnNames;
  readonly places: LinePlaces;
}

type PackedLinks = Omit<FileLinks, 'places'> & { readonly places: PackedPlaces };

/** Kept of every file, so that links to its sections can be checked, completed and mended. */
export const fileLinks: Fact<FileLinks> = {
  name: 'links',
  of: (document) =>
    Object.freeze({
      anchors: anchorsIn(document),
      labels: labelsIn(document),
      blocks: blocksIn(document),
      toAnchors: toAnchors(document),
      links: insideLinks(document),
      names: ownNames(document),
      places: document.lines.places,
    }),
  pack: ({ places, ...rest }): PackedLinks => ({ ...rest, places: places.pack() }),
  unpack(packed) {
    const { places, ...rest } = packed as PackedLinks;
    return { ...rest, places: LinePlaces.unpack(places) };
  },
};

/** As {@link anchorsOf}, for the many links of one file: each file is read once. */
export function anchorReader(course: Course): (uri: string) => Promise<readonly Anchor[] | undefined> {
  const asked = new Map<string, Promise<readonly Anchor[] | undefined>>();
  return (uri) => getOrSet(asked, uri, () => anchorsOf(course, uri));
}

/** The anchors of any file of the course, read anew where it is not loaded. */
export async function anchorsOf(course: Course, uri: string): Promise<readonly Anchor[] | undefined> {
  const known = course.fact(fileLinks, uri);
  if (known) return known.anchors;
  const document = await course.document(uri);
  return document && anchorsIn(document);
}

function anchorsIn(document: CourseDocument): Anchor[] {
  const slugs = headingSlugs(document);
  const headings = document.headings.map(({ title, titleSpan }, i) => ({
    slug: detached(slugs[i]!),
    title: detached(plainText(title)),
    span: titleSpan,
  }));
  const anchors = [...headings, ...namedAnchors(document)];
  const known = new Set(anchors.map(({ slug }) => slug));
  return [...anchors, ...labelsIn(document).filter(({ slug }) => !known.has(slug))];
}

/** The slug of a file whose anchors are not all its own: it takes in other texts, or a program makes some of them. */
const openEnd = '*';

/** `<a id="…">` and the like, `{#…}` and the other ways in which generators let an author name a place. */
function* namedAnchors({ text, language }: CourseDocument): Iterable<Anchor> {
  if (language !== 'markdown') return;
  for (const match of text.matchAll(
    /<[a-z][^<>]*?\b(?:[a-z]*id|name)=\{?["']([^"'<>\s]{1,200})["']|\{[^{}\n]{0,80}\bid=["']?([\w:.-]{1,200})["']?[^{}\n]{0,400}\}|\{[:/]?[ *\w.-]{0,20}#([\p{L}\p{N}_:.-]{1,200})[^{}\n]{0,400}\}|^#{1,6}[ \t][^\n]{0,400}?\{\/\*[ \t]*([\p{L}\p{N}_:.-]{1,200})[ \t]*\*\/\}[ \t]*$/gimu,
  )) {
    const span = { start: match.index, end: match.index + match[0].length };
    yield { slug: detached((match[1] ?? match[2] ?? match[3] ?? match[4])!), span };
  }
  const taken =
    /\{\{<\s*include|^[^\S\r\n]*--8<--|\{%\s*include|^(?:`{3,}|:{3,})\{include\}|\{\{#include|\{\{[<%]|^<script\b|^import\s[^\n]*\.mdx?['"]|^layout:/m.exec(
      text,
    );
  if (taken) yield { slug: openEnd, span: { start: taken.index, end: taken.index + taken[0].length } };
}

function blocksIn({ text, language }: CourseDocument): Anchor[] {
  if (language !== 'markdown' || !text.includes('^')) return [];
  return [...text.matchAll(/(?<=^|[ \t])\^([a-z\d-]{1,100})[ \t]*$/gim)].map(({ 1: name = '', index }) => ({
    slug: detached(name.toLowerCase()),
    span: { start: index, end: index + name.length + 1 },
  }));
}

function toAnchors(document: CourseDocument): FileLinks['toAnchors'] {
  return linksOf(document).flatMap(({ kind, target, source, inner, unseen }) => {
    const isWiki = kind === 'wiki' || kind === 'embed';
    const hash = isWiki ? target.lastIndexOf('#') : target.indexOf('#');
    if (kind === 'label' || target[hash + 1] === '^') return [];
    if (kind === 'autolink' || hash < 0 || hash === target.length - 1) return [];
    const fragmentSpan = source.spanToOuter({ start: inner.start + hash + 1, end: inner.end });
    return [{ kind, target: detached(target), fragmentSpan, ...(unseen && { unseen }) }];
  });
}

const insideLinks = (document: CourseDocument): FileLinks['links'] =>
  linksOf(document)
    .filter(({ kind, target }) => kind !== 'autolink' && (isNamed(kind) || !/^[a-z][a-z0-9+.-]*:/i.test(target)))
    .map(({ kind, target, span, unseen }) => ({
      ...{ kind, target: detached(target), span },
      ...(unseen && { unseen }),
    }));

const openEnded = new WeakMap<readonly Anchor[], boolean>();

/** Whether a file may have anchors that nobody sees in its text. */
export function isOpenEnded(anchors: readonly Anchor[]): boolean {
  let found = openEnded.get(anchors);
  if (found === undefined) {
    found = anchors.some(({ slug }) => slug === openEnd);
    openEnded.set(anchors, found);
  }
  return found;
}

const namesOf = new WeakMap<readonly Anchor[], ReadonlyMap<string, Anchor>>();

/** The first of a file's anchors that a link's fragment means. */
export function anchorNamed(anchors: readonly Anchor[], fragment: string): Anchor | undefined {
  let names = namesOf.get(anchors);
  if (!names) {
    names = new Map([
      // Eleventy writes the sign as a word: `#q-and-a`.
      ...anchors.flatMap((anchor): [string, Anchor][] =>
        anchor.title?.includes('&') ? [[looseAnchor(anchor.title.replaceAll('&', 'and')), anchor]] : [],
      ),
      ...[...anchors].reverse().map((anchor): [string, Anchor] => [looseAnchor(anchor.slug), anchor]),
    ]);
    namesOf.set(anchors, names);
  }
  return names.get(looseAnchor(fragment));
}

/** What is left of an anchor for hosts that differ in what they make of emoji, signs, spaces and accents: VitePress and MkDocs take these away. */
export const looseAnchor = (slug: string): string =>
  slug
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    // What chooses the form of an emoji is no sign of its own.
    .replace(/[^\p{L}\p{N}\p{M}]+|[\uFE0E\uFE0F]/gu, '');
