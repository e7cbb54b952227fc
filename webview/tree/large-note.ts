import { say } from '../../src/core/l10n/say';
import { element } from '../dom';
import { icon } from '../icons';
import type { DrawingSize } from './drawing-size';

/** How large a diagram is, in words. */
export const countOf = ({ nodes, connections }: DrawingSize): string =>
  say`${nodes} nodes and ${connections} connections`;

/** Says, in place of the picture, that a diagram is too large to be drawn by itself, and draws it when that is asked for. */
export class LargeNote {
  readonly element = element('div', { class: 'note', role: 'status', hidden: true });

  /** @param draw draws it all the same. */
  show(size: DrawingSize, draw: () => void): void {
    const count = countOf(size);
    const endless = size.kind === 'endless';
    const button = element('button', { type: 'button', class: 'link' }, say`Draw It`);
    button.addEventListener('click', draw);
    this.element.hidden = false;
    this.element.replaceChildren(
      icon('warning'),
      element(
        'span',
        {},
        element('strong', {}, endless ? say`This diagram is too large to be drawn.` : say`This diagram is large.`),
        endless
          ? say` It has ${count}; cut it into several, and each of them is drawn.`
          : say` It has ${count}. The panel does not answer while it draws, which may take a minute and can be given up. `,
        !endless && button,
      ),
    );
  }

  /** Says that a picture is on its way, while the page answers. */
  waiting(size: DrawingSize): void {
    this.element.hidden = false;
    this.element.textContent = say`Drawing ${countOf(size)} …`;
  }

  /** Says that what is seen was not drawn by Mermaid, and offers that. @param draw draws it as Mermaid does. */
  drawn(size: DrawingSize, draw: () => void): void {
    const button = element('button', { type: 'button', class: 'link' }, say`Draw It as Published`);
    button.addEventListener('click', draw);
    this.element.hidden = false;
    this.element.replaceChildren(
      element(
        'span',
        {},
        say`This diagram is large, ${countOf(size)}, and is drawn in a simpler layout than readers see. `,
        size.kind === 'large' && button,
      ),
    );
  }

  /** Says that it is being drawn, and waits until that is on the screen. */
  async drawing(): Promise<void> {
    this.element.textContent = say`Drawing …`;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }

  clear(): void {
    this.element.hidden = true;
  }
}
