const ends = ['marker-start', 'marker-end'] as const;
const ownName = 'lit-head';

/**
 * Draws the heads of a line in the line's own colour while it is lit, and as Mermaid drew them otherwise. All lines of a
 * kind share one marker, so that lit ones are given a copy of it; what it fills as paper or not at all stays so.
 */
export function lightHeads(line: SVGElement, lit: boolean): void {
  for (const end of ends) {
    line.style.removeProperty(end);
    if (!lit) continue;
    const shared = /url\(["']?[^#]*#([^"')]+)/.exec(line.getAttribute(end) ?? '')?.[1];
    const marker = shared === undefined ? undefined : line.ownerSVGElement?.getElementById(shared);
    if (marker) line.style.setProperty(end, `url(#${litMarker(marker).id})`);
  }
}

/** Takes out of a copy of a picture what belongs to lit lines. */
export function withoutLitHeads(picture: SVGSVGElement): void {
  for (const line of picture.querySelectorAll<SVGElement>('.lit-edge')) lightHeads(line, false);
  for (const marker of picture.querySelectorAll(`.${ownName}`)) marker.remove();
}

function litMarker(marker: Element): Element {
  const id = `${marker.id}-${ownName}`;
  const known = marker.parentElement?.querySelector(`[id="${CSS.escape(id)}"]`);
  if (known) return known;
  const copy = marker.cloneNode(true) as SVGElement;
  copy.id = id;
  copy.classList.add(ownName);
  const shapes = [...marker.children];
  for (const [i, shape] of [...copy.children].entries()) {
    if (!(shape instanceof SVGElement)) continue;
    const { fill, stroke } = getComputedStyle(shapes[i]!);
    const set = (property: string) => shape.style.setProperty(property, 'context-stroke', 'important');
    if (stroke !== 'none') set('stroke');
    if (fill === stroke || (stroke === 'none' && fill !== 'none')) set('fill');
  }
  marker.after(copy);
  return copy;
}
