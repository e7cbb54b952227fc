import type { StateBlock } from 'markdown-it';
import type { Span } from '../../text/span';
import { CourseBlockState } from './block-state';
import { type LinePart, lineParts } from './line-part';

/** What opens a diagram on a line, in offsets of the region, and what closes it. */
interface Opener {
  readonly span: Span;
  /** The word `mermaid` in it. */
  readonly word: Span;
  /** The name of an HTML element, whose own kind may stand in it; absent for a shortcode. */
  readonly element?: string;
  readonly closer: RegExp;
  /** What a program writes anew before Mermaid sees it. */
  readonly filledIn?: RegExp;
}

const element = /<([a-z][a-z\d]*)(?=[\s>])([^<>]*)>/gi;
const className = /(?:^|\s)class\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i;
const diagramClass = /(?:^|\s)((?:language-)?mermaid)(?=\s|$)/i;
const hugo = /\{\{[<%][ \t]*mermaid(?![\w-])[^\n{}]{0,400}?(?<!\/)[>%]\}\}/i;
const liquid = /\{%-?[ \t]*mermaid(?![\w-])[^%\n]{0,400}%\}/i;

/** Liquid fills in its expressions wherever they stand; of Hugo only its own shortcodes do that. */
const filledIn = {
  hugo: /\{\{[<%](?!\s*\/)[^\n]{0,200}?[>%]\}\}/g,
  liquid: /\{\{[^\n{}]{0,200}\}\}|\{%[^\n%]{0,200}%\}/g,
};

const ends = {
  hugo: /\{\{[<%][ \t]*\/[ \t]*mermaid[ \t]*[>%]\}\}/gi,
  liquid: /\{%-?[ \t]*endmermaid[ \t]*-?%\}/gi,
  zola: /\{%-?[ \t]*end(?:mermaid)?(?:\(\))?[ \t]*-?%\}/gi,
};

/** No diagram begins so, but a fence does, and what a program fills in. */
const isFilledIn = /^(?:[<`~{$]|%[^%])/;

/** `{{< mermaid >}}` of Hugo, `{% mermaid %} … {% endmermaid %}` of Jekyll and GitBook, `{% mermaid() %} … {% end %}` of Zola. */
export function shortcodeDiagram(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state instanceof CourseBlockState) || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const start = state.textStart(startLine);
  if (state.src.charCodeAt(start) !== brace) return false;
  const opener = shortcodeAt(state, startLine);
  if (opener?.span.start !== start || isShown(state.src, start)) return false;
  const next = diagramFrom(state, opener, startLine, endLine, !silent);
  if (next === undefined) return false;
  if (!silent) state.line = next;
  return true;
}

const brace = 123;

/**
 * The diagrams in a block of HTML: `<div class="mermaid">`, `<pre class="mermaid">`, a shortcode. A blank line ends the
 * block for some hosts and not for others; the diagram goes on to its closing tag.
 */
export function htmlDiagrams(state: CourseBlockState, startLine: number): void {
  if (/^<(?:!--|script|style|textarea|[?!])/i.test(state.src.slice(state.textStart(startLine)))) return;
  let line = startLine;
  while (line < state.line) {
    const opener = elementAt(state, line) ?? shortcodeAt(state, line);
    const hidden = opener && isHidden(state.src.slice(state.textStart(startLine), opener.span.start));
    const next = opener && !hidden ? diagramFrom(state, opener, line, state.lineMax, true) : undefined;
    line = next ?? line + 1;
    if (line > state.line) state.line = line;
  }
}

const elementTags = (name: string): RegExp => new RegExp(`<(/?)${name}(?=[\\s>])[^<>]*>`, 'gi');

function elementAt(state: CourseBlockState, line: number): Opener | undefined {
  const start = state.textStart(line);
  const text = state.src.slice(start, state.eMarks[line]);
  if (!/mermaid/i.test(text)) return undefined;
  for (const { index, 0: whole, 1: name, 2: attributes } of text.matchAll(element)) {
    // An element of that name, which some sites draw.
    if (name === 'mermaid') {
      const at = start + index;
      const word = { start: at + 1, end: at + 1 + name.length };
      return { span: { start: at, end: at + whole.length }, word, element: name, closer: elementTags(name) };
    }
    const stated = className.exec(attributes!);
    const classes = stated && (stated[1] ?? stated[2] ?? stated[3]!);
    const found = classes && diagramClass.exec(classes);
    if (!found) continue;
    const classesAt = whole.indexOf(classes, whole.search(/class\s*=/i));
    const word = start + index + classesAt + found.index + found[0].length - 'mermaid'.length;
    return {
      span: { start: start + index, end: start + index + whole.length },
      word: { start: word, end: word + 'mermaid'.length },
      element: name!,
      closer: elementTags(name!),
    };
  }
  return undefined;
}

function shortcodeAt(state: CourseBlockState, line: number): Opener | undefined {
  const start = state.textStart(line);
  const text = state.src.slice(start, state.eMarks[line]);
  if (!text.includes('{')) return undefined;
  for (const [pattern, kind] of [
    [hugo, 'hugo'],
    [liquid, 'liquid'],
  ] as const) {
    const match = pattern.exec(text);
    if (!match) continue;
    const word = start + match.index + match[0].search(/mermaid/i);
    const span = { start: start + match.index, end: start + match.index + match[0].length };
    // Zola calls it as a function: `{% mermaid() %} … {% end %}`.
    const closer = ends[kind === 'liquid' && /mermaid[ \t]*\(/i.test(match[0]) ? 'zola' : kind];
    return { span, word: { start: word, end: word + 'mermaid'.length }, closer, filledIn: filledIn[kind] };
  }
  return undefined;
}

/** The line after a diagram that is opened on a line, told of if asked; undefined where nothing closes it or it is none. */
function diagramFrom(
  state: CourseBlockState,
  opener: Opener,
  startLine: number,
  endLine: number,
  tell: boolean,
): number | undefined {
  const closer = closerOf(state, opener, startLine, endLine);
  if (!closer) return undefined;
  const { span, line } = closer;
  const text = state.src.slice(opener.span.end, span.start).trim();
  // One word or line may be a note that a program replaces.
  if (isFilledIn.test(text) || !/[\n;]/.test(text)) return undefined;
  if (tell) {
    const parts = contentParts(state, opener, startLine, closer);
    state.blocks.taggedDiagram(opener.span, opener.word, span, parts, opener.filledIn);
  }
  return line + 1;
}

interface Closer {
  readonly span: Span;
  readonly line: number;
}

function closerOf(state: CourseBlockState, opener: Opener, startLine: number, endLine: number): Closer | undefined {
  const search = `${opener.element ?? opener.closer.source} ${state.level} ${endLine}`;
  const failed = state.failedSearches.get(search);
  if (failed && failed.from <= startLine && startLine < failed.to) return undefined;
  let depth = 1;
  let line = startLine;
  for (; line < endLine; line++) {
    if (line > startLine && !state.isEmpty(line) && state.sCount[line]! < state.blkIndent) break;
    const from = line === startLine ? opener.span.end : state.textStart(line);
    for (const match of state.src.slice(from, state.eMarks[line]).matchAll(opener.closer)) {
      if (opener.element) depth += match[1] === '/' ? -1 : 1;
      else depth = 0;
      const start = from + match.index;
      if (depth === 0) return { span: { start, end: start + match[0].length }, line };
    }
  }
  state.failedSearches.set(search, { from: startLine, to: line });
  return undefined;
}

/** The lines between the tags, without the indentation that all of them share. */
export function contentParts(
  state: CourseBlockState,
  { span }: Pick<Opener, 'span'>,
  startLine: number,
  closer: Closer,
): LinePart[] {
  const { src } = state;
  const isBlank = (from: number, to: number) => src.slice(from, to).trim() === '';
  const first = isBlank(span.end, state.eMarks[startLine]!) ? startLine + 1 : startLine;
  const last = isBlank(state.textStart(closer.line), closer.span.start) ? closer.line - 1 : closer.line;
  const columns = [];
  for (let line = startLine + 1; line <= last; line++) if (!state.isEmpty(line)) columns.push(state.sCount[line]!);
  const indent = Math.max(state.blkIndent, columns.length > 0 ? Math.min(...columns) : 0);
  const parts = lineParts(state, first, last + 1, indent, last < closer.line);
  if (first === startLine) parts[0] = { ...parts[0]!, start: span.end, pad: 0 };
  if (last === closer.line) parts[parts.length - 1] = { ...parts.at(-1)!, end: closer.span.start, breaks: false };
  return parts;
}

/** Further back than this nothing is sought that may hide a diagram. */
const farthest = 20_000;

/** Whether what stands before it in its block opens a comment or a script around it. */
function isHidden(block: string): boolean {
  const before = block.slice(-farthest);
  const last = [...before.matchAll(/<!--|-->|<(\/?)(?:script|style|textarea)\b/gi)].at(-1);
  return last !== undefined && (last[0] === '<!--' || (last[1] === '' && last[0] !== '-->'));
}

/** Whether Liquid shows what stands there as text. */
function isShown(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - farthest), at);
  return (
    [...before.matchAll(/\{%-?[ \t]*(end)?raw[ \t]*-?%\}/g)].at(-1)?.[1] === undefined && /\{%-?[ \t]*raw/.test(before)
  );
}
