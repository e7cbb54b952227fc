import { english } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { scanIndented } from '../scan/indented';
import { noWords } from '../vocabulary';
import type { DiagramLanguage } from './language';

export const ishikawa: DiagramLanguage<'ishikawa'> = {
  type: 'ishikawa',
  judged: ['ishikawa'],
  keywords: [
    { word: 'ishikawa', since: '11.13' },
    { word: 'ishikawa-beta', since: '11.13' },
  ],
  name: english`Ishikawa diagram`,
  description: english`causes of an effect`,
  plainLabels: true,
  scan: scanIndented,
  words: noWords,
  finders: [comments],
};
