import { keywordsOnly } from '../../vocabulary';
import type { DiagramLanguage } from '../language';
import { halfShapes } from './half-shapes';
import { mindmapBreaks } from './mindmap-breaks';
import { scanMindmap } from './mindmap-scan';

export const mindmap: DiagramLanguage<'mindmap'> = {
  type: 'mindmap',
  judged: ['mindmap'],
  keywords: [{ word: 'mindmap' }],
  name: 'Mindmap',
  description: 'a tree by indentation',
  scan: scanMindmap,
  words: keywordsOnly({ '::icon(': 'an icon for the node above', ':::': 'style classes for the node above' }),
  finders: mindmapBreaks,
  doubts: [halfShapes],
};
