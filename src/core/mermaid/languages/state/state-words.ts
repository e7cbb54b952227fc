import { phrases, type Vocabulary, wordList } from '../../vocabulary';
import { accessibility, clickSlots, styling, stylingSlots } from '../common-words';

export const stateWords: Vocabulary = {
  keywords: [
    { text: 'state', detail: 'a state', snippet: 'state "‹Label›" as ‹id›' },
    { text: '[*]', detail: 'start or end' },
    { text: 'note right of', detail: 'a note', snippet: 'note right of ‹id›\n\t‹›\nend note' },
    { text: 'note left of', detail: 'a note', snippet: 'note left of ‹id›\n\t‹›\nend note' },
    { text: 'direction', detail: 'of the states around' },
    ...styling,
    { text: 'click', detail: 'a link on a state' },
    ...accessibility,
  ],
  arrows: phrases({ '-->': 'transition', ':': 'description' }),
  places: phrases({ '[*]': 'start or end' }),
  slots: {
    ...stylingSlots,
    state: [
      'ids',
      phrases({
        '<<choice>>': 'goes on with one of several',
        '<<fork>>': 'goes on with several at once',
        '<<join>>': 'waits for several',
      }).map((phrase) => ({ ...phrase, example: `state here ${phrase.text}` })),
    ],
    click: clickSlots,
  },
  linePlaces: [
    {
      line: /^\s*note\s+(?<typed>[a-z]*|(?:left|right)\s+o?)$/i,
      offers: phrases({ 'left of': 'a state', 'right of': 'a state' }),
    },
    { line: /^\s*note\s+(?:left|right)\s+of\s+(?<typed>\S*)$/i, offers: 'ids' },
  ],
  rare: ['scale'],
  reserved: wordList('state note class classDef style click scale default'),
  anyCase: true,
};
