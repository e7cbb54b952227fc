import { english } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { scanKeywords } from '../scan/keywords';
import { noWords } from '../vocabulary';
import type { DiagramLanguage } from './language';

export const info: DiagramLanguage<'info'> = {
  type: 'info',
  judged: ['info'],
  keywords: [{ word: 'info' }],
  name: english`The version of Mermaid that draws`,
  scan: scanKeywords([]),
  words: noWords,
  finders: [comments],
};
