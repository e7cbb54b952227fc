import { FoundBlocks } from '../course/blocks/region-blocks';
import type { CourseDocument, Region } from '../course/course-document';
import { type DocumentBase, documentOf } from '../course/document-of';
import { courseStrings } from './course-strings';

/** The model of a Python file: what stands in those of its strings that are course text. */
export function pythonDocument(base: DocumentBase): CourseDocument {
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
