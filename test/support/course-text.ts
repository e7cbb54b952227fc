import type { CourseDocument } from '../../src/core/course/course-document';
import { courseLanguageOf } from '../../src/core/course/course-language';
import { parseCourseDocument } from '../../src/core/parse-course-document';

/** The model of a text, as a file of the given name. */
export function courseDocument(text: string, name = 'lesson.md'): CourseDocument {
  return parseCourseDocument({ uri: `file:///course/${name}`, text, version: 1 }, courseLanguageOf(name) ?? 'markdown');
}
