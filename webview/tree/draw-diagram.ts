import mermaid from 'mermaid';
import { say } from '../../src/core/l10n/say';
import type { PanelTheme } from '../theme';
import { drawnPicture, type Picture } from './drawn-picture';
import { mermaidConfig } from './mermaid-config';
import { keepWithoutRequests } from './without-requests';

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
    const picture = drawnPicture(svg);
    if (!picture) throw new Error(say`Mermaid drew nothing.`);
    return picture;
  } finally {
    measure.replaceChildren();
  }
}
