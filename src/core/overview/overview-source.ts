import type { ConceptGraph } from '../map/concept-graph';
import type { OutlineKind } from '../outline/outline-item';

/** An entry of a file's outline. */
export interface SourceItem {
  readonly title: string;
  readonly number: string | null;
  readonly kind: OutlineKind;
  /** What a link to it ends in, without `#`; null where nothing can be linked to. */
  readonly anchor: string | null;
  readonly children: readonly SourceItem[];
}

/** A definition of the course's glossaries. */
export interface SourceTerm {
  readonly term: string;
  readonly acronym: string | null;
  readonly emoji: string | null;
  readonly definition: string | null;
  readonly uri: string;
}

/** Code that a file holds: a fence by the word behind its backticks, or the whole of a Python file. */
export interface SourceCode {
  readonly language: string;
  readonly text: string;
}

export interface SourceFile {
  readonly uri: string;
  /** From the overview to the file, with forward slashes. */
  readonly path: string;
  readonly items: readonly SourceItem[];
  readonly code: readonly SourceCode[];
  /** All its text, for what is told in prose. */
  readonly text: string;
}

/** All that an overview is made from: nothing that is not here stands in it. */
export interface OverviewSource {
  /** The name of the course's folder, used where no title names the course. */
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly terms: readonly SourceTerm[];
  readonly graph: ConceptGraph;
}
