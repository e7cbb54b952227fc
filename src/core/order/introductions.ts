import type { Course } from '../course/course';
import { fileTerms } from '../glossary/file-terms';
import { isGlossaryFile, isGlossaryTitle, isInGlossaryFolder } from '../glossary/glossary-title';
import type { PlacedEntry, Term } from '../glossary/term';
import { fileLesson } from './file-lesson';

/** Whether a file is a glossary, where words are looked up: nobody reads it in its place. */
export function isGlossaryPage(course: Course, uri: string): boolean {
  const title = course.fact(fileLesson, uri)?.title;
  return isGlossaryFile(uri) || isInGlossaryFolder(uri) || (title ? isGlossaryTitle(title) : false);
}

/**
 * The definitions of a term that lessons announce as such, in the order of their files: what merely looks like one may tell
 * of something else, and a long list of words is there to look them up, wherever it stands.
 */
export const introductions = (course: Course, { entries }: Term): readonly PlacedEntry[] =>
  entries.filter(({ uri, entry }) => entry.announced && !isGlossaryPage(course, uri) && !isLongList(course, uri));

/** Of one lesson's new terms a reader keeps a handful in mind. */
const mostIntroduced = 12;

const isLongList = (course: Course, uri: string): boolean => {
  const entries = course.fact(fileTerms, uri)?.entries ?? [];
  return entries.length > mostIntroduced && entries.filter(({ announced }) => announced).length > mostIntroduced;
};
