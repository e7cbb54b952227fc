import type { SourceFile } from '../workspace';
import type { CourseDocument, CourseLanguage } from './course-document';

/** Reads a text into its frozen model. Never throws on any text. A course is given one: what a text means lies above it. */
export type CourseParser = (file: SourceFile, language: CourseLanguage) => CourseDocument;
