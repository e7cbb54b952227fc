import type { PanelTheme } from '../theme';
import type { DrawingSize } from './drawing-size';
import type { NodePicture } from './node-picture';

/** What was drawn for a subject when its text could last be read. */
export interface Drawn {
  readonly text: string;
  readonly theme: PanelTheme;
  readonly nodes: NodePicture;
  /** Set where it is too large for Mermaid, and was drawn without it. */
  readonly simple?: DrawingSize;
}

const kept = 24;

/** The pictures of the subjects that were shown last. */
export class DrawnBefore {
  readonly #drawn = new Map<string, Drawn>();

  get(subject: string): Drawn | undefined {
    return this.#drawn.get(subject);
  }

  keep(subject: string, drawn: Drawn): void {
    this.#drawn.delete(subject);
    this.#drawn.set(subject, drawn);
    const oldest = this.#drawn.keys().next().value;
    if (this.#drawn.size > kept && oldest !== undefined) this.#drawn.delete(oldest);
  }
}
