import type { Range } from 'vscode-languageserver-types';

/** One thing that two states of a course do not have in common. */
export interface CourseChange {
  readonly kind: 'node' | 'edge' | 'term' | 'claim';
  readonly change: 'added' | 'removed' | 'renamed' | 'changed';
  /** A node's label, `A → B` of an edge, a term, the key of a claim. */
  readonly name: string;
  /** The earlier name, edge label, definition or value; null where there was none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly uri: string;
  /** In the later state; of what was removed, in the earlier. */
  readonly range: Range;
}

/** A file in two states; null where it was not there. */
export interface FileStates<T> {
  readonly before: T | null;
  readonly after: T | null;
}
