import type { Range } from 'vscode-languageserver-types';
import { plainWords } from '../../text/plain-words';

export type SearchKind = 'term' | 'heading' | 'label';

/** Something of a course that can be looked for by its name. */
export interface SearchEntry {
  readonly kind: SearchKind;
  /** As it is shown. */
  readonly text: string;
  readonly uri: string;
  /** For people: the file it stands in. */
  readonly path: string;
  readonly range: Range;
}

/** What a search has found, the best first, and how much more there is. */
export interface SearchAnswer {
  readonly hits: readonly SearchEntry[];
  readonly total: number;
}

/** An entry beside the texts that a query is compared with: what is shown first, then its other names. */
export interface Searchable {
  readonly entry: SearchEntry;
  readonly plain: string;
}

export const searchable = (entry: SearchEntry, others: readonly string[] = []): Searchable => ({
  entry,
  plain: plainWords([entry.text, ...others].join('\n')),
});
