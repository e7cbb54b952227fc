import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { findTarget } from '../../links/find-target';
import { isPicture } from '../../links/is-picture';
import { leavesOutPictures } from '../../links/left-out-pictures';
import type { Link } from '../../links/link';
import { relativeTarget } from '../../links/link-target';
import { nearestTarget } from '../../links/nearest-target';
import { findNote, isInVault } from '../../links/notes';
import { endsInSlash, holdsSavedPages } from '../../links/saved-pages';
import { decoded } from '../../text/decoded';
import { linkFixes, nameOf, pathEnd } from './link-fixes';
import { type LookUp, mayCompare } from './look-up';

/** What is said of a link whose file is not there. */
export async function missingFile(
  link: Link,
  document: CourseDocument,
  course: Course,
  lookUp: LookUp,
): Promise<Finding[]> {
  const shows = link.kind === 'image' || (link.kind === 'file' && isPicture(link.target));
  if (shows && ((await leavesOutPictures(course, link.target)) || isMadeHere(link.target, document))) return [];
  if (isPlaceholder(link.target) && isPattern(document.uri)) return [];
  if (isMadeUp(link.target)) return [];
  if (isFormula(link.target) || (!shows && isBuilt(link.target))) return [];
  if (endsInSlash(link.target) && holdsSavedPages(course)) return [];
  if (await isFoundByName(link.target, document, course)) return [];
  const end = pathEnd(link.target);
  const path = link.target.slice(0, end);
  const span = link.source.spanToOuter({ start: link.inner.start, end: link.inner.start + end });
  if (isWebAddress(path)) {
    const mend = linkFixes(link, 0, 0, 'https://', say`Link to https://${path}`);
    const message = say`${path} reads as a file of the course: https:// is missing before it.`;
    return [{ code: 'link.broken', span, message, fixes: mend }];
  }
  // `[[note]](word)` is a vault's link and a word in brackets behind it.
  if (link.source.text.slice(0, link.inner.start).endsWith(']](') && /^[\p{L}\p{N}_-]+$/u.test(link.target)) return [];
  const slashed = path.replaceAll('\\', '/');
  if (slashed !== path && (await isThere(slashed, document, course, lookUp))) {
    const mend = linkFixes(link, 0, end, slashed, say`Write ${slashed}`, true);
    const message = say`The folders of a link are parted by /. With \\ between them it is found on no site, and by few programs.`;
    return [{ code: 'link.broken', span, message, fixes: mend }];
  }
  const near = shows ? undefined : nearestFile(path, document.uri, course, lookUp);
  return [
    {
      code: 'link.broken',
      span,
      message: shows ? say`There is no image ${path}.` : say`There is no file ${path}.`,
      fixes: near ? linkFixes(link, 0, end, near, say`Link to ${near}`) : [],
    },
  ];
}

/** An address with brackets of its own around it, or a whole link in its place, whatever site it stands on. */
export function bracketedAddress(link: Link): Finding | undefined {
  const found = (message: string, address: string, safe: boolean): Finding => ({
    code: 'link.broken',
    span: link.source.spanToOuter(link.inner),
    message,
    fixes: linkFixes(link, 0, link.target.length, address, say`Link to ${address}`, safe),
  });
  const inBrackets = /^\((https?:\/\/[^()\s]+)\)$|^\[(https?:\/\/[^[\]()\s]+)\]$/.exec(link.target);
  if (inBrackets) {
    const message = say`The address stands in two pairs of brackets, so that it leads nowhere: one pair is enough.`;
    return found(message, inBrackets[1] ?? inBrackets[2]!, true);
  }
  const inLink = /^\[([^[\]\s]+)\]\((https?:\/\/[^()\s]+)\)$/.exec(link.target);
  if (inLink) {
    const [, words = '', address = ''] = inLink;
    const isAddress = /^https?:\/\//.test(words);
    const message = say`A whole link stands here in place of an address, so that it leads nowhere.`;
    return found(message, isAddress ? words : address, words === address);
  }
  const behind = /^\[(https?:\/\/[^[\]()\s]+)$/.exec(link.target)?.[1];
  return behind === undefined ? undefined : found(say`The [ before the address makes it lead nowhere.`, behind, false);
}

async function isThere(path: string, { uri }: CourseDocument, course: Course, { routes }: LookUp): Promise<boolean> {
  return (await findTarget(course, path, uri, routes)).kind === 'file';
}

/** A host's name as it stands in an address bar. Endings that files have too are left out, but behind `www.` and before a path. */
const isWebAddress = (path: string): boolean =>
  /^(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|io|ai|dev|app|info|eu|de|fr|uk|us|ca|au|jp|cn|in|br|nl|ch|co|tech|cloud)|[a-z\d-]+\.(?:cc|gg|ly|me|ml|rs|sh|so|st|to)(?=\/))(?::\d+)?(?:\/\S*)?$/i.test(
    path,
  );

/** Whether code of the page speaks of a picture by its name: most likely it draws it when the page is built. */
const isMadeHere = (target: string, { fences }: CourseDocument): boolean => {
  const name = nameOf(decoded(target.slice(0, pathEnd(target))));
  return fences.some(({ content }) => content.text.includes(name));
};

/**
 * Whether a name alone leads to a file after all: in a vault to one in any folder, and `conditionals.html` to
 * `14-conditionals.md`, whose number orders the pages of a site.
 */
async function isFoundByName(target: string, { uri }: CourseDocument, course: Course): Promise<boolean> {
  const name = decoded(target.slice(0, pathEnd(target)));
  const page = /^(?:.*\/)?([^/]+)\.html$/.exec(name)?.[1];
  if (page !== undefined) {
    const ordered = [...course.uris].some((one) => /^\d+[-_.]/.test(nameOf(one)) && stem(nameOf(one)) === page);
    if (ordered) return true;
  }
  if (/[/\\]/.test(name) || !(await isInVault(course, uri))) return false;
  return (await findNote(course, name, uri)).kind === 'file';
}

const stem = (name: string): string =>
  name.replace(/^\d+[-_.]/, '').replace(/\.(?:md|mdx|markdown|html)(?:\.\w+)?$/i, '');

/** `[x^n](A(x)B(x))` takes a coefficient of a product: no file is called so. */
const isFormula = (target: string): boolean => /^[^./#\s]*[()+=−⋅^][^./#\s]*$/u.test(target);

/** Folders that a program fills, and that no course keeps: a text speaks of what the reader's own run puts there. */
const isBuilt = (target: string): boolean =>
  /^(?:\.\.?\/)*(?:build|dist|target|out|_build|node_modules)\//.test(target);

/** Whether a name stands for any other: `*.jpg`, `xxx.png`, `placeholder/link`. */
export const isMadeUp = (target: string): boolean =>
  /\*|(?:^|\/)(?:x{3,}|X{3,})(?:\.\w+)?$|(?:^|[/_-])placeholder(?:[/._-]|$)/.test(target);

/** What stands for an address in a pattern of a page, and which files are such patterns. */
const isPlaceholder = (target: string): boolean =>
  /^(?:(?:your|the)[-_ ]?)?(?:url|link|href|path|address)s?$/i.test(target);
const isPattern = (uri: string): boolean => /template|prompt|vorlage|modèle|plantilla|模板/i.test(nameOf(decoded(uri)));

/** A file of the same name in another folder, else the one whose path reads alike. */
function nearestFile(path: string, from: string, course: Course, lookUp: LookUp): string | undefined {
  const uris = [...course.uris];
  if (!mayCompare(lookUp, uris.length)) return undefined;
  const paths = uris.filter((uri) => uri !== from).map((uri) => relativeTarget(from, uri));
  const name = nameOf(path);
  return paths.find((one) => nameOf(one) === name) ?? nearestTarget(path, paths, (one) => one);
}
