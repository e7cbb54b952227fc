import type { CourseDocument } from '../../course/course-document';
import { overviewPart } from '../../course/overview-part';
import { headingSlugs } from '../../course/slug';
import { outlineOf } from '../../outline/outline';
import type { OutlineItem } from '../../outline/outline-item';
import type { SourceFile, SourceItem, SourcePassage } from '../../overview/overview-source';

/** A title that goes on over more lines than this is a paragraph above a line of `---`. */
const mostTitleLines = 2;

/** A document as an overview is made from it; what is itself a written overview adds nothing. */
export function sourceFile(document: CourseDocument, path: string): SourceFile {
  const sections = new Sections(document);
  const own = overviewPart(document.text);
  const continued = new Set(
    document.listItems.filter(({ inline }) => inline?.source.text.includes('\n')).map(({ span }) => span.start),
  );
  const lineOf = (offset: number) => document.lines.lineOf(offset);
  const itemsOf = (items: readonly OutlineItem[]): SourceItem[] =>
    items.flatMap(({ title, number, kind, level, span, selectionSpan, children }) => {
      if (own && span.start >= own.start && span.start < own.end) return [];
      const below = itemsOf(children);
      if (kind === 'heading' && lineOf(selectionSpan.end) - lineOf(selectionSpan.start) >= mostTitleLines) return below;
      return [
        {
          title: kind === 'skill' && continued.has(span.start) ? `${title} …` : title,
          number,
          kind,
          level,
          anchor: sections.anchorAt(span.start),
          line: lineOf(span.start),
          lastLine: lineOf(Math.max(span.start, span.end - 1)),
          children: below,
        },
      ];
    });
  const passages = own ? [] : passagesOf(document, sections);
  return { uri: document.uri, path, items: itemsOf(outlineOf(document)), passages };
}

/** The headings of a document with their anchors, to be asked in text order or out of it. */
export class Sections {
  readonly #starts: readonly number[];
  readonly #slugs: readonly string[];

  constructor(document: CourseDocument) {
    this.#starts = document.headings.map(({ span }) => span.start);
    // Only markdown has a page whose headings can be linked to.
    this.#slugs = document.language === 'markdown' ? headingSlugs(document) : [];
  }

  /** Which heading an offset stands under, -1 before the first. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  anchorAt(offset: number): string | null {
    return this.#slugs[this.indexAt(offset)] ?? null;
  }
}

function passagesOf(document: CourseDocument, sections: Sections): SourcePassage[] {
  const { text, language, fences, headings, inlines, lines } = document;
  const titles = new Map<number, string>();
  const visit = (items: readonly OutlineItem[]): void => {
    for (const { kind, title, span, children } of items) {
      if (kind === 'heading') titles.set(span.start, title);
      visit(children);
    }
  };
  visit(outlineOf(document));
  const drafts = [-1, ...headings.keys()].map((i) => ({
    title: titles.get(headings[i]?.span.start ?? -1) ?? null,
    anchor: i < 0 ? null : sections.anchorAt(headings[i]!.span.start),
    line: i < 0 ? 0 : lines.lineOf(headings[i]!.span.start),
    code: [] as { language: string; text: string }[],
    prose: [] as string[],
  }));
  const at = (offset: number) => drafts[sections.indexAt(offset) + 1]!;
  if (language === 'python') drafts[0]!.code.push({ language, text });
  for (const { info, content, span } of fences)
    at(span.start).code.push({ language: /^\{?\.?([\w-]*)/.exec(info.trim())![1]!, text: content.text });
  for (const { kind, source, span } of inlines) if (kind !== 'heading') at(span.start).prose.push(source.text);
  return drafts
    .map(({ prose, ...draft }) => ({ ...draft, prose: prose.join('\n\n') }))
    .filter(({ title, code, prose }) => title !== null || code.length > 0 || prose !== '');
}
