import { comments } from '../breaks/comments';
import { scanKeywords } from '../scan/keywords';
import { noWords } from '../vocabulary';
import type { DiagramLanguage } from './language';

export const zenuml: DiagramLanguage<'zenuml'> = {
  type: 'zenuml',
  judged: [],
  keywords: [{ word: 'zenuml' }],
  name: 'ZenUML sequence diagram (a plugin)',
  scan: scanKeywords([
    'title',
    'x-axis',
    'y-axis',
    'bar',
    'line',
    'set',
    'union',
    'text',
    'component',
    'anchor',
    'evolve',
    'pipeline',
    'note',
    'participant',
  ]),
  words: noWords,
  finders: [comments],
};
