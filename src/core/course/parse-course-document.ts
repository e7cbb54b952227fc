import { EmbeddedText } from '../text/embedded-text';
import { LineIndex } from '../text/line-index';
import type { SourceFile } from '../workspace';
import { readBlocks } from './blocks/read-blocks';
import { FoundBlocks } from './blocks/region-blocks';
import type { CourseDocument, CourseLanguage, Region } from './course-document';
import { courseStrings } from './python/course-strings';

/** Which language a path's ending says; undefined for a file that is not course text by its ending. */
export function courseLanguageOf(path: string): CourseLanguage | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'py') return 'python';
  if (ending === 'mmd' || ending === 'mermaid') return 'mermaid';
  if (ending === 'md' || ending === 'markdown' || ending === 'mdx' || ending === 'qmd') return 'markdown';
  return undefined;
}

/** Reads a text into its frozen model. Never throws on any text. */
export function parseCourseDocument(file: SourceFile, language: CourseLanguage): CourseDocument {
  const { uri, text, version } = file;
  const found = new FoundBlocks();
  const regions: Region[] = [];
  const whole = EmbeddedText.slice(text, 0, text.length);
  const span = Object.freeze({ start: 0, end: text.length });
  if (language === 'markdown') regions.push(readBlocks(whole, span, true, 0, found));
  if (language === 'python') readStrings(text, regions, found);
  if (language === 'mermaid') found.diagrams.push(Object.freeze({ span, content: whole, contentSpan: span }));
  return Object.freeze({
    uri,
    language,
    version,
    text,
    lines: new LineIndex(text),
    regions: Object.freeze(regions),
    headings: Object.freeze(found.headings),
    listItems: Object.freeze(found.listItems),
    tables: Object.freeze(found.tables),
    fences: Object.freeze(found.fences),
    diagrams: Object.freeze(found.diagrams),
    formulas: Object.freeze(found.formulas),
    references: Object.freeze(found.references),
    inlines: Object.freeze(found.inlines),
  });
}

function readStrings(text: string, regions: Region[], found: FoundBlocks): void {
  for (const string of courseStrings(text)) {
    if (string.kind === 'markdown') {
      regions.push(string.region);
      found.add(string.found);
    } else {
      const { span, source } = string;
      found.diagrams.push(Object.freeze({ span, content: source, contentSpan: span }));
    }
  }
}
