import { say } from '../../../l10n/say';
import { misreadings } from '../../doubts/misreadings';
import type { DiagramLanguage } from '../language';
import { c4Breaks, missingArgumentComma } from './c4-breaks';
import { scanC4 } from './c4-scan';
import { c4Words } from './c4-words';

export const c4: DiagramLanguage<'c4'> = {
  type: 'c4',
  judged: ['c4'],
  keywords: [
    { word: 'C4Context' },
    { word: 'C4Container' },
    { word: 'C4Component' },
    { word: 'C4Dynamic' },
    { word: 'C4Deployment' },
  ],
  name: 'C4',
  hasTitle: true,
  scan: scanC4,
  words: c4Words,
  finders: c4Breaks,
  tokens: {
    RPAREN: '‘)’',
    LPAREN: '‘(’',
    ATTRIBUTE: say`the next argument`,
    ATTRIBUTE_EMPTY: '',
    STR_KEY: '',
    NEWLINE: say`the end of the line`,
  },
  doubts: [
    misreadings([
      { ...missingArgumentComma, safe: false },
      {
        line: /^\s*\w+(?<here>\()(?:[^"()]|"[^"]*")*(?<mend>)$/d,
        message: say`This ( is not closed by ).`,
        title: say`Close it with )`,
        mend: ')',
      },
    ]),
  ],
};
