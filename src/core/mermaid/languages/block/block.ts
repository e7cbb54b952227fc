import { mistakenKeywords } from '../../doubts/mistaken-keywords';
import { phrases } from '../../vocabulary';
import { styling, stylingSlots } from '../common-words';
import type { DiagramLanguage } from '../language';
import { blockBreaks } from './block-breaks';
import { scanBlock } from './block-scan';
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
  words: {
    keywords: [
      { text: 'columns', detail: 'how many' },
      { text: 'space', detail: 'an empty place' },
      { text: 'block', detail: 'blocks in a block', snippet: 'block:‹id›\n\t‹›\nend' },
      { text: 'end', detail: 'ends the block' },
      ...styling,
    ],
    arrows: phrases({ '-->': 'arrow', '---': 'line' }),
    slots: stylingSlots,
  },
  finders: blockBreaks,
  doubts: [mistakenKeywords([['columns', /^\s+\S+\s*$/]]), columnCounts],
};
