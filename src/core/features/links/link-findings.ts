import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { courseLanguageOf } from '../../course/course-language';
import type { Finding, Fix } from '../../diagnostics/course-diagnostic';
import { anchorsOf, sameAnchor } from '../../links/file-links';
import { readTarget, relativeTarget } from '../../links/link-target';
import { type Link, linksOf } from '../../links/links';
import { nearestTarget } from '../../links/nearest-target';
import type { FeatureContext } from '../feature-context';

/** `link.broken`: links and images whose file is not there, links to sections that the file does not have. */
export async function linkFindings({ document, course }: FeatureContext): Promise<Finding[]> {
  // What a program shows of its strings, and from where, only the program knows.
  if (document.language !== 'markdown') return [];
  const found = await Promise.all(linksOf(document).map((link) => finding(link, document, course)));
  return found.filter((one) => one !== undefined);
}

async function finding(link: Link, document: CourseDocument, course: Course): Promise<Finding | undefined> {
  const { uri, fragment } = readTarget(link.target, document.uri, course.root);
  if (uri === undefined || link.kind === 'autolink') return undefined;
  const file = uri === document.uri ? uri : await existing(uri, course);
  if (file === undefined) return missingFile(link, document, course);
  if (!fragment || link.kind === 'image' || courseLanguageOf(file) !== 'markdown') return undefined;
  const anchors = await anchorsOf(course, file);
  if (!anchors || anchors.some(({ slug }) => sameAnchor(slug, fragment)) || fragment === 'top') return undefined;
  const near = nearestTarget(fragment, anchors, ({ slug }) => slug);
  const hash = link.target.indexOf('#');
  return {
    code: 'link.broken',
    span: link.source.spanToOuter({ start: link.inner.start + hash, end: link.inner.end }),
    message: `No section of ${file === document.uri ? 'this file' : nameOf(file)} has the anchor #${fragment}.`,
    fixes: near ? fixes(link, hash + 1, link.target.length, near.slug, `Link to #${near.slug}`) : [],
  };
}

/** The file itself, or the markdown file that a link without an ending means. */
async function existing(uri: string, course: Course): Promise<string | undefined> {
  if (await course.exists(uri)) return uri;
  return !/\.\w+$/.test(uri) && (await course.exists(`${uri}.md`)) ? `${uri}.md` : undefined;
}

function missingFile(link: Link, document: CourseDocument, course: Course): Finding {
  const hash = link.target.indexOf('#');
  const end = hash < 0 ? link.target.length : hash;
  const path = link.target.slice(0, end);
  const near = link.kind === 'image' ? undefined : nearestFile(path, document.uri, course);
  return {
    code: 'link.broken',
    span: link.source.spanToOuter({ start: link.inner.start, end: link.inner.start + end }),
    message: `${link.kind === 'image' ? 'There is no image' : 'There is no file'} ${path}.`,
    fixes: near ? fixes(link, 0, end, near, `Link to ${near}`) : [],
  };
}

/** A file of the same name in another folder, else the one whose path reads alike. */
function nearestFile(path: string, from: string, course: Course): string | undefined {
  const paths = [...course.uris].filter((uri) => uri !== from).map((uri) => relativeTarget(from, uri));
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
