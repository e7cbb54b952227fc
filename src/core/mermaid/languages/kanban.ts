import { noWords } from '../vocabulary';
import type { DiagramLanguage } from './language';
import { halfShapes } from './mindmap/half-shapes';
import { mindmapBreaks } from './mindmap/mindmap-breaks';
import { scanMindmap } from './mindmap/mindmap-scan';
import { textsWithBrackets } from './mindmap/texts-with-brackets';

/** Columns and their cards, written as a mindmap is, with data in `@{ }`. */
export const kanban: DiagramLanguage<'kanban'> = {
  type: 'kanban',
  judged: ['kanban'],
  keywords: [{ word: 'kanban', since: '11.4' }],
  name: 'Kanban board',
  description: 'columns and cards',
  plainLabels: true,
  scan: scanMindmap,
  words: noWords,
  finders: mindmapBreaks,
  tokens: {
    NODE_DEND: 'the bracket that closes the shape',
    SHAPE_DATA: '‘}’',
  },
  doubts: [halfShapes, textsWithBrackets],
};
