import type { Position, Range } from 'vscode-languageserver-types';
import type { DiagramPart, DiagramSubject } from '../protocol';

/**
 * The part of a diagram that a cursor belongs to: the node whose id or label it is in, else the connection around it, else
 * the nearest node on its line, else the innermost group. Null outside of all.
 */
export function partAt(subject: DiagramSubject, position: Position): DiagramPart | null {
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of subject.nodes) {
    for (const range of node.ranges) {
      const distance = distanceTo(range, position);
      if (distance >= least) continue;
      least = distance;
      nearest = node.id;
    }
  }
  if (nearest !== null && least === 0) return { node: nearest };
  const edge = innermost(subject.edges, position);
  if (edge !== undefined) return { edge };
  if (nearest !== null) return { node: nearest };
  const group = innermost(subject.groups, position);
  return group === undefined ? null : { group };
}

/** The last to begin of those around a position: groups and chained connections stand within one another. */
function innermost(parts: readonly { readonly range: Range }[], position: Position): number | undefined {
  let found: number | undefined;
  for (const [index, { range }] of parts.entries()) {
    if (!isInside(range, position)) continue;
    if (found === undefined || isInside(parts[found]!.range, range.start)) found = index;
  }
  return found;
}

/** Characters from the range to the position on the same line; none inside, infinite on other lines. */
function distanceTo({ start, end }: Range, { line, character }: Position): number {
  if (line < start.line || line > end.line) return Number.POSITIVE_INFINITY;
  if (line === start.line && character < start.character) return start.character - character;
  if (line === end.line && character > end.character) return character - end.character;
  return 0;
}

/** Whether a position stands in a range, its end included. */
export const isInside = ({ start, end }: Range, { line, character }: Position): boolean =>
  (line > start.line || (line === start.line && character >= start.character)) &&
  (line < end.line || (line === end.line && character <= end.character));
