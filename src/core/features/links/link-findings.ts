import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { courseLanguageOf } from '../../course/course-language';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { anchorNamed, anchorReader, fileLinks, isOpenEnded, looseAnchor } from '../../links/file-links';
import { placeNamed } from '../../links/find-link';
import { findTarget, isTested } from '../../links/find-target';
import { keepsCapitals } from '../../links/habits';
import { isPicture } from '../../links/is-picture';
import { isLabelled } from '../../links/labels';
import { leavesOutPictures } from '../../links/left-out-pictures';
import { isNamed, type Link } from '../../links/link';
import { linkable } from '../../links/link-target';
import { linksOf } from '../../links/links';
import { missesLabel } from '../../links/misses-label';
import { nearestTarget } from '../../links/nearest-target';
import { findNote, isInVault, partedName, plansNotes } from '../../links/notes';
import { folded, respelled } from '../../links/respelled';
import { siteOf } from '../../links/site-of';
import { vaultComments } from '../../links/vault-comments';
import { contains } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { decodedPath, linkFixes, nameOf, pathEnd } from './link-fixes';
import { type LookUp, mayCompare, mostCompared } from './look-up';
import { bracketedAddress, isMadeUp, missingFile } from './missing-file';

/**
 * `link.broken`: links and images whose file is not there, links to sections that the file does not have; `link.case`:
 * those that are spelled otherwise than what they mean. A route that only the site's generator knows is neither.
 */
export async function linkFindings({ document, course, settings }: FeatureContext): Promise<Finding[]> {
  // What a program shows of its strings, and from where, only the program knows.
  if (document.language !== 'markdown' || isTested(document.uri, course.root)) return [];
  const lookUp: LookUp = { left: mostCompared, anchorsOf: anchorReader(course), routes: settings.links.routes };
  const found: Finding[] = [];
  const links = linksOf(document);
  const comments =
    document.text.includes('%%') && links.length > 0 && (await isInVault(course, document.uri))
      ? vaultComments(document)
      : [];
  const unseen = (link: Link) => comments.some((comment) => contains(comment, link.span.start));
  for (const link of links) if (!unseen(link)) found.push(...(await findings(link, document, course, lookUp)));
  return found;
}

async function findings(link: Link, document: CourseDocument, course: Course, lookUp: LookUp): Promise<Finding[]> {
  const isPath = link.kind === 'doc' || link.kind === 'file';
  if (isNamed(link.kind) && !isPath) return namedFindings(link, document, course, lookUp);
  if (link.kind === 'autolink' || link.kind === 'doc') return [];
  if (link.kind !== 'file' && isLabelled(course, link.target, document.uri)) return [];
  const bracketed = bracketedAddress(link);
  if (bracketed) return [bracketed];
  const found = await findTarget(course, link.target, document.uri, lookUp.routes);
  switch (found.kind) {
    case 'unknown':
      return [];
    case 'missing':
      return missingFile(link, document, course, lookUp);
    case 'spelled': {
      const [only, ...others] = found.uris;
      const anchor =
        only && others.length === 0 ? await anchorFinding(link, document, course, only, found.fragment, lookUp) : [];
      return [spelledOtherwise(link, found.uris), ...anchor];
    }
    case 'file':
      return anchorFinding(link, document, course, found.uri, found.fragment, lookUp);
  }
}

/** A link by a name is judged only where every such name can be known. */
async function namedFindings(link: Link, document: CourseDocument, course: Course, lookUp: LookUp): Promise<Finding[]> {
  if (link.kind === 'label') {
    const missing = await missesLabel(course, link.target, document);
    return missing
      ? [{ code: 'link.broken', span: link.span, message: say`Nothing is labelled ${link.target}.`, fixes: [] }]
      : [];
  }
  const found = await findNote(course, link.target, document.uri);
  if (found.kind === 'unknown' || !(await isInVault(course, document.uri))) return [];
  const { name, fragment } = partedName(link.target);
  const shows = isPicture(name);
  if (found.kind !== 'file') {
    if (isMadeUp(name)) return [];
    if (shows ? await leavesOutPictures(course, name) : link.kind === 'wiki' && (await plansNotes(course))) return [];
    const near = shows ? undefined : nearestNote(name, course, lookUp);
    const message = shows ? say`There is no picture ${name}.` : say`There is no note ${name}.`;
    const at = link.target.indexOf(name);
    const mend = near ? linkFixes(link, at, at + name.length, near, say`Link to ${near}`) : [];
    const span = link.source.spanToOuter({ start: link.inner.start + at, end: link.inner.start + at + name.length });
    return [{ code: 'link.broken', span, message, fixes: mend }];
  }
  if (!fragment || courseLanguageOf(found.uri) !== 'markdown' || looseAnchor(fragment) === '') return [];
  const file = course.fact(fileLinks, found.uri);
  if (!file || isOpenEnded(file.anchors)) return [];
  if (await placeNamed(course, found.uri, link, fragment)) return [];
  const where =
    found.uri === document.uri ? say`this note` : say`the note ${nameOf(found.uri).replace(/\.[^.]+$/, '')}`;
  const message = fragment.startsWith('^')
    ? say`No paragraph of ${where} ends in ${fragment}.`
    : say`No section of ${where} is called ${fragment}.`;
  const start = link.target.lastIndexOf(fragment);
  const titles = file.anchors.flatMap(({ title }) => (title ? [title] : []));
  const near =
    !fragment.startsWith('^') && mayCompare(lookUp, titles.length)
      ? nearestTarget(fragment, titles, (title) => title)
      : undefined;
  const mend =
    near && !/[[\]|#^]/.test(near) ? linkFixes(link, start, start + fragment.length, near, say`Link to #${near}`) : [];
  const span = link.source.spanToOuter({ start: link.inner.start + start, end: link.inner.end });
  return [{ code: 'link.broken', span, message, fixes: mend }];
}

/** The note that a name most likely means. */
function nearestNote(name: string, course: Course, lookUp: LookUp): string | undefined {
  const names = [...course.uris].map((uri) => nameOf(uri).replace(/\.[^.]+$/, ''));
  return mayCompare(lookUp, names.length) ? nearestTarget(name, names, (one) => one) : undefined;
}

async function anchorFinding(
  link: Link,
  document: CourseDocument,
  course: Course,
  file: string,
  fragment: string | undefined,
  lookUp: LookUp,
): Promise<Finding[]> {
  if (!fragment || link.kind === 'image' || link.kind === 'file' || courseLanguageOf(file) !== 'markdown') return [];
  if (isMadeByHost(fragment) || (/^\d+$/.test(fragment) && isLiaScript(document.text))) return [];
  const site = await siteOf(course, document.uri);
  // No heading's anchor holds such a sign: a plug-in makes it. MyST finds a bare one in the whole course, and elsewhere.
  if (site && (/[.:=]/.test(fragment) || (site.kind.name === 'MyST' && link.target.startsWith('#')))) return [];
  const anchors = await lookUp.anchorsOf(file);
  if (!anchors || isOpenEnded(anchors)) return [];
  // A page of a site that has no section of its own is filled by its layout.
  if (site && file !== document.uri && anchors.length === 0) return [];
  const hash = link.target.indexOf('#');
  const span = link.source.spanToOuter({ start: link.inner.start + hash, end: link.inner.end });
  const there = anchorNamed(anchors, fragment);
  if (there) {
    if (there.slug === fragment || folded(there.slug) !== folded(fragment)) return [];
    if (keepsCapitals(course)) return [];
    const message = say`The section’s anchor is written #${there.slug}.`;
    const mend = linkFixes(link, hash + 1, link.target.length, there.slug, `Write #${there.slug}`, true);
    return [{ code: 'link.case', span, message, fixes: mend }];
  }
  if (site?.kind.name === 'Hugo' && (await definesTerm(course, file, fragment))) return [];
  const near = mayCompare(lookUp, anchors.length) ? nearestTarget(fragment, anchors, ({ slug }) => slug) : undefined;
  const message = say`No section of ${file === document.uri ? say`this file` : nameOf(file)} has the anchor #${fragment}.`;
  const mend = near ? linkFixes(link, hash + 1, link.target.length, near.slug, say`Link to #${near.slug}`) : [];
  return [{ code: 'link.broken', span, message, fixes: mend }];
}

/** Whether a definition list of a file has a term that Hugo makes an anchor of. */
async function definesTerm(course: Course, file: string, fragment: string): Promise<boolean> {
  const text = (await course.text(file)) ?? '';
  return [...text.matchAll(/^(\S[^\n]*)\n(?:[ \t]*\n)?:[ \t]/gm)].some(
    ({ 1: term = '' }) => looseAnchor(term) === looseAnchor(fragment),
  );
}

/** Whether a text is a course in LiaScript, told by the comment at its head: `#7` is its seventh slide. */
const isLiaScript = (text: string): boolean =>
  /^\s*<!--(?:(?!-->)[\s\S])*^[ \t]*(?:narrator|language|import|script|comment|version)[ \t]*:/m.test(
    text.slice(0, 4000),
  );

/** Anchors that hosts and generators make of what is no heading: lines, footnotes, tabs, text to be found, the top. */
const isMadeByHost = (fragment: string): boolean =>
  /^(?:top|L\d+.*|:~:.*|_\d+|__\w+|fn(?:ref)?[:\d-].*|ref-.*|!?\/.*|cite.*)$/i.test(fragment);

/** The path of a link whose letters are those of other files: where one alone is meant, written as its folder spells it. */
function spelledOtherwise(link: Link, uris: readonly string[]): Finding {
  const end = pathEnd(link.target);
  const path = link.target.slice(0, end);
  const [only, ...others] = uris;
  const mended = only && others.length === 0 ? respelled(path, only, writtenIn) : undefined;
  const names = uris.map(nameOf);
  return {
    code: 'link.case',
    span: link.source.spanToOuter({ start: link.inner.start, end: link.inner.start + end }),
    message:
      others.length > 0
        ? say`There are files ${names.join(' and ')}, and none is spelled as it is here.`
        : say`The file is called ${mended ? decodedPath(mended) : names[0]}: spelled as it is here, it is not found on GitHub, on Linux and on most sites.`,
    fixes: mended ? linkFixes(link, 0, end, mended, say`Write ${mended}`, true) : [],
  };
}

/** A name as a link writes it. */
const writtenIn = (name: string, instead: string): string =>
  instead.includes('%')
    ? // Letters that the author left as they are stay so.
      /[^\x20-\x7e]/.test(instead)
      ? name.replace(/[\x20-\x7e]+/g, encodeURIComponent)
      : encodeURIComponent(name)
    : instead.includes(' ') && !/[<>\\]/.test(name)
      ? name
      : linkable(name);
