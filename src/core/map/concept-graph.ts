import type { Range } from 'vscode-languageserver-types';

/** A place in a course. */
export interface ConceptPlace {
  readonly uri: string;
  readonly range: Range;
}

/** One concept of a course, wherever it is drawn. */
export interface ConceptNode {
  /** The term's acronym, else made of its label; a bare id stays as it is written. Repeated ones are numbered. */
  readonly id: string;
  /** As first drawn, on one line. */
  readonly label: string;
  /** The glossary's term, if it is one. */
  readonly term: string | null;
  /** Labels that say something else than the term whose acronym the node has as its id. */
  readonly conflicts: readonly string[];
  /** All that it is called, as `plainLabel` makes them. */
  readonly names: readonly string[];
  /** Where the glossary defines it. */
  readonly defined: ConceptPlace | null;
  /** Where it is declared, one place a diagram or more. */
  readonly sources: readonly ConceptPlace[];
}

/** All arrows from one concept to another. */
export interface ConceptEdge {
  readonly from: string;
  readonly to: string;
  /** Those that differ by more than markup and case, as first written. */
  readonly labels: readonly string[];
  readonly sources: readonly ConceptPlace[];
}

/** Diagrams merged into one, in the order of their files and texts. Every edge joins two of the nodes. */
export interface ConceptGraph {
  readonly nodes: readonly ConceptNode[];
  readonly edges: readonly ConceptEdge[];
}
