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
  scan: scanArchitecture,
  words: architectureWords,
  finders: architectureBreaks,
  novelties: [{ since: '11.16', what: 'align', line: /^\s*(?<here>align)\s+(?:row|column)\b/d }],
};
