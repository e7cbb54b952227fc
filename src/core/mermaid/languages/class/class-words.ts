import { say } from '../../../l10n/say';
import { phrases, type Vocabulary, wordList } from '../../vocabulary';
import { accessibility, clickSlots, clickTarget, stylingSlots } from '../common-words';

const annotations = phrases({
  '<<interface>>': say`annotation`,
  '<<abstract>>': say`annotation`,
  '<<enumeration>>': say`annotation`,
  '<<service>>': say`annotation`,
});

const memberTypes = phrases({
  String: 'a type',
  int: 'a type',
  float: 'a type',
  bool: 'a type',
  'List~T~': say`a list of T`,
});

export const classWords: Vocabulary = {
  keywords: [
    { text: 'class', detail: say`a class`, snippet: 'class ‹Name› {\n\t‹›\n}' },
    { text: 'namespace', detail: say`classes in a frame`, snippet: 'namespace ‹Name› {\n\t‹›\n}' },
    { text: 'direction', detail: say`of the whole diagram` },
    { text: 'note for', detail: say`a note on a class`, snippet: 'note for ‹Name› "‹text›"' },
    { text: 'note', detail: say`a note`, snippet: 'note "‹text›"' },
    { text: 'classDef', detail: say`defines a style class` },
    { text: 'cssClass', detail: say`gives classes a style class`, snippet: 'cssClass "‹Name›" ‹style›' },
    { text: 'style', detail: say`styles one class` },
    { text: 'click', detail: say`a link on a class` },
    { text: 'link', detail: say`a link on a class` },
    { text: 'callback', detail: say`calls a function on a click` },
    ...annotations,
    ...accessibility,
  ],
  arrows: phrases({
    '<|--': say`is extended by`,
    '*--': say`is composed of`,
    'o--': say`aggregates`,
    '-->': say`is associated with`,
    '--': say`is linked with`,
    '..>': say`depends on`,
    '..|>': say`realises`,
    '..': say`is linked with, dotted`,
  }),
  bodies: {
    class: [
      [
        ...phrases({ '+': say`public`, '-': say`private`, '#': say`protected`, '~': say`of the package` }),
        ...memberTypes,
        ...annotations,
      ],
      memberTypes,
    ],
  },
  slots: {
    ...stylingSlots,
    class: ['ids'],
    note: [phrases({ for: 'a class' }), 'ids'],
    for: ['ids'],
    click: clickSlots,
    link: ['ids'],
    callback: ['ids'],
    cssclass: ['ids', 'classes'],
  },
  linePlaces: [
    { line: /^\s*(?<typed><<\w*)$/, offers: annotations },
    clickTarget,
    { line: /^\s*cssClass\s+"[^"\n]*"\s+(?<typed>\w*)$/i, offers: 'classes' },
  ],
  reserved: wordList('class note namespace click style callback link cssClass href call classDef'),
};
