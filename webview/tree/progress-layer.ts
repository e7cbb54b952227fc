import type { SkillState } from '../../src/protocol';
import { svgElement } from '../dom';
import type { Box } from './neighbour';
import type { Size } from './viewport';

/** What a node bears at its corner. */
export type SkillMark = Exclude<SkillState, 'todo'> | 'next';

const radius = 8;

/** By sign and by shape, not by colour alone: a tick, half a disc, a ring with an arrow. */
const signs: Readonly<Record<SkillMark, string>> = {
  done: 'M-3.6 .2 L-1 2.8 L3.8 -2.6',
  doing: 'M0 -4.5 A4.5 4.5 0 0 1 0 4.5 Z',
  next: 'M-3.4 0 H3.2 M.4 -2.8 L3.2 0 L.4 2.8',
};

/** A layer over the picture that says how far a learner is with each node. */
export class ProgressLayer {
  readonly element = svgElement('svg', { class: 'marks progress-marks', 'aria-hidden': 'true' });

  resize(size: Size): void {
    this.element.setAttribute('width', String(size.width));
    this.element.setAttribute('height', String(size.height));
  }

  show(marked: readonly { readonly box: Box; readonly mark: SkillMark }[]): void {
    this.element.replaceChildren(
      ...marked.map(({ box, mark }) =>
        svgElement(
          'g',
          { class: `skill ${mark}`, transform: `translate(${box.x + box.width} ${box.y})` },
          svgElement('circle', { r: radius }),
          svgElement('path', { d: signs[mark] }),
        ),
      ),
    );
  }
}
