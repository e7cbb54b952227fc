import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { nearestKey } from '../nearest-key';
import { type FileNumbers, fileNumbers, type NamedDemo, numbersOf } from './file-numbers';

/** A named demo and the file that it stands in. */
export interface FoundDemo {
  readonly uri: string;
  readonly demo: NamedDemo;
}

/** The named demos of a course as a document sees them: its own first, then those of the nearest folders. */
export function namedDemos(course: Course, document: CourseDocument): FoundDemo[] {
  const found: FoundDemo[] = [];
  for (const [uri, { demos }] of numbersOfCourse(course, document)) for (const demo of demos) found.push({ uri, demo });
  return found.sort((a, b) => distanceTo(document.uri, a.uri) - distanceTo(document.uri, b.uri));
}

/**
 * The demos that an id may mean in a document: one of its own, else those of the nearest folder. More than one where that
 * leaves a choice.
 */
export function demosMeant(course: Course, document: CourseDocument, id: string): FoundDemo[] {
  const called = namedDemos(course, document).filter(({ demo }) => demo.id === id);
  const nearest = called[0] && distanceTo(document.uri, called[0].uri);
  const meant = called.filter(({ uri }) => distanceTo(document.uri, uri) === nearest);
  // Of two in one file the first counts; the second is marked where it stands.
  return meant.filter(({ uri }, i) => meant.findIndex((other) => other.uri === uri) === i);
}

/** The id of the course that one which nothing is called by most likely means. */
export const nearestId = (course: Course, document: CourseDocument, id: string): string | undefined =>
  nearestKey(id, [...new Set(namedDemos(course, document).map(({ demo }) => demo.id))]);

/** What is known of the files of a course, the document's own as it stands. */
export function* numbersOfCourse(
  course: Course,
  document: CourseDocument,
): Iterable<readonly [uri: string, numbers: FileNumbers]> {
  yield [document.uri, numbersOf(document)];
  for (const [uri, numbers] of course.all(fileNumbers)) if (uri !== document.uri) yield [uri, numbers];
}

/** How many folders lie between two files; less than nothing for one and the same. */
function distanceTo(from: string, to: string): number {
  if (from === to) return -1;
  const [a, b] = [from.split('/').slice(0, -1), to.split('/').slice(0, -1)];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return a.length + b.length - 2 * same;
}
