import mermaid from 'mermaid';
import type { PanelTheme } from '../theme';
import { mermaidConfig } from './mermaid-config';
import { safePicture } from './safe-picture';
import type { Size } from './viewport';
import { keepWithoutRequests } from './without-requests';

export interface Picture {
  readonly svg: SVGSVGElement;
  readonly size: Size;
}

let drawn = 0;

/**
 * Draws a diagram with Mermaid, in a corner of the page that is measured but not seen.
 *
 * @param portable draws labels as plain SVG text, which every viewer shows; else as HTML, which wraps and aligns better.
 * @throws what Mermaid says of a text that it does not accept.
 */
export async function drawDiagram(
  text: string,
  theme: PanelTheme,
  measure: HTMLElement,
  portable = false,
): Promise<Picture> {
  keepWithoutRequests();
  const config = mermaidConfig(theme);
  mermaid.initialize(portable ? { ...config, htmlLabels: false } : config);
  drawn++;
  try {
    const { svg } = await mermaid.render(`coursewright-${drawn}`, text, measure);
    const picture = safePicture(svg);
    if (!picture) throw new Error('Mermaid drew nothing.');
    return { svg: picture, size: giveSize(picture) };
  } finally {
    measure.replaceChildren();
  }
}

/** A picture says its own size, so that zooming is a matter of the frame alone. */
function giveSize(svg: SVGSVGElement): Size {
  const box = svg.viewBox.baseVal;
  const width = box?.width || Number.parseFloat(svg.getAttribute('width') ?? '') || 300;
  const height = box?.height || Number.parseFloat(svg.getAttribute('height') ?? '') || 150;
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.style.maxWidth = '';
  return { width, height };
}
