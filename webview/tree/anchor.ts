import type { NodePicture } from './node-picture';

/** A node and where it is on the screen: what the eye holds on to while a picture is replaced. */
export interface Anchor {
  readonly id: string;
  readonly left: number;
  readonly top: number;
}

/** The node nearest to the middle of a frame. */
export function anchorOf(nodes: NodePicture, frame: DOMRect): Anchor | undefined {
  const middle = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
  let nearest: Anchor | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const id of nodes.ids) {
    const rect = nodes.shapesOf(id)[0]!.getBoundingClientRect();
    const distance = Math.hypot(rect.left + rect.width / 2 - middle.x, rect.top + rect.height / 2 - middle.y);
    if (distance >= least) continue;
    least = distance;
    nearest = { id, left: rect.left, top: rect.top };
  }
  return nearest;
}

/** How far the same node has moved in another picture; undefined when it is not there any more. */
export function driftOf(anchor: Anchor, nodes: NodePicture): { dx: number; dy: number } | undefined {
  const rect = nodes.shapesOf(anchor.id)[0]?.getBoundingClientRect();
  return rect && { dx: anchor.left - rect.left, dy: anchor.top - rect.top };
}
