import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import type { Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { noWords } from '../vocabulary';
import type { DiagramLanguage } from './language';

const finders: readonly Finder[] = [
  comments,
  misspelt(['actor', 'usecase', 'systemBoundary', 'note', 'direction', 'class', 'classDef', 'style']),
  unclosedOnLine(['"', '[', '(', '{']),
];

export const usecase: DiagramLanguage<'usecase'> = {
  type: 'usecase',
  judged: ['usecase'],
  keywords: [{ word: 'usecase-beta', since: '12.0' }],
  name: 'Use case diagram',
  description: 'actors and use cases',
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
  finders,
};
