import { english } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

/** Nothing is completed in a plug-in's language. */
const words: Vocabulary = { keywords: [], rare: ['title', 'participant'] };

export const zenuml: DiagramLanguage<'zenuml'> = {
  type: 'zenuml',
  judged: [],
  keywords: [{ word: 'zenuml' }],
  name: english`ZenUML sequence diagram (a plugin)`,
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders: [comments],
};
