import type { CourseDocument } from '../../../src/core/course/course-document';
import { parseCourseDocument } from '../../../src/core/parse-course-document';

export const readMarkdown = (text: string): CourseDocument =>
  parseCourseDocument({ uri: 'file:///course/a.md', text, version: 1 }, 'markdown');

export const readPython = (text: string): CourseDocument =>
  parseCourseDocument({ uri: 'file:///course/app.py', text, version: 1 }, 'python');
