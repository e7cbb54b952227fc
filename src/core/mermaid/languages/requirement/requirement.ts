import { english, say } from '../../../l10n/say';
import type { DiagramLanguage } from '../language';
import { requirementBreaks } from './requirement-breaks';
import { scanRequirement } from './requirement-scan';
import { requirementWords } from './requirement-words';

export const requirement: DiagramLanguage<'requirement'> = {
  type: 'requirement',
  judged: ['requirement'],
  keywords: [{ word: 'requirementDiagram' }, { word: 'requirement' }],
  name: english`Requirement diagram`,
  hasAccessibility: true,
  scan: scanRequirement,
  words: requirementWords,
  finders: requirementBreaks,
  tokens: {
    CONTAINS: say`a relation (contains, copies, derives, satisfies, verifies, refines or traces)`,
    COPIES: '',
    DERIVES: '',
    SATISFIES: '',
    VERIFIES: '',
    REFINES: '',
    TRACES: '',
    LINE: say`a dash and a relation (- satisfies ->)`,
    END_ARROW_L: '',
    END_ARROW_R: '‘->’',
    ID: 'id:',
    TEXT: 'text:',
    RISK: 'risk:',
    VERIFYMTHD: 'verifymethod:',
    TYPE: 'type:',
    DOCREF: 'docref:',
    unqString: 'a word',
    qString: say`a text in quotes`,
    COLONSEP: 'a colon',
    BRKT: '',
    NUM: '',
    UNIT: '',
  },
  line: say`a relation (A - satisfies -> B)`,
  novelties: [
    {
      since: '11.5',
      what: say`A direction of a requirement diagram`,
      line: /^\s*(?<here>direction)\s+(?:TB|BT|LR|RL)\b/d,
    },
    { since: '11.5', what: say`Styles in a requirement diagram`, line: /^\s*(?<here>classDef|style)\s+\S/d },
  ],
};
