import type { Course } from '../course/course';
import { getOrSet } from '../get-or-set';
import { fileLinks } from '../links/file-links';
import { decoded } from '../text/decoded';
import { type Nearness, nearest } from '../text/nearest';
import { plainLabel } from '../text/plain-label';
import { fileLesson, type WrittenNeed } from './file-lesson';
import { pageNamed } from './page-named';

/** A need and the lesson that it names. */
export interface StatedNeed extends WrittenNeed {
  readonly uri: string;
}

/** Which lessons of a course need which, as their front matter states it. */
export class StatedNeeds {
  readonly #course: Course;
  readonly #needs = new Map<string, readonly StatedNeed[]>();
  #names: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(course: Course) {
    this.#course = course;
    const files = new Set(course.uris);
    for (const [uri, { needs }] of course.all(fileLesson)) {
      if (needs.length === 0) continue;
      const found = needs.flatMap((need): StatedNeed[] => {
        const lesson = this.#lesson(need.name, uri, files);
        return lesson === undefined ? [] : [{ ...need, uri: lesson }];
      });
      if (found.length > 0) this.#needs.set(uri, found);
    }
  }

  /** Whether no lesson states any. */
  get isEmpty(): boolean {
    return this.#needs.size === 0;
  }

  /** What a lesson needs, in the order of its front matter; a name that means no lesson of the course is left out. */
  of(uri: string): readonly StatedNeed[] {
    return this.#needs.get(uri) ?? [];
  }

  /** A shortest way from a lesson to one that it needs, both ends in; undefined where it does not need it. */
  chain(from: string, to: string): readonly string[] | undefined {
    const cameFrom = new Map<string, string | undefined>(this.of(from).map(({ uri }) => [uri, undefined]));
    // A map is walked in the order of its insertions, those made meanwhile too: it is the queue.
    for (const uri of cameFrom.keys()) {
      if (uri === to) break;
      for (const next of this.of(uri)) if (!cameFrom.has(next.uri)) cameFrom.set(next.uri, uri);
    }
    if (!cameFrom.has(to)) return undefined;
    const way: string[] = [];
    for (let uri: string | undefined = to; uri !== undefined; uri = cameFrom.get(uri)) way.unshift(uri);
    return [from, ...way];
  }

  /** The lesson that a name means: by its path, else by its title, its file's name or another name that it gives itself. */
  lesson(name: string, from: string): string | undefined {
    return this.#lesson(name, from, new Set(this.#course.uris));
  }

  /** How many lessons are called so. */
  called(name: string): number {
    return this.#lessonsByName.get(plainLabel(name))?.length ?? 0;
  }

  /** The title, or else the file's name, of the one lesson whose name is at most a few letters away. */
  near(name: string): string | undefined {
    const [found] = nearest(name, this.#lessonsByName.keys(), nearness, (one) => one);
    const [only, ...others] = (found !== undefined && this.#lessonsByName.get(found)) || [];
    if (only === undefined || others.length > 0) return undefined;
    return this.#course.fact(fileLesson, only)?.title ?? decoded(only.slice(only.lastIndexOf('/') + 1));
  }

  get #lessonsByName(): ReadonlyMap<string, readonly string[]> {
    this.#names ??= namesOf(this.#course);
    return this.#names;
  }

  #lesson(name: string, from: string, files: ReadonlySet<string>): string | undefined {
    const { root } = this.#course;
    const path = pageNamed(files, name, from, root) ?? pageNamed(files, name, `${root}/page`, root);
    if (path !== undefined) return path;
    const [only, ...others] = this.#lessonsByName.get(plainLabel(name)) ?? [];
    return others.length === 0 ? only : undefined;
  }
}

/** Up to a third of the letters, and no more than three. */
const nearness: Nearness = {
  plain: plainLabel,
  most: (word) => Math.min(3, Math.floor(word.length / 3)),
  swaps: true,
};

function namesOf(course: Course): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const [uri, { title }] of course.all(fileLesson)) {
    const stem = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.\w+$/, '');
    const own = course.fact(fileLinks, uri)?.names;
    const called = [
      title ?? '',
      stem,
      stem.replace(/^\d+[-_. ]+/, ''),
      ...(own?.aliases ?? []),
      ...(own?.addresses ?? []),
    ];
    for (const name of new Set(called.map(plainLabel))) if (name !== '') getOrSet(names, name, () => []).push(uri);
  }
  return names;
}

const known = new WeakMap<Course, { readonly revision: number; readonly needs: StatedNeeds }>();

/** The stated needs of a course as its files stand now. */
export function statedNeeds(course: Course): StatedNeeds {
  const last = known.get(course);
  if (last?.revision === course.revision) return last.needs;
  const needs = new StatedNeeds(course);
  known.set(course, { revision: course.revision, needs });
  return needs;
}
