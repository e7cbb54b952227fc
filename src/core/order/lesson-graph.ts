import type { Course } from '../course/course';
import { getOrSet } from '../get-or-set';
import { glossaryOf } from '../glossary/glossary';
import type { Term } from '../glossary/term';
import { fileLinks } from '../links/file-links';
import { introductions } from './introductions';
import { pageNamed } from './page-named';
import { type ReadingOrder, readingOrder } from './reading-order';
import { statedNeeds } from './stated-needs';

/** Why one lesson needs another. */
export interface LessonNeed {
  /** Names of the terms that it uses and the other defines, in the order of the glossary. */
  readonly terms: readonly string[];
  /** Whether its front matter says so. */
  readonly stated: boolean;
  /** Whether it links back to the other, which comes before it. */
  readonly linked: boolean;
}

/** Which lessons of a course need which. */
export interface LessonGraph {
  readonly order: ReadingOrder;
  /** What each lesson needs, by URI: itself never. */
  readonly needs: ReadonlyMap<string, ReadonlyMap<string, LessonNeed>>;
}

/**
 * A lesson needs one that defines a term which it uses, one that it links back to, and what its front matter names. Where the
 * course says which of two comes first, the first never needs the second.
 */
export async function lessonGraph(course: Course): Promise<LessonGraph> {
  const order = await readingOrder(course);
  const places = new Map(order.uris.map((uri, i) => [uri, i]));
  const drafts = new Map<string, Map<string, { terms: string[]; stated: boolean; linked: boolean }>>();
  const draft = (from: string, to: string) =>
    getOrSet(
      getOrSet(drafts, from, () => new Map()),
      to,
      () => ({ terms: [], stated: false, linked: false }),
    );
  const glossary = glossaryOf(course);
  for (const term of glossary.terms) {
    const home = homeOf(course, term, places);
    if (home === undefined) continue;
    const defining = new Set(term.entries.map(({ uri }) => uri));
    const users = new Set<string>();
    for (const { uri } of glossary.usesOf(term)) users.add(uri);
    for (const user of users) {
      if (!defining.has(user) && order.isBefore(user, home) !== true) draft(user, home).terms.push(term.name);
    }
  }
  const stated = statedNeeds(course);
  const files = new Set(course.uris);
  for (const [uri, { links }] of course.all(fileLinks)) {
    for (const need of stated.of(uri)) if (need.uri !== uri) draft(uri, need.uri).stated = true;
    for (const { kind, target } of links) {
      if (kind === 'image' || kind === 'embed') continue;
      const page = pageNamed(files, target, uri, course.root);
      if (page !== undefined && page !== uri && order.isBefore(page, uri)) draft(uri, page).linked = true;
    }
  }
  return { order, needs: drafts };
}

/** The first lesson, in the order of reading, that introduces a term. */
function homeOf(course: Course, term: Term, places: ReadonlyMap<string, number>): string | undefined {
  const uris = introductions(course, term).map(({ uri }) => uri);
  return uris.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))[0];
}
