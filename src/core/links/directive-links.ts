import type { CourseDocument } from '../course/course-document';
import { type Link, linkAt } from './link';

/** Directives of MyST whose argument is a file: a picture that they show, or a text that they take in. */
const taking = /^(:{3,}[ \t]*)?(\{(?:figure|image|include|literalinclude)\}[ \t]+)([^\s{}*][^{}*\n]*?)[ \t]*(?:\n|$)/;

/** The files that directives name: `{figure} img/a.png` between backticks or colons. Addresses and patterns lead to no file. */
export function* directiveLinks(document: CourseDocument): Iterable<Link> {
  for (const { info, infoSpan, region } of [...document.fences, ...document.directives]) {
    const [, , head = '', path] = taking.exec(info) ?? [];
    const { source } = document.regions[region]!;
    const start = source.toInner(infoSpan.start);
    if (path === undefined || start === undefined || isAddress(path)) continue;
    yield linkAt('file', source, { start: start + head.length, end: start + head.length + path.length });
  }
  for (const { source, kind } of document.inlines) {
    const [, colons, head = '', path] = kind === 'paragraph' ? (taking.exec(source.text) ?? []) : [];
    if (path === undefined || colons === undefined || isAddress(path)) continue;
    const start = colons.length + head.length;
    yield linkAt('file', source, { start, end: start + path.length });
  }
}

const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(path);
