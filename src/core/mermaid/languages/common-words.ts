import { type LinePlace, type Phrase, phrases, type Slot } from '../vocabulary';

export const directions = phrases({
  TB: 'top to bottom',
  TD: 'top down',
  LR: 'left to right',
  RL: 'right to left',
  BT: 'bottom to top',
});

export const accessibility = phrases({
  'accTitle:': 'title for screen readers',
  'accDescr:': 'description for screen readers',
});

export const styling: readonly Phrase[] = [
  { text: 'classDef', detail: 'defines a style class', snippet: 'classDef ‹name› ‹fill:#f9f,stroke:#333›' },
  { text: 'class', detail: 'gives nodes a style class', snippet: 'class ‹ids› ‹name›' },
  { text: 'style', detail: 'styles one node', snippet: 'style ‹id› ‹fill:#f9f,stroke:#333›' },
];

export const stylingSlots: Readonly<Record<string, readonly Slot[]>> = {
  classdef: ['free', 'style'],
  class: ['ids', 'classes'],
  style: ['ids', 'style'],
  direction: [directions],
};

export const clickSlots: readonly Slot[] = ['ids', phrases({ href: 'opens a link', call: 'calls a function' })];

/** Where the link of a click opens, behind its address and its tooltip. */
export const clickTarget: LinePlace = {
  line: /^\s*(?:click|link)\s+\S+\s+(?:href\s+)?"[^"\n]*"\s+(?:"[^"\n]*"\s+)?(?<typed>_?\w*)$/,
  offers: phrases({
    _blank: 'the link opens in a new tab',
    _self: 'the link opens in the same tab',
    _parent: 'the link opens in the page around',
    _top: 'the link opens in the whole window',
  }).map((phrase) => ({ ...phrase, example: `click A href "https://example.org" ${phrase.text}` })),
};

/** A compound statement, which `end` closes. */
export const closedByEnd = (text: string, detail: string, rest = '‹text›'): Phrase => ({
  text,
  detail,
  snippet: `${text} ${rest}\n\t‹›\nend`,
});
