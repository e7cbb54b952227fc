import type { Point, Size } from './viewport';

export type Direction = 'up' | 'down' | 'left' | 'right';

export type Box = Point & Size;

/**
 * Which box an arrow key leads to: the nearest one in that direction, what lies straight ahead before what lies aside.
 * Undefined at the edge of the picture.
 */
export function neighbour(boxes: readonly Box[], from: number, direction: Direction): number | undefined {
  const start = centre(boxes[from]!);
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, box] of boxes.entries()) {
    if (index === from) continue;
    const { ahead, aside } = steps(start, centre(box), direction);
    if (ahead <= 1 || aside > ahead * 4) continue;
    const cost = ahead + aside * 2;
    if (cost >= least) continue;
    least = cost;
    best = index;
  }
  return best;
}

const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

function steps(from: Point, to: Point, direction: Direction): { ahead: number; aside: number } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (direction === 'up') return { ahead: -dy, aside: Math.abs(dx) };
  if (direction === 'down') return { ahead: dy, aside: Math.abs(dx) };
  if (direction === 'left') return { ahead: -dx, aside: Math.abs(dy) };
  return { ahead: dx, aside: Math.abs(dy) };
}
