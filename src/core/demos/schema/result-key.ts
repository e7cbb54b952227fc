import type { ResultUnit } from '../claims/units';
import type { Numeric } from '../result';

/** One number, list or word that a demo gives. */
export interface ResultKey<out T = unknown> extends ResultNotes {
  /** Its axes, `[heads][queries][keys]`; absent for a single number. */
  readonly axes?: string;
  /** Carries the result's type; never there. */
  readonly resultType?: T;
}

interface ResultNotes {
  readonly meaning: string;
  /** Why it is null where it is, to follow a colon. */
  readonly absent?: string;
  /** TeX, without dollars. */
  readonly formula?: string;
  /** What it counts; absent for shares and other bare numbers. */
  readonly unit?: ResultUnit;
}

export type ResultKeys = Readonly<Record<string, ResultKey>>;

/** The results that a demo gives under these keys. */
export type ResultsOf<K extends ResultKeys> = {
  readonly [P in keyof K]: K[P] extends ResultKey<infer T> ? T : never;
};

export const oneNumber = (notes: ResultNotes): ResultKey<Numeric> => notes;

export const oneWord = (notes: ResultNotes): ResultKey<string> => notes;

export const perhapsWord = (notes: ResultNotes): ResultKey<string | null> => notes;

export const wordList = (axes: `[${string}]`, notes: ResultNotes): ResultKey<readonly string[]> => ({ axes, ...notes });

export const numberList = (axes: `[${string}]`, notes: ResultNotes): ResultKey<readonly Numeric[]> => ({
  axes,
  ...notes,
});

/** What a table holds, where there is one. */
export const perhapsNumberList = (axes: `[${string}]`, notes: ResultNotes): ResultKey<readonly Numeric[] | null> => ({
  axes,
  ...notes,
});

export const perhapsNumberRows = (
  axes: `[${string}][${string}]`,
  notes: ResultNotes,
): ResultKey<readonly (readonly Numeric[])[] | null> => ({ axes, ...notes });

export const perhapsNumberStack = (
  axes: `[${string}][${string}][${string}]`,
  notes: ResultNotes,
): ResultKey<readonly (readonly (readonly Numeric[])[])[] | null> => ({ axes, ...notes });

/** Rows of numbers. */
export const numberRows = (
  axes: `[${string}][${string}]`,
  notes: ResultNotes,
): ResultKey<readonly (readonly Numeric[])[]> => ({ axes, ...notes });

/** A list of rows of numbers, one for each head. */
export const numberStack = (
  axes: `[${string}][${string}][${string}]`,
  notes: ResultNotes,
): ResultKey<readonly (readonly (readonly Numeric[])[])[]> => ({ axes, ...notes });
