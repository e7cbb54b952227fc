import type { DiagramSubject } from '../../src/protocol';

/**
 * Finds the drawn shapes of each node. Mermaid names its elements differently for every type and promises none of it, so
 * this file is the one that knows; a node that it cannot find is simply not clickable.
 *
 * @param svg the picture; its id is the prefix of the ids inside.
 * @returns per node id its shapes, the main one first; shapes of groups stand under the group's id.
 */
export function nodeElements(svg: SVGSVGElement, subject: DiagramSubject): Map<string, SVGElement[]> {
  const found = new Map<string, SVGElement[]>();
  const known = new Set([
    ...subject.nodes.map((node) => node.id),
    ...subject.groups.flatMap((group) => group.id ?? []),
  ]);
  const add = (id: string, shape: SVGElement) => {
    const shapes = found.get(id);
    if (!shapes) found.set(id, [shape]);
    else if (!shapes.includes(shape)) shapes.push(shape);
  };
  for (const shape of svg.querySelectorAll<SVGElement>('g[id], rect[id]')) {
    const id = idOf(shape.id, svg.id, known);
    if (id !== undefined) add(id, shape);
  }
  // A line that the author has named (`A e1@--> B`).
  for (const shape of svg.querySelectorAll<SVGElement>('[data-id]')) {
    if (known.has(shape.dataset.id!)) add(shape.dataset.id!, shape);
  }
  for (const shape of svg.querySelectorAll<SVGElement>('g[data-et="participant"][data-id]')) {
    add(shape.dataset.id!, shape);
  }
  for (const shape of svg.querySelectorAll<SVGElement>('g.actor-bottom[name], rect.actor-bottom[name]')) {
    const group = shape.parentElement instanceof SVGElement && shape.localName === 'rect' ? shape.parentElement : shape;
    add(shape.getAttribute('name')!, group);
  }
  for (const shape of svg.querySelectorAll<SVGElement>('circle.commit')) {
    for (const name of shape.classList) if (known.has(name)) add(name, shape);
  }
  inOrder(svg, subject, found);
  byText(svg, subject, found);
  return found;
}

/** `d1-flowchart-A-3`, `d1-state-A-3`, `d1-classId-A-3`, `d1-entity-A-3`, `d1-service-A`, `d1-A` are all the node A. */
function idOf(elementId: string, svgId: string, known: ReadonlySet<string>): string | undefined {
  if (!elementId.startsWith(`${svgId}-`)) return undefined;
  const name = elementId.slice(svgId.length + 1);
  const inner = /^(?:flowchart|state|classId|entity|service|group|junction)-(.+)$/.exec(name)?.[1] ?? name;
  const bare = inner.replace(/-\d+$/, '');
  return [bare, inner, name].find((candidate) => known.has(candidate));
}

/** Types whose shapes carry no id of the author's, but stand in the order of the text. */
const orders: { readonly [Type in DiagramSubject['type']]?: string } = {
  mindmap: 'g.mindmap-node',
  gantt: 'rect.task',
  timeline: 'g.timeline-node',
  kanban: 'g.items > g.node',
};

function inOrder(svg: SVGSVGElement, subject: DiagramSubject, found: Map<string, SVGElement[]>): void {
  const selector = orders[subject.type];
  if (!selector) return;
  const shapes = [...svg.querySelectorAll<SVGElement>(selector)];
  if (shapes.length !== subject.nodes.length) return;
  for (const [index, node] of subject.nodes.entries()) {
    const shape = shapes[index]!;
    // A bar of a gantt chart and its words lie side by side.
    const words = svg.querySelector<SVGElement>(`[id="${CSS.escape(`${shape.id}-text`)}"]`);
    found.set(node.id, words ? [shape, words] : [shape]);
  }
}

/** Whatever is left: a shape that shows a node's label, if it is the only one to show it. */
function byText(svg: SVGSVGElement, subject: DiagramSubject, found: Map<string, SVGElement[]>): void {
  const missing = subject.nodes.filter((node) => !found.has(node.id));
  if (missing.length === 0) return;
  const shapes = new Map<string, SVGElement[]>();
  for (const shape of svg.querySelectorAll<SVGElement>('g.node, text')) {
    if (shape.localName === 'text' && shape.closest('g.node')) continue;
    const text = squeeze(shape.textContent ?? '');
    shapes.set(text, [...(shapes.get(text) ?? []), shape]);
  }
  for (const node of missing) {
    const same = shapes.get(squeeze(node.label));
    if (same?.length === 1) found.set(node.id, same);
  }
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
