import { readBlocks } from './course/blocks/read-blocks';
import { FoundBlocks } from './course/blocks/region-blocks';
import type { CourseDocument, CourseLanguage } from './course/course-document';
import { documentOf } from './course/document-of';
import { notebookDocument } from './notebook/notebook-document';
import { pythonDocument } from './python/python-document';
import { EmbeddedText } from './text/embedded-text';
import { LineIndex } from './text/line-index';
import type { SourceFile } from './workspace';

/** Reads a text into its frozen model. Never throws on any text. */
export function parseCourseDocument(file: SourceFile, language: CourseLanguage): CourseDocument {
  const { uri, text, version } = file;
  const base = { uri, language, version, text, lines: new LineIndex(text) };
  if (language === 'python') return pythonDocument(base);
  if (language === 'notebook') return notebookDocument(base);
  const found = new FoundBlocks();
  // An editor may send the byte-order mark along; the text begins behind it.
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const whole = EmbeddedText.slice(text, start, text.length);
  const span = Object.freeze({ start, end: text.length });
  if (language === 'markdown') {
    return documentOf(base, [readBlocks(whole, span, true, 0, found, /\.mdx$/i.test(uri))], found);
  }
  found.diagrams.push(Object.freeze({ span, content: whole, contentSpan: span }));
  return documentOf(base, [], found);
}
