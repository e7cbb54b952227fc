import { say } from '../src/core/l10n/say';
import type { Unread } from '../src/protocol';
import { element } from './dom';

/**
 * What stands in the panel while there is nothing to draw.
 * @param unread why it is not known what the document holds; null where it is known to have nothing
 */
export function emptyView(document: string, unread: Unread | null): HTMLElement {
  if (unread === 'reading') {
    return message(
      say`${document} is being read.`,
      element('p', {}, say`It is a large text: its diagrams are shown as soon as it has been read.`),
    );
  }
  if (unread) {
    return message(
      say`${document} is left out.`,
      element(
        'p',
        {},
        say`It is larger than the setting coursewright.files.maxSize allows, or takes too long to read.`,
      ),
    );
  }
  return message(
    say`${document} has no diagram yet.`,
    element('p', {}, say`Write one, and it is drawn here while you type:`),
    element('pre', {}, '```mermaid\ngraph TD\n  LC["Leadership and Collaboration (LeCo)"] --> T["Trust"]\n```'),
  );
}

const message = (first: string, ...rest: HTMLElement[]): HTMLElement =>
  element('div', { class: 'empty' }, element('h1', {}, first), ...rest);
