import { EmbeddedText } from '../text/embedded-text';
import { LineIndex } from '../text/line-index';
import type { SourceFile } from '../workspace';
import { readBlocks } from './blocks/read-blocks';
import { FoundBlocks } from './blocks/region-blocks';
import type { CourseDocument, CourseLanguage, Region } from './course-document';
import { type DocumentBase, documentOf } from './document-of';
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
  const base = { uri, language, version, text, lines: new LineIndex(text) };
  if (language === 'python') return readStrings(base);
  const found = new FoundBlocks();
  // An editor may send the byte-order mark along; the text begins behind it.
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const whole = EmbeddedText.slice(text, start, text.length);
  const span = Object.freeze({ start, end: text.length });
  if (language === 'markdown') return documentOf(base, [readBlocks(whole, span, true, 0, found)], found);
  found.diagrams.push(Object.freeze({ span, content: whole, contentSpan: span }));
  return documentOf(base, [], found);
}

function readStrings(base: DocumentBase): CourseDocument {
  const found = new FoundBlocks();
  const regions: Region[] = [];
  for (const string of courseStrings(base)) {
    if (string.kind === 'markdown') {
      regions.push(string.region);
      found.add(string.found);
    } else {
      const { span, source } = string;
      found.diagrams.push(Object.freeze({ span, content: source, contentSpan: span }));
    }
  }
  return documentOf(base, regions, found);
}
