import { say } from '../../../l10n/say';
import { phrases, type Vocabulary, wordList } from '../../vocabulary';
import { accessibility, clickSlots, styling, stylingSlots } from '../common-words';

export const stateWords: Vocabulary = {
  keywords: [
    { text: 'state', detail: say`a state`, snippet: 'state "‹Label›" as ‹id›' },
    { text: '[*]', detail: say`start or end` },
    { text: 'note right of', detail: say`a note`, snippet: 'note right of ‹id›\n\t‹›\nend note' },
    { text: 'note left of', detail: say`a note`, snippet: 'note left of ‹id›\n\t‹›\nend note' },
    { text: 'direction', detail: say`of the states around` },
    ...styling,
    { text: 'click', detail: say`a link on a state` },
    ...accessibility,
  ],
  arrows: phrases({ '-->': say`transition`, ':': say`description` }),
  places: phrases({ '[*]': say`start or end` }),
  slots: {
    ...stylingSlots,
    state: [
      'ids',
      phrases({
        '<<choice>>': say`goes on with one of several`,
        '<<fork>>': say`goes on with several at once`,
        '<<join>>': say`waits for several`,
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
    {
      line: /^\s*(?<typed>en|end(?:\s+[a-z]*)?)$/i,
      below: isInNote,
      offers: phrases({ 'end note': say`ends the note` }),
    },
  ],
  rare: ['scale'],
  reserved: wordList('state note class classDef style click scale default'),
  anyCase: true,
};

/** Whether the last note above, one of several lines, is still open. */
function isInNote(above: string): boolean {
  const marks = /^[ \t]*(?:note[ \t]+(?:left|right)[ \t]+of[ \t]+[^\s:]+[ \t]*$|end[ \t]+note\b)/i;
  const last = above.split('\n').findLast((line) => marks.test(line));
  return last !== undefined && !/^\s*end/i.test(last);
}

/** A line that names a state, behind which its body may begin. */
export const bodyOpener = /^\s*state\s+[^{<]*[^{\s>]$/;
