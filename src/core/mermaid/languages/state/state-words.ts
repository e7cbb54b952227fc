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
    state: ['ids', phrases({ '<<choice>>': '', '<<fork>>': '', '<<join>>': '' })],
    click: clickSlots,
  },
  rare: ['scale'],
  reserved: wordList('state note class classDef style click scale default'),
  anyCase: true,
};
