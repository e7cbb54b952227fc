import { english, say } from '../../../l10n/say';
import { misreadings } from '../../doubts/misreadings';
import { found, type Vocabulary } from '../../vocabulary';
import type { DiagramLanguage } from '../language';
import { sankeyBreaks } from './sankey-breaks';
import { scanSankey } from './sankey-scan';

const words: Vocabulary = {
  keywords: [],
  linePlaces: [
    { line: /^(?:[^",\n]*,)?[ \t]*(?<typed>[^",\n]*)$/, offers: found(/(?<=^|,)([^",\n\d][^",\n]*)(?=,)/gm, 'a node') },
  ],
};

export const sankey: DiagramLanguage<'sankey'> = {
  type: 'sankey',
  judged: ['sankey'],
  keywords: [
    { word: 'sankey-beta', since: '10.3' },
    { word: 'sankey', since: '11.10' },
  ],
  name: english`Sankey diagram`,
  description: english`flows and their sizes`,
  scan: scanSankey,
  words,
  finders: sankeyBreaks,
  tokens: {
    COMMA: 'a comma',
    NON_ESCAPED_TEXT: 'a name',
    ESCAPED_TEXT: 'a name',
    DQUOTE: say`a closing quote`,
  },
  line: say`a row of from, to and value (Coal,Power,12)`,
  doubts: [
    misreadings([
      {
        line: /^(?:"(?:[^"]|"")*"|[^",]*),(?:"(?:[^"]|"")*"|[^",]*),\s*(?<here>(?![\d.])[^\s,][^,]*?)\s*$/d,
        message: ({ here }) => say`A value is a number, not ‘${here}’.`,
      },
    ]),
  ],
};
