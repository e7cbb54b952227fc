import { mistakenKeywords } from '../../doubts/mistaken-keywords';
import type { DiagramLanguage } from '../language';
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
  name: 'Block diagram',
  description: 'blocks in columns',
  scan: scanBlock,
  words: blockWords,
  finders: blockBreaks,
  doubts: [mistakenKeywords([['columns', /^\s+\S+\s*$/]]), columnCounts],
};
