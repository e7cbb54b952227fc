import { english, say } from '../../../l10n/say';
import { misreadings } from '../../doubts/misreadings';
import { mistakenKeywords } from '../../doubts/mistaken-keywords';
import type { DiagramLanguage } from '../language';
import { arrowsToThemselves } from './arrows-to-themselves';
import { blockBreaks } from './block-breaks';
import { scanBlock } from './block-scan';
import { blockWords } from './block-words';
import { columnCounts } from './column-counts';

export const block: DiagramLanguage<'block'> = {
  type: 'block',
  judged: ['block'],
  keywords: [
    { word: 'block-beta', since: '10.8' },
    { word: 'block', since: '11.10' },
  ],
  name: english`Block diagram`,
  description: english`blocks in columns`,
  scan: scanBlock,
  words: blockWords,
  finders: blockBreaks,
  tokens: {
    NODE_ID: say`the name of a block`,
    NODE_DEND: say`the bracket that closes the label`,
    LINK: say`an arrow (-->, ---)`,
    START_LINK: say`an arrow (-->, ---)`,
    STR: say`a text in quotes`,
    'id-block': '',
    CLASSDEF_ID: say`the name of a style class`,
    STYLE_ENTITY_IDS: say`the name of a block`,
    style: '',
    class: '',
  },
  line: say`a row of blocks (a b["Text"] c:2)`,
  doubts: [
    misreadings([
      {
        line: /(?<mend>(?<stroke>--|==)[-=]*[>xo]?\s*(?<here>\|)\s*"?(?<text>[^|"]+?)"?\s*\|)/d,
        message: say`What stands between the pipes is drawn as a block: the text of an arrow stands in it, a -- "text" --> b.`,
        title: say`Put the text into the arrow`,
        mend: ({ stroke, text }) => `${stroke} "${text}" ${stroke}>`,
      },
    ]),
    mistakenKeywords([['columns', /^\s+\S+\s*$/]]),
    columnCounts,
    arrowsToThemselves,
  ],
};
