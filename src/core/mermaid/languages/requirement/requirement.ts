import { phrases, wordList } from '../../vocabulary';
import { stylingSlots } from '../common-words';
import type { DiagramLanguage } from '../language';
import { requirementBreaks } from './requirement-breaks';
import { scanRequirement } from './requirement-scan';

export const requirement: DiagramLanguage<'requirement'> = {
  type: 'requirement',
  judged: ['requirement'],
  keywords: [{ word: 'requirementDiagram' }, { word: 'requirement' }],
  name: 'Requirement diagram',
  scan: scanRequirement,
  words: {
    keywords: phrases({
      requirement: '',
      functionalRequirement: '',
      interfaceRequirement: '',
      performanceRequirement: '',
      physicalRequirement: '',
      designConstraint: '',
      element: 'what meets a requirement',
      direction: 'of the whole diagram',
      classDef: 'defines a style class',
      class: 'gives a style class',
      style: 'styles one',
    }),
    arrows: wordList('contains copies derives satisfies verifies refines traces').map(({ text }) => ({
      text: `- ${text} ->`,
    })),
    slots: stylingSlots,
  },
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
