import { say } from '../../src/core/l10n/say';
import { iconButton, menuButton } from '../controls';

/** What the buttons above a diagram do. */
export interface TreeActions {
  find(): void;
  focusNear(): void;
  fold(): void;
  markSkill(): void;
  present(): void;
  zoom(direction: 1 | -1): void;
  fit(): void;
  save(command: 'exportSvg' | 'exportPng' | 'copy'): void;
  copyText(): void;
}

export function treeTools(actions: TreeActions): readonly HTMLElement[] {
  return [
    iconButton('find', say`Find in diagram and course (Ctrl+F)`, () => actions.find()),
    iconButton('near', say`Show only what is near the chosen node (N), or the way between two (P at each)`, () =>
      actions.focusNear(),
    ),
    iconButton('fold', say`Collapse or expand the chosen node’s branch (C), or all groups`, () => actions.fold()),
    iconButton('check', say`Mark the chosen node as doing, done or to do (D)`, () => actions.markSkill()),
    iconButton('present', say`Present node by node`, () => actions.present()),
    iconButton('minus', say`Zoom out (-)`, () => actions.zoom(-1)),
    iconButton('plus', say`Zoom in (+)`, () => actions.zoom(1)),
    iconButton('fit', say`Show all (0)`, () => actions.fit()),
    menuButton('more', say`Save or copy`, [
      { label: say`Save as SVG…`, choose: () => actions.save('exportSvg') },
      { label: say`Save as PNG…`, choose: () => actions.save('exportPng') },
      { label: say`Copy as PNG`, choose: () => actions.save('copy') },
      { label: say`Copy as Mermaid Text`, choose: () => actions.copyText() },
    ]),
  ];
}
