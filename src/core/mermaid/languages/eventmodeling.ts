import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { misspelt } from '../breaks/misspelt';
import type { Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, phrases, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = {
  keywords: phrases({
    tf: say`a frame of time`,
    rf: say`a frame that starts anew`,
    entity: say`what frames are about`,
    data: say`an example`,
    note: 'a note',
    gwt: say`given, when, then`,
  }),
  rare: ['timeframe', 'resetframe'],
};

const finders: readonly Finder[] = [
  comments,
  misspelt(keywordsOf(words)),
  misspelt(
    ['rmo', 'readmodel', 'ui', 'cmd', 'command', 'evt', 'event', 'pcr', 'processor'],
    /^\s*\w+\s+\d+\s+(?<word>\w+)/du,
  ),
];

export const eventmodeling: DiagramLanguage<'eventmodeling'> = {
  type: 'eventmodeling',
  judged: ['eventmodeling'],
  keywords: [{ word: 'eventmodeling', since: '11.15' }],
  name: english`Event model`,
  description: 'commands, events and views',
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
  tokens: {
    EM_ID: 'a name',
    EM_FID: say`the number of a frame`,
    EM_DATA_BLOCK: '',
  },
};
