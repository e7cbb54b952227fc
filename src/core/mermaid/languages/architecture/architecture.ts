import { phrases } from '../../vocabulary';
import type { DiagramLanguage } from '../language';
import { architectureBreaks } from './architecture-breaks';
import { scanArchitecture } from './architecture-scan';

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
  words: {
    keywords: phrases({ group: 'services in a frame', service: 'a service', junction: 'where edges meet' }),
    arrows: phrases({ ':R -- L:': 'edge', ':R --> L:': 'arrow', in: 'a group' }),
    slots: { in: ['ids'] },
  },
  finders: architectureBreaks,
  novelties: [{ since: '11.16', what: 'align', line: /^\s*(?<here>align)\s+(?:row|column)\b/d }],
};
