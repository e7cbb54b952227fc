import type { CourseDocument } from '../course/course-document';
import type { Span } from '../text/span';
import type { CourseChange, FileStates } from './course-change';
import {
  isRenamed,
  type PlacedDiagram,
  type PlacedEdge,
  type PlacedNode,
  pairDiagrams,
  pairParts,
} from './diagram-parts';
import type { Pairs } from './pair-up';

/** What changed in the diagrams of one file. */
export function diffDiagrams(states: FileStates<CourseDocument>): CourseChange[] {
  const { pairs, removed, added } = pairDiagrams(states);
  return [
    ...pairs.flatMap(([one, other]) =>
      one.diagram.content.text === other.diagram.content.text ? [] : diff(one, other),
    ),
    ...removed.flatMap((one) => diff(one, undefined)),
    ...added.flatMap((one) => diff(undefined, one)),
  ];
}

function diff(before: PlacedDiagram | undefined, after: PlacedDiagram | undefined): CourseChange[] {
  const { nodes, edges } = pairParts(before, after);
  const nodeChange = (change: CourseChange['change'], at: PlacedNode, was: PlacedNode | null): CourseChange =>
    changeOf('node', change, at, at.node.declaration, at.name, was?.name ?? null);
  const edgeChange = (change: CourseChange['change'], at: PlacedEdge, was: PlacedEdge | null): CourseChange => ({
    ...changeOf('edge', change, at, at.edge.span, at.name, null),
    before: change === 'removed' ? at.label || null : was?.label || null,
    after: change === 'removed' ? null : at.label || null,
  });
  return [
    ...listed(nodes, nodeChange, 'renamed', (one, other) => isRenamed(one.name, other.name)),
    ...listed(edges, edgeChange, 'changed', (one, other) => isRenamed(one.label, other.label)),
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
  { document, diagram }: PlacedDiagram,
  span: Span,
  name: string,
  was: string | null,
): CourseChange => ({
  ...{ kind, change, name, before: change === 'removed' ? name : was, after: change === 'removed' ? null : name },
  uri: document.uri,
  range: document.lines.rangeOf(diagram.content.spanToOuter(span)),
});
