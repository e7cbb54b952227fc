import type { CourseDocument } from '../course/course-document';
import { inlineSpans } from '../course/inline/inline-spans';
import { readReferenceDefinition } from '../course/inline/reference-definition';
import { firstIndex } from '../text/first-index';
import type { Span } from '../text/span';
import { type Link, linkAt } from './link';

/** `[[note]]`, `[[note#heading|text]]`, `![[picture.png|300]]`; in a table the pipe stands behind a backslash. */
const wikilink = /(!?)\[\[((?:[^[\]|\n\\]|\\(?!\|)){1,300})(?:\\?\|[^[\]\n]{0,300})?\]\](?![([{])/g;

/** Roles of MyST and Sphinx that refer: the name or path alone, or behind a text and between angle brackets. */
const role = /\{(ref|numref|eq|prf:ref|doc|download)\}`(?:[^`<>\n]{0,300}<([^`<>\n]{1,200})>|([^`<>\n]{1,200}))`/g;

/** What Quarto numbers, by the prefix of its label: `@fig-x`, `[-@eq-x]`. */
const crossReference =
  /(?<![\p{L}\p{N}_@.\\/-])-?@((?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg)-[\p{L}\p{N}_:.-]{0,200}[\p{L}\p{N}_])/gu;

/** Links that name a note or a label of the course in place of a path: of vaults, MyST and Quarto. In text order a kind. */
export function* namedLinks(document: CourseDocument): Iterable<Link> {
  let labels: ReadonlySet<string> | undefined;
  for (const { source } of document.inlines) {
    const { text } = source;
    if (!/\[\[|\}`|@/.test(text)) continue;
    const { opaque } = inlineSpans(text);
    // The stretches are in order and apart: of many, half a page of roles, none is looked through for each.
    const isText = (at: number) => {
      const next = opaque[firstIndex(opaque.length, (i) => opaque[i]!.end > at)];
      return !next || at < next.start;
    };
    for (const { 1: mark = '', 2: written = '', index } of text.matchAll(wikilink)) {
      const start = index + mark.length + 2;
      const before = text[index - 1] ?? ' ';
      // An index of a program, `a[[0]]`; what is escaped; brackets around other brackets.
      if (before === '\\' || (mark === '' && /[\p{L}\p{N}_\])}[]/u.test(before))) continue;
      if (!isText(index) || !isName(written)) continue;
      labels ??= definedLabels(document);
      if (labels.has(written.trim().toLowerCase())) continue;
      yield linkAt(mark === '' ? 'wiki' : 'embed', source, { start, end: start + written.trimEnd().length });
    }
    for (const { 0: found, 1: kind, 2: behindText, 3: alone, index } of text.matchAll(role)) {
      const written = (behindText ?? alone)!;
      const start = index + found.lastIndexOf(written);
      if (!isText(index) || (kind === 'download' && !isPath(written))) continue;
      yield linkAt(kindOf(kind!), source, { start, end: start + written.length });
    }
    for (const { 0: found, 1: name = '', index } of text.matchAll(crossReference)) {
      const start = index + found.length - name.length;
      // Where it is no citation or person, `@` opens a stretch that is no prose; inside of others it is code or a formula.
      const isMention = (span: Span) => /^-?@/.test(text.slice(span.start, span.start + 2));
      const around = opaque[firstIndex(opaque.length, (i) => opaque[i]!.end >= start)];
      if (!around || start < around.start || isMention(around))
        yield linkAt('label', source, { start, end: start + name.length });
    }
  }
}

/** What a role leads to: a page, a file of the course to be taken along, or what is labelled so. */
const kindOf = (role: string): Link['kind'] => (role === 'doc' ? 'doc' : role === 'download' ? 'file' : 'label');

/** An address leads to no file of the course, nor does what a program puts together. */
const isPath = (written: string): boolean => !/^[a-z][a-z\d+.-]*:|[{}*]|^\s|\s$/i.test(written);

/** Whether brackets can hold a note's name: no test of a shell, no quoted key, no list of contents. */
const isName = (written: string): boolean => !/^[\s'"“-]|['"”]$|^_?toc_?$/i.test(written) && written.trim() !== '';

const definedLabels = ({ references }: CourseDocument): ReadonlySet<string> =>
  new Set(
    references.flatMap(({ source }) => {
      const span = readReferenceDefinition(source.text)?.labelSpan;
      return span ? [source.text.slice(span.start, span.end).trim().toLowerCase()] : [];
    }),
  );
