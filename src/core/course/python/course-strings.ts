import { demoKindOf } from '../../demos/demo-kind';
import { opensDiagram } from '../../mermaid/opens-diagram';
import type { EmbeddedText } from '../../text/embedded-text';
import type { Span } from '../../text/span';
import { readBlocks } from '../blocks/read-blocks';
import { FoundBlocks } from '../blocks/region-blocks';
import type { Region } from '../course-document';
import { dedent } from './dedent';
import { literalText } from './literal-text';
import type { StringLiteral } from './string-literal';
import { stringLiterals } from './string-literals';

/** A string that is course text: markdown with its blocks, or a diagram as a whole. */
export type CourseString =
  | { readonly kind: 'markdown'; readonly region: Region; readonly found: FoundBlocks }
  | { readonly kind: 'diagram'; readonly source: EmbeddedText; readonly span: Span };

/** The strings of a Python file that are course text, in text order; `region` numbers those that hold markdown. */
export function* courseStrings(text: string): Iterable<CourseString> {
  let region = 0;
  for (const literal of stringLiterals(text)) {
    const string = courseString(text, literal, region);
    if (string?.kind === 'markdown') region++;
    if (string) yield string;
  }
}

/** Whether anything in a Python file is course text. Most files are turned away without being read as markdown. */
export function holdsCourseText(text: string): boolean {
  for (const _ of courseStrings(text)) return true;
  return false;
}

function courseString(text: string, literal: StringLiteral, index: number): CourseString | undefined {
  const { contentSpan, bytes, docstring, indent } = literal;
  const content = text.slice(contentSpan.start, contentSpan.end);
  const fenced = fenceSign.test(content);
  if (bytes || (docstring && !fenced)) return undefined;
  const source = dedent(literalText(text, literal), indent);
  const span = Object.freeze({ ...contentSpan });
  if (!fenced && opensDiagram(source.text)) return { kind: 'diagram', source, span };
  if (!markdownSign.test(source.text)) return undefined;
  const found = new FoundBlocks();
  const region = readBlocks(source, span, false, index, found);
  if (holdsCourseFence(found)) return { kind: 'markdown', region, found };
  if (docstring) return undefined;
  return holdsAtxHeading(text, found) || holdsEntry(found) ? { kind: 'markdown', region, found } : undefined;
}

const fenceSign = /```|~~~|:::/;
/** What course text cannot do without: a fence, a heading, a bold term or an abbreviation. */
const markdownSign = /```|~~~|:::|#|\*\*|__|\*\[/;

const holdsCourseFence = (found: FoundBlocks): boolean =>
  found.diagrams.length > 0 || found.fences.some((fence) => demoKindOf(fence) !== undefined);

const holdsAtxHeading = (text: string, found: FoundBlocks): boolean =>
  found.headings.some((heading) => text[heading.span.start] === '#');

/** A bulleted bold name with its definition, or an abbreviation. */
const holdsEntry = (found: FoundBlocks): boolean =>
  found.listItems.some((item) => item.inline && boldEntry.test(item.inline.source.text)) ||
  found.inlines.some((inline) => abbreviation.test(inline.source.text));

const boldEntry =
  /^[^\p{L}\p{N}*_]{0,16}(?:\*\*|__)(?=\S)[^*_\n]{1,120}(?:[::]\s*(?:\*\*|__)|(?:\*\*|__)\s*(?:[::]|[-–—]\s))/u;
const abbreviation = /^\*\[[^\]\n]{1,60}\]:\s*\S/m;
