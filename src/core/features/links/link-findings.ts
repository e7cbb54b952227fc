import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { courseLanguageOf } from '../../course/course-language';
import type { Finding, Fix } from '../../diagnostics/course-diagnostic';
import { type Anchor, anchorNamed, anchorReader } from '../../links/file-links';
import { readTarget, relativeTarget } from '../../links/link-target';
import { type Link, linksOf } from '../../links/links';
import { nearestTarget } from '../../links/nearest-target';
import type { FeatureContext } from '../feature-context';

/** `link.broken`: links and images whose file is not there, links to sections that the file does not have. */
export async function linkFindings({ document, course }: FeatureContext): Promise<Finding[]> {
  // What a program shows of its strings, and from where, only the program knows.
  if (document.language !== 'markdown') return [];
  const lookUp: LookUp = { left: mostCompared, anchorsOf: anchorReader(course) };
  const found: Finding[] = [];
  for (const link of linksOf(document)) found.push(...((await finding(link, document, course, lookUp)) ?? []));
  return found;
}

/** What was meant by a broken link is sought by comparing it with what is there: so often in one file. */
const mostCompared = 500_000;

/** What the links of one file are looked up with. */
interface LookUp {
  /** How many names may still be compared. */
  left: number;
  readonly anchorsOf: (uri: string) => Promise<readonly Anchor[] | undefined>;
}

async function finding(
  link: Link,
  document: CourseDocument,
  course: Course,
  lookUp: LookUp,
): Promise<Finding[] | undefined> {
  const { uri, fragment } = readTarget(link.target, document.uri, course.root);
  if (uri === undefined || link.kind === 'autolink') return undefined;
  const file = uri === document.uri ? uri : await existing(uri, course);
  if (file === undefined) return [missingFile(link, document, course, lookUp)];
  if (!fragment || link.kind === 'image' || courseLanguageOf(file) !== 'markdown') return undefined;
  const anchors = await lookUp.anchorsOf(file);
  if (!anchors || anchorNamed(anchors, fragment) || fragment === 'top') return undefined;
  const near = mayCompare(lookUp, anchors.length) ? nearestTarget(fragment, anchors, ({ slug }) => slug) : undefined;
  const hash = link.target.indexOf('#');
  const found: Finding = {
    code: 'link.broken',
    span: link.source.spanToOuter({ start: link.inner.start + hash, end: link.inner.end }),
    message: `No section of ${file === document.uri ? 'this file' : nameOf(file)} has the anchor #${fragment}.`,
    fixes: near ? fixes(link, hash + 1, link.target.length, near.slug, `Link to #${near.slug}`) : [],
  };
  return [found];
}

function mayCompare(lookUp: LookUp, names: number): boolean {
  if (lookUp.left < names) return false;
  lookUp.left -= names;
  return true;
}

/** The file itself, or the markdown file that a link without an ending means. */
async function existing(uri: string, course: Course): Promise<string | undefined> {
  if (await course.exists(uri)) return uri;
  return !/\.\w+$/.test(uri) && (await course.exists(`${uri}.md`)) ? `${uri}.md` : undefined;
}

function missingFile(link: Link, document: CourseDocument, course: Course, lookUp: LookUp): Finding {
  const hash = link.target.indexOf('#');
  const end = hash < 0 ? link.target.length : hash;
  const path = link.target.slice(0, end);
  const near = link.kind === 'image' ? undefined : nearestFile(path, document.uri, course, lookUp);
  return {
    code: 'link.broken',
    span: link.source.spanToOuter({ start: link.inner.start, end: link.inner.start + end }),
    message: `${link.kind === 'image' ? 'There is no image' : 'There is no file'} ${path}.`,
    fixes: near ? fixes(link, 0, end, near, `Link to ${near}`) : [],
  };
}

/** A file of the same name in another folder, else the one whose path reads alike. */
function nearestFile(path: string, from: string, course: Course, lookUp: LookUp): string | undefined {
  const uris = [...course.uris];
  if (!mayCompare(lookUp, uris.length)) return undefined;
  const paths = uris.filter((uri) => uri !== from).map((uri) => relativeTarget(from, uri));
  const name = nameOf(path);
  return paths.find((one) => nameOf(one) === name) ?? nearestTarget(path, paths, (one) => one);
}

function fixes(link: Link, start: number, end: number, newText: string, title: string): Fix[] {
  const change = link.source.change({ start: link.inner.start + start, end: link.inner.start + end }, newText);
  return change ? [{ title, safe: false, changes: [change] }] : [];
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
