import { say } from '../src/core/l10n/say';
import { element } from './dom';

/** What stands in the panel while a document has nothing to draw. */
export function emptyView(document: string): HTMLElement {
  return element(
    'div',
    { class: 'empty' },
    element('p', {}, element('strong', {}, say`${document} has no diagram yet.`)),
    element('p', {}, say`Write one, and it is drawn here while you type:`),
    element('pre', {}, '```mermaid\ngraph TD\n  LC["Leadership and Collaboration (LeCo)"] --> T["Trust"]\n```'),
  );
}
