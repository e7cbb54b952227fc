import type { DiagramSubject } from '../../src/protocol';
import { isFlowchart } from './is-flowchart';

/**
 * The drawn lines and labels of each connection, as far as Mermaid names them: per index into `edges`. Where the names
 * do not say it, the order does, if as many lines are drawn as are written.
 */
export function edgeElements(svg: SVGSVGElement, subject: DiagramSubject): Map<number, SVGElement[]> {
  const named = shapesByName(svg);
  const found = isFlowchart(subject) ? byEnds(subject, named) : new Map<number, SVGElement[]>();
  if (found.size > 0) return found;
  const lines = [...named].filter(([, shapes]) => shapes.some(isLine)).sort(inOrderOfNumbers);
  if (lines.length !== subject.edges.length) return found;
  const words = [...svg.querySelectorAll<SVGElement>('.messageText')];
  for (const [index, [, shapes]] of lines.entries()) {
    const label = words.length === lines.length ? [words[index]!] : [];
    found.set(index, [...shapes, ...label]);
  }
  return found;
}

const isLine = (shape: SVGElement): boolean => shape.dataset.edge === 'true' || shape.dataset.et === 'message';

function shapesByName(svg: SVGSVGElement): Map<string, SVGElement[]> {
  const named = new Map<string, SVGElement[]>();
  for (const shape of svg.querySelectorAll<SVGElement>('[data-id]')) {
    const name = shape.dataset.id!;
    const shapes = named.get(name);
    if (shapes) shapes.push(shape);
    else named.set(name, [shape]);
  }
  return named;
}

/** A flowchart's line is named after its ends: the lines from A to B are `L_A_B_0`, `L_A_B_2`, `L_A_B_3`, … */
function byEnds(subject: DiagramSubject, named: ReadonlyMap<string, SVGElement[]>): Map<number, SVGElement[]> {
  const found = new Map<number, SVGElement[]>();
  const seen = new Map<string, number>();
  for (const [index, { from, to }] of subject.edges.entries()) {
    const pair = `${from}_${to}`;
    const nth = seen.get(pair) ?? 0;
    seen.set(pair, nth + 1);
    const shapes = named.get(`L_${pair}_${nth === 0 ? 0 : nth + 1}`);
    if (shapes) found.set(index, shapes);
  }
  return found;
}

/** `edge10` after `edge9`: a diagram within a diagram is drawn out of turn, but numbered in turn. */
function inOrderOfNumbers([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const [x, y] = [a, b].map((name) => /^(?:edge|i)(\d+)$/.exec(name)?.[1]);
  return x === undefined || y === undefined ? 0 : Number(x) - Number(y);
}
