import { misreadings } from '../../doubts/misreadings';
import type { DiagramLanguage } from '../language';
import { erBreaks } from './er-breaks';
import { scanEr } from './er-scan';
import { erWords } from './er-words';

export const er: DiagramLanguage<'er'> = {
  type: 'er',
  judged: ['er'],
  keywords: [{ word: 'erDiagram' }],
  name: 'Entity relationship diagram',
  scan: scanEr,
  words: erWords,
  finders: erBreaks,
  doubts: [
    misreadings([
      {
        line: /^\s*(?<here>[\w-]+\s+[\w-]+)\s+(?:\|o|\|\||\}o|\}\|)(?:--|\.\.)(?:o\||\|\||o\{|\|\{)/d,
        message: 'A name of two words must stand in quotes: this reads as two entities.',
        title: 'Put the name in quotes',
        mend: ({ here }) => `"${here}"`,
      },
    ]),
  ],
  novelties: [
    { since: '11.5', what: 'A direction of an ER diagram', line: /^\s*(?<here>direction)\s+(?:TB|BT|LR|RL)\b/d },
    { since: '11.5', what: 'Styles in an ER diagram', line: /^\s*(?<here>classDef|style|class)\s+\S+\s+\S/d },
    { since: '11.5', what: 'A style class of an entity', line: /\w(?<here>:::)\w/d },
    { since: '10.5', what: 'An alias of an entity', line: /^\s*[\w-]+(?<here>\[)[^\]]+\]\s*\{?\s*$/d },
    { since: '11.16', what: 'An optional type', line: /^\s*\w+(?<here>\?)\s+\w/d },
  ],
  namesMakeNodes: true,
  lastLabelWins: true,
  quotedTexts: true,
};
