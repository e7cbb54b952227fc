import { editBetween } from '../text/edit-between';
import { EmbeddedText } from '../text/embedded-text';
import { firstIndex } from '../text/first-index';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import type { SourceFile } from '../workspace';
import { readBlocks } from './blocks/read-blocks';
import { FoundBlocks } from './blocks/region-blocks';
import type { CourseDocument, Heading, ReferenceBlock } from './course-document';
import { documentOf } from './document-of';

/** Characters that are read anew at most. */
const longest = 100_000;

/**
 * What a large markdown text is around and above an edit, by its earlier model: the section of the edit is read anew, what
 * stands above it is taken as it was, and of what stands below it only the definitions of references are known. Good for
 * what a letter asks for, until the text is read whole. Undefined where there is no short section to read.
 */
export function glanceAtEdit(earlier: CourseDocument, source: SourceFile): CourseDocument | undefined {
  const { uri, text, version } = source;
  const [whole, ...more] = earlier.regions;
  if (earlier.language !== 'markdown' || !whole || more.length > 0) return undefined;
  const edit = editBetween(earlier.text, text);
  const section = sectionAround(earlier, edit);
  const moved = text.length - earlier.text.length;
  const end = section.end + moved;
  if (end - section.start > longest) return undefined;

  const found = new FoundBlocks();
  const opens = section.start === 0;
  const read = readBlocks(
    EmbeddedText.slice(text, opens ? whole.span.start : section.start, end),
    section,
    opens,
    0,
    found,
    /\.mdx$/i.test(uri),
  );
  const above = aboveAndIn(earlier, section.start, found);
  for (const one of earlier.references) if (one.span.start >= section.end) above.references.push(shifted(one, moved));
  const frontMatter = opens ? read.frontMatter : whole.frontMatter;
  const region = Object.freeze({
    source: EmbeddedText.slice(text, whole.span.start, text.length),
    span: Object.freeze({ start: whole.span.start, end: text.length }),
    ...(frontMatter && { frontMatter }),
  });
  return documentOf({ uri, language: 'markdown', version, text, lines: new LineIndex(text) }, [region], above);
}

/** From the last heading that stands above an edit to the first one below it: there, whatever was open has ended. */
function sectionAround({ headings, directives, lines, text }: CourseDocument, edit: Span): Span {
  const ends = ({ span }: Heading) =>
    lines.lineStart(lines.lineOf(span.start)) === span.start &&
    !directives.some((one) => one.span.start < span.start && span.end < one.span.end);
  const below = firstIndex(headings.length, (index) => headings[index]!.span.end >= edit.start);
  const from = headings.slice(0, below).findLast(ends);
  const to = headings.slice(below).find((one) => one.span.start > edit.end && ends(one));
  return { start: from?.span.start ?? 0, end: to?.span.start ?? text.length };
}

/** The blocks of a model that end above an offset, and behind them those that were found. */
function aboveAndIn(model: CourseDocument, end: number, found: FoundBlocks): FoundBlocks {
  const above = <T extends { readonly span: Span }>(blocks: readonly T[], here: readonly T[]) => [
    ...blocks.slice(
      0,
      firstIndex(blocks.length, (index) => blocks[index]!.span.start >= end),
    ),
    ...here,
  ];
  return Object.assign(new FoundBlocks(), {
    headings: above(model.headings, found.headings),
    listItems: above(model.listItems, found.listItems),
    tables: above(model.tables, found.tables),
    fences: above(model.fences, found.fences),
    directives: above(model.directives, found.directives),
    diagrams: above(model.diagrams, found.diagrams),
    formulas: above(model.formulas, found.formulas),
    references: above(model.references, found.references),
    inlines: above(model.inlines, found.inlines),
  });
}

function shifted({ source, span, region }: ReferenceBlock, by: number): ReferenceBlock {
  const moved = Object.freeze({ start: span.start + by, end: span.end + by });
  return Object.freeze({ source: source.moved(by), span: moved, region });
}
