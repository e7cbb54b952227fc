import { phrases, type Vocabulary, wordList } from '../../vocabulary';
import { accessibility, clickSlots, clickTarget, stylingSlots } from '../common-words';

const annotations = phrases({
  '<<interface>>': 'annotation',
  '<<abstract>>': 'annotation',
  '<<enumeration>>': 'annotation',
  '<<service>>': 'annotation',
});

const memberTypes = phrases({
  String: 'a type',
  int: 'a type',
  float: 'a type',
  bool: 'a type',
  'List~T~': 'a list of T',
});

export const classWords: Vocabulary = {
  keywords: [
    { text: 'class', detail: 'a class', snippet: 'class ‹Name› {\n\t‹›\n}' },
    { text: 'namespace', detail: 'classes in a frame', snippet: 'namespace ‹Name› {\n\t‹›\n}' },
    { text: 'direction', detail: 'of the whole diagram' },
    { text: 'note for', detail: 'a note on a class', snippet: 'note for ‹Name› "‹text›"' },
    { text: 'note', detail: 'a note', snippet: 'note "‹text›"' },
    { text: 'classDef', detail: 'defines a style class' },
    { text: 'cssClass', detail: 'gives classes a style class', snippet: 'cssClass "‹Name›" ‹style›' },
    { text: 'style', detail: 'styles one class' },
    { text: 'click', detail: 'a link on a class' },
    { text: 'link', detail: 'a link on a class' },
    { text: 'callback', detail: 'calls a function on a click' },
    ...annotations,
    ...accessibility,
  ],
  arrows: phrases({
    '<|--': 'is extended by',
    '*--': 'is composed of',
    'o--': 'aggregates',
    '-->': 'is associated with',
    '--': 'is linked with',
    '..>': 'depends on',
    '..|>': 'realises',
    '..': 'is linked with, dotted',
  }),
  bodies: {
    class: [
      [
        ...phrases({ '+': 'public', '-': 'private', '#': 'protected', '~': 'of the package' }),
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
  linePlaces: [{ line: /^\s*(?<typed><<\w*)$/, offers: annotations }, clickTarget],
  reserved: wordList('class note namespace click style callback link cssClass href call classDef'),
};
