import type { Position, Range } from 'vscode-languageserver-types';
import type { DiagramSubject } from '../protocol';

/**
 * The node that a cursor belongs to: the one whose id or label it is in, else the nearest on its line, so that a cursor
 * on an arrow lights what stands beside it. Null on a line without nodes.
 */
export function nodeAt(subject: DiagramSubject, position: Position): string | null {
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
  return nearest;
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
