/**
 * States of each stretch of text how wide it is here: a viewer without this font sets another one to the same width, so that
 * words stay in their boxes. A font itself is not put into a file: the editor's is the system's, which nobody may pass on.
 *
 * @param measure where the picture lies while it is measured; it is empty again afterwards.
 */
export function keepWidths(svg: SVGSVGElement, measure: HTMLElement): void {
  measure.append(svg);
  const widths = [...svg.querySelectorAll<SVGTextContentElement>('text, tspan')]
    .filter((part) => part.childElementCount === 0 && (part.textContent ?? '').trim() !== '')
    .map((part) => ({ part, width: part.getComputedTextLength() }));
  svg.remove();
  for (const { part, width } of widths) {
    if (!(width > 0)) continue;
    part.setAttribute('textLength', String(Math.round(width * 100) / 100));
    part.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
}
