import type { HostChannel } from '../host-channel';
import type { PanelTheme } from '../theme';
import { drawnPicture, type Picture } from './drawn-picture';
import { Latest } from './latest';
import { pictureColours } from './picture-colours';

/** Draws diagrams one after the other, of those that wait the latest alone: by Mermaid in the page, or without it. */
export class DiagramDrawer {
  readonly #root: HTMLElement;
  readonly #measure: HTMLElement;
  readonly #host: Pick<HostChannel, 'request'>;
  readonly #queue = new Latest();
  readonly #simple = new Latest();
  #drawing = 0;

  /**
   * @param root is busy while something is drawn
   * @param measure where Mermaid measures
   */
  constructor(root: HTMLElement, measure: HTMLElement, host: Pick<HostChannel, 'request'>) {
    this.#root = root;
    this.#measure = measure;
    this.#host = host;
  }

  /**
   * As Mermaid draws it; undefined when something newer came between.
   * @param portable draws labels as plain SVG text
   * @throws what Mermaid says of a text that it does not accept
   */
  draw(text: string, theme: PanelTheme, portable = false): Promise<Picture | undefined> {
    return this.#busily(() =>
      this.#queue.run(async () => {
        // Mermaid is loaded with the first diagram, not with the page.
        const { drawDiagram } = await import('./draw-diagram');
        return drawDiagram(text, theme, this.#measure, portable);
      }),
    );
  }

  /** Without Mermaid; undefined where that cannot be. */
  drawSimply(text: string, theme: PanelTheme): Promise<Picture | undefined> {
    return this.#busily(async () => {
      const drawn = await this.#simple
        .run(() => this.#host.request('picture', { text, colours: pictureColours(theme) }))
        .catch(() => undefined);
      return drawn?.svg === undefined ? undefined : drawnPicture(drawn.svg);
    });
  }

  async #busily<T>(work: () => Promise<T>): Promise<T> {
    this.#drawing++;
    this.#root.setAttribute('aria-busy', 'true');
    try {
      return await work();
    } finally {
      this.#drawing--;
      if (this.#drawing === 0) this.#root.removeAttribute('aria-busy');
    }
  }
}
