const owned = '[data-node], [data-edge-index], [data-group-index]';
const inner = [
  'g.node',
  'g.edgeLabel',
  '.edgePaths > path',
  '.note',
  '.noteText',
  '.messageText',
  '.sequenceNumber',
  '[class*="activation"]',
].join(', ');

/** What a picture shows inside a frame and belongs to no node, line or group: notes, starts and ends of states. */
export function innerShapes(svg: SVGSVGElement, frame: Element): readonly Element[] {
  const { left, right, top, bottom } = frame.getBoundingClientRect();
  return [...svg.querySelectorAll(inner)].filter((shape) => {
    if (shape.closest(owned) || frame.contains(shape)) return false;
    const box = shape.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return x >= left && x <= right && y >= top && y <= bottom;
  });
}
