import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import type { Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, keywordsOnly, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = keywordsOnly({
  actor: 'who acts',
  usecase: 'what is done',
  systemBoundary: 'use cases in a frame',
  note: 'a note',
  direction: 'of the whole diagram',
  class: 'gives a style class',
  classDef: 'defines a style class',
  style: 'styles one',
});

const finders: readonly Finder[] = [comments, misspelt(keywordsOf(words)), unclosedOnLine(['"', '[', '(', '{'])];

export const usecase: DiagramLanguage<'usecase'> = {
  type: 'usecase',
  judged: ['usecase'],
  keywords: [{ word: 'usecase-beta', since: '12.0' }],
  name: 'Use case diagram',
  description: 'actors and use cases',
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
};
