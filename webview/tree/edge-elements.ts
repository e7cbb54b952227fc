import type { DiagramSubject } from '../../src/protocol';

/** The drawn lines and labels of each connection, as far as Mermaid names them: per index into `edges`. */
export function edgeElements(svg: SVGSVGElement, subject: DiagramSubject): Map<number, SVGElement[]> {
  const found = new Map<number, SVGElement[]>();
  const shapes = new Map<string, SVGElement[]>();
  for (const shape of svg.querySelectorAll<SVGElement>('[data-id]')) {
    const id = shape.dataset.id!;
    shapes.set(id, [...(shapes.get(id) ?? []), shape]);
  }
  const seen = new Map<string, number>();
  for (const [index, { from, to }] of subject.edges.entries()) {
    const pair = JSON.stringify([from, to]);
    const nth = seen.get(pair) ?? 0;
    seen.set(pair, nth + 1);
    // Mermaid counts the lines from one node to another 0, 2, 3, …
    const drawn = shapes.get(`L_${from}_${to}_${nth === 0 ? 0 : nth + 1}`);
    if (drawn) found.set(index, drawn);
  }
  return found;
}
