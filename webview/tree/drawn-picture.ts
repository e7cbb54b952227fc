import { safePicture } from './safe-picture';
import type { Size } from './viewport';

export interface Picture {
  readonly svg: SVGSVGElement;
  readonly size: Size;
}

/** A picture of a text in SVG, which enters the page by {@link safePicture} alone; undefined where it holds none. */
export function drawnPicture(markup: string): Picture | undefined {
  const svg = safePicture(markup);
  return svg && { svg, size: giveSize(svg) };
}

/** A picture says its own size, so that zooming is a matter of the frame alone. */
function giveSize(svg: SVGSVGElement): Size {
  const box = svg.viewBox.baseVal;
  const width = box?.width || Number.parseFloat(svg.getAttribute('width') ?? '') || 300;
  const height = box?.height || Number.parseFloat(svg.getAttribute('height') ?? '') || 150;
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.style.maxWidth = '';
  svg.style.height = '';
  return { width, height };
}
