import { readBlocks } from '../course/blocks/read-blocks';
import { FoundBlocks } from '../course/blocks/region-blocks';
import type { Region } from '../course/course-document';
import { type DocumentBase, documentOf } from '../course/document-of';
import { demoKindOf } from '../demos/demo-kind';
import { glossaryEntries } from '../glossary/glossary-entries';
import { opensDiagram } from '../mermaid/opens-diagram';
import type { EmbeddedText } from '../text/embedded-text';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import { dedent } from './dedent';
import { literalText } from './literal-text';
import { isShownAsCode, looksLikeCode, namesShownAsCode } from './shown-as-code';
import type { StringLiteral } from './string-literal';
import { stringLiterals } from './string-literals';

/** A string that is course text: markdown with its blocks, or a diagram as a whole. */
export type CourseString =
  | { readonly kind: 'markdown'; readonly region: Region; readonly found: FoundBlocks }
  | { readonly kind: 'diagram'; readonly source: EmbeddedText; readonly span: Span };

/** The strings of a Python file that are course text, in text order. */
export function* courseStrings(file: DocumentBase): Iterable<CourseString> {
  let region = 0;
  const code = namesShownAsCode(file.text);
  for (const literal of stringLiterals(file.text)) {
    if (isShownAsCode(file.text, literal.span, code)) continue;
    const string = courseString(file, literal, region);
    if (string?.kind === 'markdown') region++;
    if (string) yield string;
  }
}

/** Whether anything in a Python file is course text. Most files are turned away without being read as markdown. */
export function holdsCourseText(text: string, uri = ''): boolean {
  const file: DocumentBase = { uri, language: 'python', version: 0, text, lines: new LineIndex('') };
  for (const _ of courseStrings(file)) return true;
  return false;
}

function courseString(file: DocumentBase, literal: StringLiteral, index: number): CourseString | undefined {
  const { text } = file;
  const { contentSpan, bytes, docstring, indent } = literal;
  const raw = text.slice(contentSpan.start, contentSpan.end);
  const tagged = tagSign.test(raw);
  const fenced = tagged || fenceSign.test(raw);
  if (bytes || (docstring && !fenced)) return undefined;
  const source = dedent(literalText(text, literal), indent);
  const span = Object.freeze({ ...contentSpan });
  if (!fenced && opensDiagram(source.text)) return { kind: 'diagram', source, span };
  if ((!tagged && !anySign.test(source.text)) || (!fenced && looksLikeCode(source.text))) return undefined;
  const found = new FoundBlocks();
  const region = readBlocks(source, span, false, index, found);
  // A page of HTML holds no prose in markdown.
  if (tagged && !fenceSign.test(raw) && /^\s*</.test(source.text)) return pageOfDiagrams(region, found);
  const isCourse =
    holdsCourseFence(found) || (!docstring && (holdsAtxHeading(text, found) || holdsEntry(file, index, region, found)));
  return isCourse ? { kind: 'markdown', region, found } : undefined;
}

function pageOfDiagrams(region: Region, { diagrams, fences }: FoundBlocks): CourseString | undefined {
  if (diagrams.length === 0) return undefined;
  const found = new FoundBlocks();
  found.diagrams.push(...diagrams);
  found.fences.push(...fences);
  return { kind: 'markdown', region, found };
}

const fenceSign = /```|~~~|:::/;
/** A diagram between tags: of HTML, Hugo or Liquid. */
const tagSign = /class\s*=\s*["']?[^"'>\n]*\bmermaid\b|\{\{[<%]\s*mermaid|\{%-?\s*mermaid/;
/** What course text cannot do without: a fence, a heading, or the sign of one of the forms of a glossary entry. */
const anySign = /```|~~~|:::|#|\*\*|__|\*\[|\||titled|^[ \t]*:[ \t]/m;

const holdsCourseFence = (found: FoundBlocks): boolean =>
  found.diagrams.length > 0 || found.fences.some((fence) => demoKindOf(fence) !== undefined);

const holdsAtxHeading = (text: string, found: FoundBlocks): boolean =>
  found.headings.some((heading) => text[heading.span.start] === '#');

/** Whether the glossary would find an entry in the string. */
function holdsEntry(file: DocumentBase, index: number, region: Region, found: FoundBlocks): boolean {
  const regions: Region[] = [];
  regions[index] = region;
  return glossaryEntries(documentOf(file, regions, found)).length > 0;
}
