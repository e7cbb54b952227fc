import type { CourseDocument } from './course-document';

/** Something small to know about each file of a course, kept after the file's text is let go. */
export interface Fact<T> {
  readonly name: string;
  of(document: CourseDocument): T;
  /** For a value that holds more than plain data: as plain data that may be cloned to another thread. */
  pack?(value: T): unknown;
  /** The value again, on that thread. */
  unpack?(packed: unknown): T;
}

/** The facts of one file as plain data, in the order of their list. */
export type PackedFacts = readonly unknown[];

export const packFacts = (document: CourseDocument, facts: readonly Fact<unknown>[]): PackedFacts =>
  facts.map((fact) => {
    const value = fact.of(document);
    return fact.pack ? fact.pack(value) : value;
  });

export const unpackFacts = (packed: PackedFacts, facts: readonly Fact<unknown>[]): Map<Fact<unknown>, unknown> =>
  new Map(facts.map((fact, i) => [fact, fact.unpack ? fact.unpack(packed[i]) : packed[i]]));
