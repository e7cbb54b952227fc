import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { misspelt } from '../breaks/misspelt';
import { written } from '../breaks/placeholder';
import { slips } from '../breaks/slip';
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

/** The kind of a frame that a word means. */
const kindMeant = (word: string): string | undefined =>
  (
    [
      [/^(?:view|query|read|projection)/i, 'rmo'],
      [/^(?:screen|page|form|interface|wireframe)$/i, 'ui'],
      [/^(?:policy|automation|saga|process|job)/i, 'pcr'],
      [/^(?:action|comm)/i, 'cmd'],
      [/^ev/i, 'evt'],
    ] as const
  ).find(([like]) => like.test(word))?.[1];

const finders: readonly Finder[] = [
  comments,
  misspelt(keywordsOf(words)),
  misspelt(
    ['rmo', 'readmodel', 'ui', 'cmd', 'command', 'evt', 'event', 'pcr', 'processor'],
    /^\s*\w+\s+\d+\s+(?<word>\w+)/du,
  ),
  slips([
    {
      line: /^\s*(?<mend>(?<here>\d{1,3})\s+(?<word>tf|timeframe|rf|resetframe))\s/d,
      message: ({ word }) => say`The word ${word} must stand before the number of its frame.`,
      title: ({ here, word }) => say`Write ${word} ${here}`,
      mend: ({ here, word }) => `${word} ${here}`,
      sure: true,
    },
    {
      line: /^\s*(?<mend>)(?<here>\d{1,3})\s+[a-z]+\s+\w/d,
      message: say`A frame opens with tf, which is missing before its number.`,
      title: say`Put ${'tf'}`,
      mend: 'tf ',
      sure: true,
    },
    {
      line: /^\s*(?:tf|timeframe|rf|resetframe)\s+\d+\s+(?:rmo|readmodel|ui|cmd|command|evt|event|pcr|processor)(?<here>)$/d,
      message: say`The name of the frame is missing: tf 01 cmd AddItem.`,
      mend: ' Name',
      sure: true,
    },
    {
      line: /^\s*(?:tf|timeframe|rf|resetframe)\s+(?<here>(?!\d)\S+)\s/d,
      message: ({ here }) => say`A frame begins with its number, which is missing before ‘${here}’: tf 01 ui Cart.`,
      sure: true,
    },
    {
      line: /^\s*(?:tf|timeframe|rf|resetframe)\s+\d+\s+(?<here>(?!(?:rmo|readmodel|ui|cmd|command|evt|event|pcr|processor)\b)\w+)/d,
      message: ({ here }) =>
        say`‘${here}’ is no kind of frame; kinds are ui, cmd (a command), evt (an event), rmo (what is read) and pcr (what runs by itself).`,
      title: ({ here }) => written(kindMeant(here!)),
      mend: ({ here }) => kindMeant(here!) ?? 'ui',
      sure: true,
    },
  ]),
];

export const eventmodeling: DiagramLanguage<'eventmodeling'> = {
  type: 'eventmodeling',
  judged: ['eventmodeling'],
  keywords: [{ word: 'eventmodeling', since: '11.15' }],
  name: english`Event model`,
  description: english`commands, events and views`,
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
  tokens: {
    EM_ID: 'a name',
    EM_FID: say`the number of a frame`,
    EM_DATA_BLOCK: '',
  },
};
