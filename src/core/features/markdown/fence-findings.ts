import type { CourseDocument, Fence } from '../../course/course-document';
import { gluedCloser } from '../../course/glued-closer';
import type { Finding, Fix } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import type { Span, TextChange } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/** `fence.unclosed`: a fence, or a comment around a diagram, that does not end where it was meant to; one mark for one slip. */
export function fenceFindings({ document }: FeatureContext): Finding[] {
  const cut = document.cutComments.map(cutComment);
  /** Markers that were meant to close a fence whose quote ended before them. */
  const left = new Set<number>();
  const faulty = [...document.fences, ...document.directives].flatMap((fence) => {
    if (left.has(fence.markerSpan.start)) return [];
    if (fence.fault === 'never-closed') {
      if (isLazyForPandoc(document, fence)) return [];
      const isStray = fence.info + fence.content.text.trim() === '';
      const outside = isStray ? undefined : (outsideQuote(document, fence) ?? outsideItem(document, fence));
      if (outside) left.add(outside.closer);
      return outside?.finding ?? behindText(document, fence) ?? neverClosed(document, fence);
    }
    if (fence.fault === 'text-behind-closer') return textBehind(document, fence);
    return fence.fault === 'holds-its-own-kind' ? holdsItsOwnKind(document, fence) : [];
  });
  return [...cut, ...faulty];
}

/**
 * Whether pandoc, which Quarto and R Markdown are drawn by, takes what markdown ends a list item above for a part of it: up
 * to a blank line no line has to be indented.
 * Source: pandoc's reader of markdown, `listContinuation`.
 */
function isLazyForPandoc({ uri, text, listItems }: CourseDocument, fence: Fence): boolean {
  if (!/\.(?:qmd|rmd)$/i.test(uri)) return false;
  const { start } = fence.markerSpan;
  // The marker that was to close it opens another fence, right below the item.
  const above = listItems.findLast(({ span }) => span.start < start);
  if (!above) return false;
  const marker = markerOf(text, fence);
  const isInside = start < above.span.end;
  const rest = isInside ? text.slice(fence.markerSpan.end) : text.slice(above.span.start, start);
  const block = rest.split(/\n[ \t]*(?:\n|$)/, isInside ? 1 : undefined).at(-1)!;
  return isInside ? new RegExp(`\\n[ \\t]*${marker}[ \\t]*$`, 'm').test(block) : /^[ \t]+(?:`{3}|~{3})/m.test(block);
}

/** Nothing can stand for an arrow in a comment, so there is no mend. */
const cutComment = (span: Span): Finding => ({
  code: 'fence.unclosed',
  span,
  message: say`This --> ends the comment around the diagram, so a reader sees what comes behind it. A comment cannot hold -->: take the diagram out instead.`,
  fixes: [],
});

/** The marker that was meant to close a fence and stands at the end of its last line. */
function behindText({ text }: CourseDocument, fence: Fence): Finding | undefined {
  const glued = gluedCloser(fence, text);
  if (!glued) return undefined;
  const span = fence.content.spanToOuter(glued);
  const prefix = prefixOf(text, fence.markerSpan.start);
  const change = fence.content.change({ start: glued.start, end: glued.start }, lineBreak(text));
  const title = say`Put ${markerOf(text, fence)} on a line of its own`;
  return {
    code: 'fence.unclosed',
    span,
    message: say`This ${markerOf(text, fence)} does not end the code block, since text stands before it on its line. Put it on a line of its own.`,
    fixes: change && isMargin(prefix) ? [{ title, safe: false, changes: [change] }] : [],
  };
}

function neverClosed({ text }: CourseDocument, fence: Fence): Finding {
  const marker = markerOf(text, fence);
  if (fence.info === '' && fence.content.text.trim() === '') return stray(text, fence, marker);
  const isQuoted = prefixOf(text, fence.markerSpan.start).includes('>');
  const nothingBelow = text.slice(fence.span.end).trim() === '';
  const effect = isQuoted
    ? say`so that it ends only where the quote does`
    : nothingBelow
      ? say`so that whatever is added below becomes part of it`
      : say`so that readers see the text below as part of it`;
  return {
    code: 'fence.unclosed',
    span: fence.markerSpan,
    message: say`This code block is never closed, ${effect}. End it with a line that holds ${marker} and nothing else.`,
    fixes: closingFix(text, fence, marker),
  };
}

/** How many lines below a quote its fence's closing line is looked for. */
const farthest = 60;

/**
 * A fence whose quote ends early, since a line has no `>` before it, and where its closing marker stands; undefined where
 * no such line follows.
 */
function outsideQuote(
  { text, lines }: CourseDocument,
  fence: Fence,
): { readonly closer: number; readonly finding: Finding } | undefined {
  const prefix = prefixOf(text, fence.markerSpan.start);
  if (!/^[ \t>]*>[ \t]*$/.test(prefix)) return undefined;
  const marker = markerOf(text, fence);
  const first = lines.lineOf(fence.span.end) + 1;
  const bare: number[] = [];
  for (let line = first; line < Math.min(first + farthest, lines.lineCount); line++) {
    const start = lines.lineStart(line);
    const written = text.slice(start, lines.lineEnd(line));
    const [, margin = '', rest = ''] = /^([ \t>]*)(.*?)[ \t\r]*$/.exec(written) ?? [];
    if (rest === '' && !margin.includes('>')) return undefined;
    if (!margin.includes('>')) bare.push(start);
    if (bare.length === 0) return undefined;
    if (rest !== marker) continue;
    const at = bare[0]!;
    const end = lines.lineEnd(lines.lineOf(at));
    const span = { start: at, end: at + text.slice(at, end).trimEnd().length };
    const what = bare.length === 1 ? say`this line` : say`these ${bare.length} lines`;
    const changes = bare.map((place) => ({ span: { start: place, end: place }, newText: prefix }));
    return {
      closer: start + margin.length,
      finding: {
        code: 'fence.unclosed',
        span,
        message: say`This line has no > before it, so the quote ends above it, and the block in the quote with it.`,
        fixes: [{ title: say`Begin ${what} with >`, safe: false, changes }],
      },
    };
  }
  return undefined;
}

/**
 * A fence whose list item ends early, since a line is not indented, and where its closing marker stands; undefined where
 * no such line follows.
 */
function outsideItem(
  { text, lines, listItems }: CourseDocument,
  fence: Fence,
): { readonly closer: number; readonly finding: Finding } | undefined {
  const margin = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.exec(prefixOf(text, fence.markerSpan.start))?.[0];
  if (
    !margin ||
    !listItems.some(({ span }) => span.start < fence.markerSpan.start && fence.markerSpan.start < span.end)
  )
    return undefined;
  const indent = margin.replace(/[^ \t]/g, ' ');
  const marker = markerOf(text, fence);
  const first = lines.lineOf(fence.contentSpan.end - 1) + 1;
  let begin: number | undefined;
  const changes: TextChange[] = [];
  for (
    let line = Math.max(first, lines.lineOf(fence.markerSpan.end) + 1);
    line < Math.min(first + farthest, lines.lineCount);
    line++
  ) {
    const start = lines.lineStart(line);
    const written = text.slice(start, lines.lineEnd(line)).trimEnd();
    if (written === '') continue;
    const isCloser = written.trimStart() === marker;
    const isOut = !written.startsWith(indent);
    if (begin === undefined && !isOut) return undefined;
    begin ??= start;
    // Another block, or a section, begins: the first was never closed.
    const isNew =
      lines.lineOf(begin) !== line && /^(?:#{1,6}[ \t]|(?:[-*+]|\d{1,9}[.)])[ \t]+[*_\p{Lu}])/u.test(written);
    if (!isCloser && (isNew || written.trimStart().startsWith(marker))) return undefined;
    if (!isCloser || isOut) changes.push({ span: { start, end: start }, newText: indent });
    if (!isCloser) continue;
    const end = lines.lineEnd(lines.lineOf(begin));
    const what = changes.length === 1 ? say`this line` : say`these ${changes.length} lines`;
    return {
      closer: start + written.length - marker.length,
      finding: {
        code: 'fence.unclosed',
        span: { start: begin, end: begin + text.slice(begin, end).trimEnd().length },
        message: say`This line is not indented, so the list item ends above it, and the block in the item with it.`,
        fixes: [{ title: say`Indent ${what} as the block is`, safe: false, changes }],
      },
    };
  }
  return undefined;
}

function stray(text: string, { markerSpan }: Fence, marker: string): Finding {
  const start = markerSpan.start - prefixOf(text, markerSpan.start).length;
  const lineEnd = text.indexOf('\n', markerSpan.end);
  const changes = [{ span: { start, end: lineEnd < 0 ? text.length : lineEnd + 1 }, newText: '' }];
  return {
    code: 'fence.unclosed',
    span: markerSpan,
    message: say`This ${marker} closes nothing: no block is open before it, so it opens one that is never closed. Remove it, or open the block that it is to close.`,
    fixes: isMargin(prefixOf(text, markerSpan.start)) ? [{ title: say`Remove ${marker}`, safe: false, changes }] : [],
  };
}

function textBehind({ text }: CourseDocument, fence: Fence): Finding {
  const span = fence.closerSpan!;
  const prefix = prefixOf(text, span.start);
  const behind = /^[ \t]*/.exec(text.slice(span.end, text.indexOf('\n', span.end) + 1 || undefined))![0].length;
  const changes = [{ span: { start: span.end, end: span.end + behind }, newText: `${lineBreak(text)}${prefix}` }];
  return {
    code: 'fence.unclosed',
    span,
    message: say`This ${markerOf(text, fence)} does not close the block, since text stands after it on its line. Put the text on a line of its own.`,
    fixes: isMargin(prefix) ? [{ title: say`Put the text on a line of its own`, safe: false, changes }] : [],
  };
}

function holdsItsOwnKind({ text }: CourseDocument, fence: Fence): Finding {
  const marker = markerOf(text, fence);
  const longer = marker + marker[0];
  const changes = [fence.markerSpan, fence.closerSpan!].map((span) => ({ span, newText: longer }));
  return {
    code: 'fence.unclosed',
    span: fence.markerSpan,
    message: say`The block shown inside closes this one too early, since both stand between ${marker}. Open and close this one with ${longer}.`,
    fixes: [{ title: say`Open and close it with ${longer}`, safe: false, changes }],
  };
}

/** Closes the fence after its last line of content, in the column where it was opened. */
function closingFix(text: string, fence: Fence, marker: string): Fix[] {
  // Behind the colon of a definition the block goes on where the marker stands.
  const prefix = prefixOf(text, fence.markerSpan.start).replace(/:(?=[ \t]+$)/, ' ');
  if (!isMargin(prefix)) return [];
  let last = fence.span.end;
  while (last > fence.markerSpan.end && /\s/.test(text[last - 1]!)) last--;
  // White space that is no blank of markdown, as a no-break space, would keep the new line from closing anything.
  last += /^[^\S\r\n]*/.exec(text.slice(last))![0].length;
  const changes = [{ span: { start: last, end: last }, newText: `${lineBreak(text)}${prefix}${marker}` }];
  return [{ title: say`Close the fence with ${marker}`, safe: false, changes }];
}

const markerOf = (text: string, { markerSpan }: Fence): string => text.slice(markerSpan.start, markerSpan.end);
const prefixOf = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
const isMargin = (prefix: string): boolean => /^[ \t>]*$/.test(prefix);
const lineBreak = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
