import type { CourseDocument, Fence } from '../course/course-document';
import { contains } from '../text/span';

/** The lines of MyST that are none of its text: labels, what opens and closes a block between colons, and its options. */
const frame = /^[ \t]*(?:\([^()\s]+\)=|:{3,}(?:[ \t]*\{[\w:-]+\})?[ \t]*|:[\w-]+:(?:[ \t].*)?)$/gm;
const titled = /^([ \t]*):{3,}[ \t]*\{[\w:-]+\}[ \t]+(\S.*)$/gm;

/**
 * What a reader sees of a document from an offset on, at most so many characters, as markdown that any renderer knows: of a
 * directive its title and its text. Where the offset is in what names a block, that block alone.
 */
export function textAt(document: CourseDocument, offset: number, most: number): string {
  const { text, lines, fences, directives } = document;
  const block = [...directives, ...fences].filter(({ span }) => contains(span, offset)).at(-1);
  const isNamed = block !== undefined && !isInBody(document, block, offset);
  const start = isNamed ? lines.lineStart(lines.lineOf(block.span.start)) : lines.lineStart(lines.lineOf(offset));
  const end = isNamed ? block.span.end : block?.closed ? closingLine(document, block) : text.length;
  const limit = Math.min(end, start + most);
  const parts: string[] = [];
  let at = start;
  const put = (from: number, to: number, instead: string): void => {
    if (from < at || from >= limit) return;
    parts.push(text.slice(at, from), instead);
    at = to;
  };
  const edges = directives.flatMap((one) => [
    { from: one.markerSpan.start, to: one.contentSpan.start, instead: headOf(one) },
    ...(one.closed ? [{ from: closingLine(document, one), to: one.span.end, instead: '' }] : []),
  ]);
  for (const { from, to, instead } of edges.sort((a, b) => a.from - b.from)) put(from, to, instead);
  parts.push(text.slice(at, limit));
  return parts.join('').replace(titled, '$1**$2**\n').replace(frame, '').trim();
}

/** A directive's title; a path is none. */
function headOf({ info, language }: Fence): string {
  const title = info.slice(info.indexOf('}') + 1).trim();
  return title === '' || language === 'figure' ? '' : `**${title}**\n\n`;
}

const closingLine = ({ lines }: CourseDocument, { span }: Fence): number => lines.lineStart(lines.lineOf(span.end));

/** Whether an offset is below the line and the options that open a block. */
function isInBody({ text, lines }: CourseDocument, { span }: Fence, offset: number): boolean {
  let line = lines.lineOf(span.start) + 1;
  const lineAt = () => text.slice(lines.lineStart(line), lines.lineEnd(line));
  while (line < lines.lineCount && /^[ \t>]*:[\w-]+:(?:\s|$)/.test(lineAt())) line++;
  return offset >= lines.lineStart(line);
}
