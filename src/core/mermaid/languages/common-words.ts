import { say } from '../../l10n/say';
import { type LinePlace, type Phrase, phrases, type Slot } from '../vocabulary';

export const directions = phrases({
  TB: say`top to bottom`,
  TD: say`top down`,
  LR: say`left to right`,
  RL: say`right to left`,
  BT: say`bottom to top`,
});

export const accessibility = phrases({
  'accTitle:': say`title for screen readers`,
  'accDescr:': say`description for screen readers`,
});

export const styling: readonly Phrase[] = [
  { text: 'classDef', detail: say`defines a style class`, snippet: 'classDef ‹name› ‹fill:#f9f,stroke:#333›' },
  { text: 'class', detail: say`gives nodes a style class`, snippet: 'class ‹ids› ‹name›' },
  { text: 'style', detail: say`styles one node`, snippet: 'style ‹id› ‹fill:#f9f,stroke:#333›' },
];

export const stylingSlots: Readonly<Record<string, readonly Slot[]>> = {
  classdef: ['free', 'style'],
  class: ['ids', 'classes'],
  style: ['ids', 'style'],
  direction: [directions],
};

/** Where a class named `default` is every node's that has no other. */
export const stylingSlotsWithDefault: typeof stylingSlots = {
  ...stylingSlots,
  classdef: [phrases({ default: say`every node that has no other class` }), 'style'],
};

export const clickSlots: readonly Slot[] = ['ids', phrases({ href: say`opens a link`, call: say`calls a function` })];

/** Where the link of a click opens, behind its address and its tooltip. */
export const clickTarget: LinePlace = {
  line: /^\s*(?:click|link)\s+\S+\s+(?:href\s+)?"[^"\n]*"\s+(?:"[^"\n]*"\s+)?(?<typed>_?\w*)$/,
  offers: phrases({
    _blank: say`the link opens in a new tab`,
    _self: say`the link opens in the same tab`,
    _parent: say`the link opens in the page around`,
    _top: say`the link opens in the whole window`,
  }).map((phrase) => ({ ...phrase, example: `click A href "https://example.org" ${phrase.text}` })),
};

/** A compound statement, which `end` closes. */
export const closedByEnd = (text: string, detail: string, rest = '‹text›'): Phrase => ({
  text,
  detail,
  snippet: `${text} ${rest}\n\t‹›\nend`,
});
