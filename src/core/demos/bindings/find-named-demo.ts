import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { nearestKey } from '../nearest-key';
import { type BoundNumber, type FileNumbers, fileNumbers, type NamedDemo, numbersOf } from './file-numbers';

/** A named demo and the file that it stands in. */
export interface FoundDemo {
  readonly uri: string;
  readonly demo: NamedDemo;
}

/** A bound number and the file that it stands in. */
export interface FoundNumber {
  readonly uri: string;
  readonly number: BoundNumber;
}

/** What is known of the files of a course, by their URIs. */
export type CourseNumbers = ReadonlyMap<string, FileNumbers>;

/** The named demos and bound numbers of a course, those of the document as it stands. */
export const courseNumbers = (course: Course, document: CourseDocument): CourseNumbers =>
  new Map([...course.all(fileNumbers), [document.uri, numbersOf(document)]]);

/** The named demos of a course as a file sees them: its own first, then those of the nearest folders. */
export const namedDemos = (files: CourseNumbers, from: string): FoundDemo[] =>
  [...files]
    .flatMap(([uri, { demos }]) => demos.map((demo) => ({ uri, demo })))
    .sort((a, b) => distanceTo(from, a.uri) - distanceTo(from, b.uri));

/**
 * The demos that an id may mean in a file: one of its own, else those of the nearest folder. More than one where that
 * leaves a choice.
 */
export function demosMeant(files: CourseNumbers, from: string, id: string): FoundDemo[] {
  const called = namedDemos(files, from).filter(({ demo }) => demo.id === id);
  const nearest = called[0] && distanceTo(from, called[0].uri);
  const meant = called.filter(({ uri }) => distanceTo(from, uri) === nearest);
  // Of two in one file the first counts; the second is marked where it stands.
  return meant.filter(({ uri }, i) => meant.findIndex((other) => other.uri === uri) === i);
}

/** The numbers of a course that are bound to a demo, file after file. */
export function numbersBoundTo(files: CourseNumbers, { uri, demo }: FoundDemo): FoundNumber[] {
  const isMeant = (from: string): boolean => {
    const [meant, ...others] = demosMeant(files, from, demo.id);
    return others.length === 0 && meant?.uri === uri && meant.demo.span.start === demo.span.start;
  };
  return [...files].flatMap(([from, { bound }]) => {
    const called = bound.filter(({ address }) => address.id === demo.id);
    return called.length > 0 && isMeant(from) ? called.map((number) => ({ uri: from, number })) : [];
  });
}

/** The id of the course that one which nothing is called by most likely means. */
export const nearestId = (files: CourseNumbers, from: string, id: string): string | undefined =>
  nearestKey(id, [...new Set(namedDemos(files, from).map(({ demo }) => demo.id))]);

/** How many folders lie between two files; less than nothing for one and the same. */
function distanceTo(from: string, to: string): number {
  if (from === to) return -1;
  const [a, b] = [from.split('/').slice(0, -1), to.split('/').slice(0, -1)];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return a.length + b.length - 2 * same;
}
