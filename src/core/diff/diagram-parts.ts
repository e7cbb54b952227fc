import type { CourseDocument, Diagram } from '../course/course-document';
import { say } from '../l10n/say';
import { shownText } from '../map/shown-text';
import type { DiagramEdge, DiagramNode } from '../mermaid/diagram-symbols';
import { symbolsIn } from '../mermaid/symbols-in';
import { plainLabel } from '../text/plain-label';
import type { FileStates } from './course-change';
import { type Pairs, pairUp } from './pair-up';

/** A diagram and the file that it stands in. */
export interface PlacedDiagram {
  readonly document: CourseDocument;
  readonly diagram: Diagram;
}

/** A node with its diagram, and an edge by the nodes that it joins. */
export interface PlacedNode extends PlacedDiagram {
  readonly node: DiagramNode;
  readonly name: string;
}
export interface PlacedEdge extends PlacedDiagram {
  readonly edge: DiagramEdge;
  readonly name: string;
  /** The nodes as they are after the change, so that an edge between renamed ones is the same edge. */
  readonly joins: string;
  readonly label: string;
}

/** The diagrams of one file in two states: those with the same text are paired first, the others in their order. */
export function pairDiagrams({ before, after }: FileStates<CourseDocument>): Pairs<PlacedDiagram> {
  const placed = (document: CourseDocument | null): PlacedDiagram[] =>
    document ? document.diagrams.map((diagram) => ({ document, diagram })) : [];
  return pairUp(placed(before), placed(after), [
    ({ diagram }) => diagram.content.text,
    ({ diagram }) => symbolsIn(diagram).type,
  ]);
}

/** The nodes and edges of a diagram in two states: a node is the same by its label, else by its id. */
export function pairParts(before: PlacedDiagram | undefined, after: PlacedDiagram | undefined) {
  const nodes = pairUp(nodesOf(before), nodesOf(after), [
    ({ node, name }) => (plainLabel(name) === '' ? '' : `${node.id} ${plainLabel(name)}`),
    ({ node, name }) => (node.label ? plainLabel(name) : ''),
    ({ node }) => node.id,
  ]);
  const later = new Map(nodes.pairs.map(([one, other]) => [one.node.id, other.node.id]));
  const edges = pairUp(
    edgesOf(before, (id) => later.get(id) ?? say`removed ${id}`),
    edgesOf(after, (id) => id),
    [({ joins, label }) => `${joins}\n${label}`, ({ joins }) => joins],
  );
  return { nodes, edges, later };
}

/** Whether two names or labels are another one to a reader. */
export const isRenamed = (before: string, after: string): boolean => plainLabel(before) !== plainLabel(after);

const nodesOf = (placed: PlacedDiagram | undefined): PlacedNode[] =>
  placed
    ? symbolsIn(placed.diagram)
        .nodes.filter(({ kind }) => kind !== 'edge')
        .map((node) => ({ ...placed, node, name: nameOf(node) }))
    : [];

function edgesOf(placed: PlacedDiagram | undefined, later: (id: string) => string): PlacedEdge[] {
  if (!placed) return [];
  const { nodes, edges } = symbolsIn(placed.diagram);
  const names = new Map(nodes.map((node) => [node.id, nameOf(node)]));
  return edges.map((edge) => ({
    ...placed,
    edge,
    name: `${names.get(edge.from) ?? edge.from} → ${names.get(edge.to) ?? edge.to}`,
    joins: `${later(edge.from)} ${later(edge.to)}`,
    label: edge.label ? shownText(edge.label.text) : '',
  }));
}

const nameOf = ({ id, label }: DiagramNode): string => (label && shownText(label.text)) || id;
