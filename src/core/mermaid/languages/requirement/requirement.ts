import type { DiagramLanguage } from '../language';
import { requirementBreaks } from './requirement-breaks';
import { scanRequirement } from './requirement-scan';
import { requirementWords } from './requirement-words';

export const requirement: DiagramLanguage<'requirement'> = {
  type: 'requirement',
  judged: ['requirement'],
  keywords: [{ word: 'requirementDiagram' }, { word: 'requirement' }],
  name: 'Requirement diagram',
  scan: scanRequirement,
  words: requirementWords,
  finders: requirementBreaks,
  novelties: [
    {
      since: '11.5',
      what: 'A direction of a requirement diagram',
      line: /^\s*(?<here>direction)\s+(?:TB|BT|LR|RL)\b/d,
    },
    { since: '11.5', what: 'Styles in a requirement diagram', line: /^\s*(?<here>classDef|style)\s+\S/d },
  ],
};
