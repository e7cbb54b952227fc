import type { Course } from '../course/course';
import { getOrSet } from '../get-or-set';
import { glossaryOf } from '../glossary/glossary';
import type { Term } from '../glossary/term';
import { nearest } from '../text/nearest';
import { plainLabel } from '../text/plain-label';
import { fileLesson } from './file-lesson';
import { introductions } from './introductions';
import { type LessonGraph, lessonGraph } from './lesson-graph';
import { statedNeeds } from './stated-needs';

/** A lesson of a list to read. */
export interface LessonToRead {
  readonly uri: string;
  readonly title: string | null;
  /** The terms that lessons further down the list use and this one defines. */
  readonly terms: readonly string[];
}

/** What to read between two lessons. */
export interface ReadingList {
  /** The lesson that is known, with all that it needs. */
  readonly from: LessonToRead;
  /** What is missing from there, each behind what it needs, the lesson to arrive at last; empty where all is known. */
  readonly read: readonly LessonToRead[];
}

/**
 * What has to be read to arrive at the lesson of one name, by those who have read the lesson of the other and all that it
 * needs. A name is a term's, a lesson's title or its path. Undefined where one of them is of no lesson.
 */
export async function readingList(course: Course, from: string, to: string): Promise<ReadingList | undefined> {
  const graph = await lessonGraph(course);
  const [start, end] = [lessonOf(course, from, graph), lessonOf(course, to, graph)];
  if (start === undefined || end === undefined || start === end) return undefined;
  const known = closure(graph, start, new Set());
  const missing = closure(graph, end, known);
  const ordered = inOrder(graph, missing, end);
  const needed = new Map<string, Set<string>>();
  for (const uri of ordered) {
    for (const [other, { terms }] of graph.needs.get(uri) ?? []) {
      for (const term of terms) getOrSet(needed, other, () => new Set()).add(term);
    }
  }
  const lesson = (uri: string): LessonToRead => ({
    uri,
    title: course.fact(fileLesson, uri)?.title ?? null,
    terms: [...(needed.get(uri) ?? [])],
  });
  return { from: lesson(start), read: ordered.map(lesson) };
}

/** What a name means where lessons are looked for. */
export interface LessonCalled {
  /** The lesson that introduces the term, else the one that is called so. */
  readonly uri?: string;
  /** Where a term is defined that no lesson introduces: in a glossary, say. */
  readonly definedIn?: string;
  /** What the name may be a slip of, where it means nothing. */
  readonly near: readonly string[];
}

export async function lessonCalled(course: Course, name: string): Promise<LessonCalled> {
  const graph = await lessonGraph(course);
  const uri = lessonOf(course, name, graph);
  if (uri !== undefined) return { uri, near: [] };
  const definedIn = termCalled(course, name)?.entries[0]?.uri;
  if (definedIn !== undefined) return { definedIn, near: [] };
  const titles = graph.order.uris.flatMap((one) => course.fact(fileLesson, one)?.title ?? []);
  const terms = glossaryOf(course).terms.filter((term) => introductions(course, term).length > 0);
  const most = (word: string) => Math.max(1, Math.floor(word.length / 3));
  const names = [...terms.map((term) => term.name), ...titles];
  const near = nearest(name, names, { plain: plainLabel, most, swaps: true }, (one) => one);
  return { near: [...new Set(near)].slice(0, mostOffered) };
}

const mostOffered = 3;

/** The lesson that introduces a term, else the one that is called so. */
function lessonOf(course: Course, name: string, { order }: LessonGraph): string | undefined {
  const term = termCalled(course, name);
  const homes = new Set(term ? introductions(course, term).map(({ uri }) => uri) : []);
  const home = order.uris.find((uri) => homes.has(uri));
  if (home !== undefined) return home;
  const wanted = plainLabel(name);
  const titled = (uri: string) => wanted !== '' && plainLabel(course.fact(fileLesson, uri)?.title ?? '') === wanted;
  return statedNeeds(course).lesson(name, `${course.root}/page`) ?? order.uris.find(titled);
}

function termCalled(course: Course, name: string): Term | undefined {
  const glossary = glossaryOf(course);
  return glossary.named(name) ?? glossary.withAcronym(name)[0];
}

/** A lesson and all that it needs, through others too, but for what is known. */
function closure({ needs }: LessonGraph, start: string, known: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(known.has(start) ? [] : [start]);
  // A set is walked in the order of its insertions, those made meanwhile too: it is the queue.
  for (const uri of found) for (const next of needs.get(uri)?.keys() ?? []) if (!known.has(next)) found.add(next);
  return found;
}

/** Each behind what it needs, in the order of reading where that leaves a choice; what needs itself through others is cut there. */
function inOrder({ order, needs }: LessonGraph, lessons: ReadonlySet<string>, last: string): readonly string[] {
  const places = new Map(order.uris.map((uri, i) => [uri, i]));
  const byPlace = (a: string, b: string): number => (places.get(a) ?? 0) - (places.get(b) ?? 0);
  const done = new Set<string>();
  const begun = new Set<string>();
  // By a stack of our own: the needs of a long course may be as deep as it is long.
  const visit = (start: string): void => {
    const stack: { readonly uri: string; readonly rest: string[] }[] = [];
    const enter = (uri: string): void => {
      if (begun.has(uri)) return;
      begun.add(uri);
      const rest = [...(needs.get(uri)?.keys() ?? [])].filter((next) => lessons.has(next)).sort(byPlace);
      stack.push({ uri, rest: rest.reverse() });
    };
    enter(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.rest.pop();
      if (next !== undefined) enter(next);
      else {
        done.add(top.uri);
        stack.pop();
      }
    }
  };
  for (const uri of [...lessons].filter((one) => one !== last).sort(byPlace)) visit(uri);
  visit(last);
  const ordered = [...done].filter((uri) => uri !== last);
  return lessons.has(last) ? [...ordered, last] : ordered;
}
