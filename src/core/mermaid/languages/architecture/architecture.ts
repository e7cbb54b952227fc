import { english, say } from '../../../l10n/say';
import type { DiagramLanguage } from '../language';
import { architectureBreaks } from './architecture-breaks';
import { scanArchitecture } from './architecture-scan';
import { architectureWords } from './architecture-words';

export const architecture: DiagramLanguage<'architecture'> = {
  type: 'architecture',
  judged: ['architecture'],
  keywords: [
    { word: 'architecture-beta', since: '11.1' },
    { word: 'architecture', since: '11.1' },
  ],
  name: english`Architecture`,
  description: english`services in groups`,
  hasAccessibility: true,
  scan: scanArchitecture,
  words: architectureWords,
  finders: architectureBreaks,
  tokens: {
    ARROW_DIRECTION: say`a side (L, R, T or B)`,
    ARCH_TITLE: say`a label in brackets`,
    ARCH_ICON: say`an icon in parentheses`,
    ARCH_TEXT_ICON: '',
    ID: 'a name',
    ':': say`a colon and a side (:R)`,
    '-': '',
    '--': say`an edge (--, -->)`,
  },
  line: say`an edge (a:R -- L:b)`,
  novelties: [{ since: '11.16', what: 'align', line: /^\s*(?<here>align)\s+(?:row|column)\b/d }],
};
