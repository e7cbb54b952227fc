import type { CourseDocument, Diagram } from '../course/course-document';
import { shownText } from '../map/shown-text';
import type { DiagramEdge, DiagramNode } from '../mermaid/diagram-symbols';
import { symbolsIn } from '../mermaid/symbols-in';
import { plainLabel } from '../text/plain-label';
import type { Span } from '../text/span';
import type { CourseChange, FileStates } from './course-change';
import { type Pairs, pairUp } from './pair-up';

interface Placed {
  readonly document: CourseDocument;
  readonly diagram: Diagram;
}

/** What changed in the diagrams of one file: those with the same text are paired first, the others in their order. */
export function diffDiagrams({ before, after }: FileStates<CourseDocument>): CourseChange[] {
  const placed = (document: CourseDocument | null): Placed[] =>
    document ? document.diagrams.map((diagram) => ({ document, diagram })) : [];
  const { pairs, removed, added } = pairUp(placed(before), placed(after), [
    ({ diagram }) => diagram.content.text,
    ({ diagram }) => symbolsIn(diagram).type,
  ]);
  return [
    ...pairs.flatMap(([one, other]) =>
      one.diagram.content.text === other.diagram.content.text ? [] : diff(one, other),
    ),
    ...removed.flatMap((one) => diff(one, undefined)),
    ...added.flatMap((one) => diff(undefined, one)),
  ];
}

/** A node with its diagram, and an edge by the nodes that it joins. */
interface PlacedNode extends Placed {
  readonly node: DiagramNode;
  readonly name: string;
}
interface PlacedEdge extends Placed {
  readonly edge: DiagramEdge;
  readonly name: string;
  /** The nodes as they are after the change, so that an edge between renamed ones is the same edge. */
  readonly joins: string;
  readonly label: string;
}

function diff(before: Placed | undefined, after: Placed | undefined): CourseChange[] {
  const nodes = pairUp(nodesOf(before), nodesOf(after), [
    ({ node, name }) => (plainLabel(name) === '' ? '' : `${node.id} ${plainLabel(name)}`),
    ({ node, name }) => (node.label ? plainLabel(name) : ''),
    ({ node }) => node.id,
  ]);
  const later = new Map(nodes.pairs.map(([one, other]) => [one.node.id, other.node.id]));
  const edges = pairUp(
    edgesOf(before, (id) => later.get(id) ?? `removed ${id}`),
    edgesOf(after, (id) => id),
    [({ joins, label }) => `${joins}\n${label}`, ({ joins }) => joins],
  );
  const nodeChange = (change: CourseChange['change'], at: PlacedNode, was: PlacedNode | null): CourseChange =>
    changeOf('node', change, at, at.node.declaration, at.name, was?.name ?? null);
  const edgeChange = (change: CourseChange['change'], at: PlacedEdge, was: PlacedEdge | null): CourseChange => ({
    ...changeOf('edge', change, at, at.edge.span, at.name, null),
    before: change === 'removed' ? at.label || null : was?.label || null,
    after: change === 'removed' ? null : at.label || null,
  });
  return [
    ...listed(nodes, nodeChange, 'renamed', (one, other) => plainLabel(one.name) !== plainLabel(other.name)),
    ...listed(edges, edgeChange, 'changed', (one, other) => plainLabel(one.label) !== plainLabel(other.label)),
  ];
}

function listed<T>(
  { pairs, removed, added }: Pairs<T>,
  changeOf: (change: CourseChange['change'], at: T, was: T | null) => CourseChange,
  different: 'renamed' | 'changed',
  differ: (one: T, other: T) => boolean,
): CourseChange[] {
  return [
    ...pairs.filter(([one, other]) => differ(one, other)).map(([one, other]) => changeOf(different, other, one)),
    ...removed.map((one) => changeOf('removed', one, null)),
    ...added.map((one) => changeOf('added', one, null)),
  ];
}

const changeOf = (
  kind: CourseChange['kind'],
  change: CourseChange['change'],
  { document, diagram }: Placed,
  span: Span,
  name: string,
  was: string | null,
): CourseChange => ({
  ...{ kind, change, name, before: change === 'removed' ? name : was, after: change === 'removed' ? null : name },
  uri: document.uri,
  range: document.lines.rangeOf(diagram.content.spanToOuter(span)),
});

const nodesOf = (placed: Placed | undefined): PlacedNode[] =>
  placed
    ? symbolsIn(placed.diagram)
        .nodes.filter(({ kind }) => kind !== 'edge')
        .map((node) => ({ ...placed, node, name: nameOf(node) }))
    : [];

function edgesOf(placed: Placed | undefined, later: (id: string) => string): PlacedEdge[] {
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
