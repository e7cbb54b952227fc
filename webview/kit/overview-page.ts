import { say } from '../../src/core/l10n/say';
import type { KitEntry, KitPart, TeachingKit } from '../../src/protocol';
import { element } from '../dom';

export interface OverviewHost {
  reveal(entry: KitEntry): void;
  copy(text: string): void;
  /** Reads sentences aloud. */
  read(
    title: string,
    sentences: readonly { readonly text: string; readonly spoken: string; readonly entry?: KitEntry }[],
  ): void;
  /** Puts the picture of a diagram into a figure. */
  draw(diagram: string, figure: HTMLElement): void;
}

/** What a course teaches, part by part; each line leads to its place in the source. */
export function overviewPage(host: OverviewHost, { title, parts, missing }: TeachingKit): HTMLElement {
  return element(
    'article',
    { class: 'overview', 'aria-label': title },
    element('h1', {}, title),
    ...parts.map((part) => sectionOf(host, part)),
    missing.length > 0 &&
      element(
        'p',
        { class: 'overview-missing' },
        say`Left out, since the course holds nothing more for them: ${missing.join(', ')}.`,
      ),
  );
}

function sectionOf(host: OverviewHost, { title, entries, diagram, text, spoken, note }: KitPart): HTMLElement {
  const section = element('section', { 'aria-label': title }, element('h2', {}, title));
  const said = [
    ...entries.flatMap((entry) =>
      entry.spoken === undefined ? [] : [{ text: `${entry.text}: ${entry.detail ?? ''}`, spoken: entry.spoken, entry }],
    ),
    ...(text !== undefined && spoken !== undefined ? [{ text, spoken }] : []),
  ];
  if (said.length > 0) {
    const read = element(
      'button',
      { type: 'button', class: 'card-button', 'aria-label': say`Read aloud: ${title}` },
      say`Read aloud`,
    );
    read.addEventListener('click', () => host.read(title, said));
    section.append(read);
  }
  if (entries.length > 0) section.append(element('ul', {}, ...entries.map((entry) => lineOf(host, entry))));
  if (diagram !== undefined) {
    const figure = element('figure', { 'aria-label': title, tabindex: 0 });
    section.append(figure);
    host.draw(diagram, figure);
  }
  if (text !== undefined) {
    const copy = element('button', { type: 'button', class: 'card-button' }, say`Copy`);
    copy.addEventListener('click', () => host.copy(text));
    section.append(element('blockquote', {}, text), element('p', { class: 'overview-note' }, note ?? ''), copy);
  }
  return section;
}

function lineOf(host: OverviewHost, entry: KitEntry): HTMLElement {
  const { text, detail, proposed, depth } = entry;
  const link = element('button', { type: 'button', class: 'overview-link' }, text);
  link.addEventListener('click', () => host.reveal(entry));
  return element(
    'li',
    { style: `--depth: ${depth}` },
    link,
    proposed === true && element('span', { class: 'overview-note' }, say` proposed`),
    detail !== undefined && element('p', { class: 'overview-detail' }, detail),
  );
}
