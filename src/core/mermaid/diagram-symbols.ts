import type { Span } from '../text/span';
import type { ReadType } from './diagram-type';

/** What a scan found in one diagram, in offsets of the diagram's own text. Ids belong to this diagram alone. */
export interface DiagramSymbols {
  readonly type: ReadType;
  /** The keyword that opens the diagram; an empty span at its start where there is none. */
  readonly header: Span;
  /**
   * Nodes, participants, classes, states, entities, tasks, branches: one an id, in order of first appearance. Where ids
   * name nothing but themselves (mindmap, timeline, …) two nodes may have the same.
   */
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** Compound statements (`subgraph … end`, `alt … end`, `class { }`), outer before inner. */
  readonly groups: readonly DiagramGroup[];
  /** Style classes, by `classDef` or by use. */
  readonly classes: readonly DiagramClass[];
}

export interface DiagramLabel {
  /** As shown: without brackets, quotes and markup escapes. */
  readonly text: string;
  /** The label's text between its delimiters, quotes and blanks at its ends excluded. */
  readonly span: Span;
  readonly quoted: boolean;
}

export type OccurrenceRole = 'declaration' | 'edge' | 'member' | 'style' | 'class' | 'click' | 'note' | 'other';

export interface Occurrence {
  readonly span: Span;
  readonly role: OccurrenceRole;
}

export interface DiagramNode {
  readonly id: string;
  /**
   * The field's word in its diagram type: `node`, `participant`, `class`, `state`, `entity`, `task`, `branch`, …
   * A group with an id is a node too (`subgraph`, `namespace`, …), and so is an edge that has a name (`edge`).
   */
  readonly kind: string;
  /** The label that the picture shows; the last one given, as Mermaid does. */
  readonly label?: DiagramLabel;
  /** Every label given to the id, in text order. */
  readonly labels: readonly DiagramLabel[];
  /** The id where it is declared: at its first label, else its first appearance. */
  readonly declaration: Span;
  /** Every place of the id, in text order. None is a `declaration` where nothing but styles, classes and clicks names the id. */
  readonly occurrences: readonly Occurrence[];
  /** The innermost group around the declaration, as an index into `groups`. */
  readonly group?: number;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly arrow: Span;
  readonly label?: DiagramLabel;
  /** From the first id to the second. */
  readonly span: Span;
}

export interface DiagramGroup {
  /** The keyword that opens it: `subgraph`, `alt`, `class`, `namespace`, `section`, … */
  readonly kind: string;
  readonly id?: string;
  readonly idSpan?: Span;
  readonly label?: DiagramLabel;
  /** The keyword or brace that opens it. */
  readonly opener: Span;
  /** Opener to closer, or to the end of the diagram when it is not closed. */
  readonly span: Span;
  readonly closed: boolean;
  readonly parent?: number;
}

export interface DiagramClass {
  readonly name: string;
  /** The name in its first `classDef`; absent for a class that is only used. */
  readonly declaration?: Span;
  /** Every place of the name, the declaration among them, in text order. */
  readonly occurrences: readonly Span[];
}
