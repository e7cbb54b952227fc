import type { Course } from '../course/course';
import type { CourseDocument } from '../course/course-document';
import type { CourseEdit } from '../course/course-edit';
import { plainText } from '../course/inline/plain-text';
import { headingSlugs } from '../course/slug';
import { fileLinks, looseAnchor } from './file-links';
import { isUnseen, type WrittenLink } from './link';
import { type LinkTarget, readTarget } from './link-target';
import { findNote } from './notes';

/** The edits that let links to a document's sections lead there still once headings have new titles, by their index. */
export async function mendedLinks(
  course: Course,
  document: CourseDocument,
  newTitles: ReadonlyMap<number, string>,
): Promise<CourseEdit[]> {
  const before = headingSlugs(document);
  const headings = document.headings.map((heading, i) => ({ ...heading, title: newTitles.get(i) ?? heading.title }));
  const after = headingSlugs({ ...document, headings });
  const changed = before.flatMap((slug, i) =>
    slug === after[i] ? [] : [{ slug, renamed: { anchor: after[i]!, name: nameInVault(headings[i]!.title) } }],
  );
  if (changed.length === 0) return [];
  const exactly = new Map<string, Renamed>();
  const loosely = new Map<string, Renamed>();
  for (const { slug, renamed } of changed) {
    if (!exactly.has(slug)) exactly.set(slug, renamed);
    if (!loosely.has(looseAnchor(slug))) loosely.set(looseAnchor(slug), renamed);
  }
  const kept = new Set(before.filter((slug) => !exactly.has(slug)).map(looseAnchor));
  const edits: CourseEdit[] = [];
  for (const [uri, { toAnchors, places }] of course.all(fileLinks)) {
    for (const { fragmentSpan, ...link } of toAnchors) {
      const meant = await meantBy(link, uri, course);
      if (!leadsTo(meant, document)) continue;
      const fragment = meant.fragment ?? '';
      const loose = looseAnchor(fragment);
      const mend = exactly.get(fragment.toLowerCase()) ?? (kept.has(loose) ? undefined : loosely.get(loose));
      const newText = isWiki(link) ? mend?.name : mend?.anchor;
      if (newText) edits.push({ uri, range: places.rangeOf(fragmentSpan), newText });
    }
  }
  return edits;
}

/** Whether a link leads to a heading that an editor which knows markdown alone does not see: a vault's, or one in a directive. */
export async function isLinkedUnseen(course: Course, document: CourseDocument, heading: number): Promise<boolean> {
  const slug = looseAnchor(headingSlugs(document)[heading] ?? '');
  for (const [uri, { toAnchors }] of course.all(fileLinks)) {
    for (const link of toAnchors) {
      if (!isUnseen(link)) continue;
      const meant = await meantBy(link, uri, course);
      if (leadsTo(meant, document) && looseAnchor(meant.fragment ?? '') === slug) return true;
    }
  }
  return false;
}

/** A heading's new name in links by path and in a vault's links. */
interface Renamed {
  readonly anchor: string;
  readonly name: string;
}

/** A title as a vault's link may hold it: without the signs that end or part the link. */
const nameInVault = (title: string): string =>
  plainText(title)
    .replace(/[[\]|#^]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const isWiki = ({ kind }: WrittenLink): boolean => kind === 'wiki' || kind === 'embed';

const leadsTo = (meant: LinkTarget, { uri }: CourseDocument): boolean => meant.uri === uri || `${meant.uri}.md` === uri;

async function meantBy(link: WrittenLink, documentUri: string, course: Course): Promise<LinkTarget> {
  if (!isWiki(link)) return readTarget(link.target, documentUri, course.root);
  const found = await findNote(course, link.target, documentUri);
  return found.kind === 'file' ? found : { uri: undefined, fragment: undefined };
}
