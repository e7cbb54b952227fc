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
  name: 'Architecture',
  description: 'services in groups',
  hasAccessibility: true,
  scan: scanArchitecture,
  words: architectureWords,
  finders: architectureBreaks,
  tokens: {
    ARROW_DIRECTION: 'a side (L, R, T or B)',
    ARCH_TITLE: 'a label in brackets',
    ARCH_ICON: 'an icon in parentheses',
    ARCH_TEXT_ICON: '',
    ID: 'a name',
    ':': 'a colon and a side (:R)',
    '-': '',
    '--': 'an edge (--, -->)',
  },
  line: 'an edge (a:R -- L:b)',
  novelties: [{ since: '11.16', what: 'align', line: /^\s*(?<here>align)\s+(?:row|column)\b/d }],
};
