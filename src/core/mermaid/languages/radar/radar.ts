import { english, say } from '../../../l10n/say';
import type { DiagramLanguage } from '../language';
import { radarBreaks } from './radar-breaks';
import { curveLengths } from './radar-doubts';
import { scanRadar } from './radar-scan';
import { radarWords } from './radar-words';

export const radar: DiagramLanguage<'radar'> = {
  type: 'radar',
  judged: ['radar'],
  keywords: [{ word: 'radar-beta', since: '11.6' }],
  name: english`Radar chart`,
  description: english`curves over axes`,
  hasTitle: true,
  hasAccessibility: true,
  scan: scanRadar,
  words: radarWords,
  finders: radarBreaks,
  doubts: [curveLengths],
  tokens: {
    NUMBER: 'a number',
    ID: say`a name of letters and digits`,
  },
};
