import type { Hover } from 'vscode-languageserver-types';
import type { CourseDocument } from '../../course/course-document';
import { inlineSpans } from '../../course/inline/inline-spans';
import { safeMarkdown } from '../../links/safe-markdown';
import { contains } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/** How much of a note is shown. */
const mostShown = 1000;

const mark = /\[\^([^\s[\]]{1,200})\](?!:)/g;

/** The text of the footnote whose mark stands at an offset, where the page has it. */
export function footnoteHover({ document, course }: FeatureContext, offset: number): Hover | undefined {
  for (const { source } of document.inlines) {
    const at = source.toInner(offset);
    if (at === undefined || !source.text.includes('[^')) continue;
    for (const { 0: found, 1: label = '', index } of source.text.matchAll(mark)) {
      const span = { start: index, end: index + found.length };
      if (!contains(span, at) || source.text[index - 1] === '\\') continue;
      // The mark itself is no prose; inside of something else it is code or a formula.
      if (inlineSpans(source.text).opaque.some((code) => code.start < index && index < code.end)) continue;
      const text = noteOf(document, label);
      if (!text) continue;
      const value = safeMarkdown(text, document.uri, course.root, mostShown);
      return { range: document.lines.rangeOf(source.spanToOuter(span)), contents: { kind: 'markdown', value } };
    }
  }
  return undefined;
}

/** What stands behind `[^label]:` up to the next note; labels are the same in any case. */
function noteOf({ inlines }: CourseDocument, label: string): string | undefined {
  for (const { source } of inlines) {
    if (!source.text.startsWith('[^')) continue;
    const [, ...parts] = source.text.split(/^[ \t]*\[\^([^\s[\]]+)\]:/m);
    const at = parts.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === label.toLowerCase());
    if (at >= 0) return parts[at + 1]!.replace(/^[ \t]+/gm, '').trim();
  }
  return undefined;
}
