import { say } from '../../../l10n/say';
import { type Phrase, phrases, type Vocabulary, wordList } from '../../vocabulary';
import { accessibility, closedByEnd, styling, stylingSlots } from '../common-words';

const attributeKeys: readonly Phrase[] = phrases({ PK: say`primary key`, FK: say`foreign key`, UK: say`unique key` });

export const erWords: Vocabulary = {
  keywords: [
    { text: 'direction', detail: say`of the whole diagram` },
    closedByEnd('subgraph', say`entities in a frame`, '‹Name›'),
    { text: 'end', detail: say`ends the subgraph` },
    ...styling,
    ...accessibility,
  ],
  arrows: phrases({
    '||--||': say`one to one`,
    '||--o{': say`one to zero or more`,
    '||--|{': say`one to one or more`,
    '|o--o{': say`zero or one to zero or more`,
    '}|--|{': say`one or more to one or more`,
    '}o--o{': say`zero or more to zero or more`,
    '||..o{': say`one to zero or more, not identifying`,
  }),
  onlyIn: { end: ['subgraph'] },
  bodies: {
    entity: [
      phrases({
        string: 'a type',
        int: 'a type',
        float: 'a type',
        boolean: 'a type',
        date: 'a type',
        datetime: 'a type',
      }),
      [],
      attributeKeys,
    ],
  },
  linePlaces: [
    {
      line: /^\s*\S+\s+\S+\s+(?:[PFU]K\s*,\s*)+(?<typed>\w*)$/,
      offers: [...attributeKeys.slice(1), attributeKeys[0]!],
    },
  ],
  slots: stylingSlots,
  reserved: wordList('style class classDef to one many end subgraph'),
  anyCase: true,
};
