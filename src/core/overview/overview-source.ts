import type { ConceptGraph } from '../map/concept-graph';
import type { OutlineKind } from '../outline/outline-item';

/** An entry of a file's outline. */
export interface SourceItem {
  readonly title: string;
  readonly number: string | null;
  readonly kind: OutlineKind;
  /** Depth of a heading; undefined for any other kind. */
  readonly level: number | undefined;
  /** What a link to it, or to the section around it, ends in, without `#`; null where nothing can be linked to. */
  readonly anchor: string | null;
  /** Zero-based lines, from its own to the last that belongs to it. */
  readonly line: number;
  readonly lastLine: number;
  readonly children: readonly SourceItem[];
}

/** A definition of the course's glossaries. */
export interface SourceTerm {
  readonly term: string;
  readonly acronym: string | null;
  readonly aliases: readonly string[];
  readonly emoji: string | null;
  readonly definition: string | null;
  readonly uri: string;
  readonly line: number;
  /** The section that it stands in. */
  readonly anchor: string | null;
}

/** Code that a file holds: a fence by the word behind its backticks, or the whole of a Python file. */
export interface SourceCode {
  readonly language: string;
  readonly text: string;
}

/** What stands under one heading, up to the next, or before the first. */
export interface SourcePassage {
  /** As a reader sees it; null before the first heading. */
  readonly title: string | null;
  readonly anchor: string | null;
  readonly line: number;
  readonly code: readonly SourceCode[];
  /** Its paragraphs and cells as written, one a line or more. */
  readonly prose: string;
}

export interface SourceFile {
  readonly uri: string;
  /** From the overview to the file, with forward slashes. */
  readonly path: string;
  readonly items: readonly SourceItem[];
  readonly passages: readonly SourcePassage[];
}

/** A file that lists packages: `requirements.txt`, `pyproject.toml`, `package.json`. */
export interface SourceManifest {
  readonly path: string;
  readonly uri: string;
  readonly text: string;
}

/** All that an overview is made from: nothing that is not here stands in it. */
export interface OverviewSource {
  /** The name of the course's folder, used where no title names the course. */
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly terms: readonly SourceTerm[];
  readonly graph: ConceptGraph;
  readonly manifests: readonly SourceManifest[];
  /** Languages whose translations are left aside. */
  readonly translations: readonly string[];
}
