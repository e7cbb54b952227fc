import { say } from '../../../l10n/say';
import { keywordsOf, phrases, type Vocabulary, wordList } from '../../vocabulary';
import { stylingSlots } from '../common-words';

/** What is defined, with a body in braces. */
const definitions: Vocabulary = {
  keywords: phrases({
    requirement: '',
    functionalRequirement: '',
    interfaceRequirement: '',
    performanceRequirement: '',
    physicalRequirement: '',
    designConstraint: '',
    element: say`what meets a requirement`,
  }),
};

export const requirementDefinitions: readonly string[] = keywordsOf(definitions);
export const requirementRelations = wordList('contains copies derives satisfies verifies refines traces');
/** What a body says, each with a colon. */
export const requirementProperties = wordList('id text risk verifyMethod type docRef');

const requirementLines = phrases({
  'id: ': say`its number`,
  'text: ': say`what it asks for`,
  'risk: ': say`Low, Medium or High`,
  'verifyMethod: ': say`Analysis, Inspection, Test or Demonstration`,
});

const elementLines = phrases({ 'type: ': say`what it is`, 'docRef: ': say`where it is described` });

export const requirementWords: Vocabulary = {
  keywords: [
    ...definitions.keywords,
    ...phrases({
      direction: say`of the whole diagram`,
      classDef: say`defines a style class`,
      class: say`gives a style class`,
      style: say`styles one`,
    }),
  ],
  rare: requirementProperties,
  bodies: Object.fromEntries([
    ...requirementDefinitions.map((kind) => [kind, [requirementLines]] as const),
    ['element', [elementLines]],
  ]),
  arrows: requirementRelations.map((word) => ({ text: `- ${word} ->` })),
  slots: {
    ...stylingSlots,
    risk: [phrases({ Low: '', Medium: '', High: '' })],
    verifymethod: [
      phrases({
        Analysis: say`by reckoning`,
        Inspection: say`by looking`,
        Test: say`by trying`,
        Demonstration: say`by showing`,
      }),
    ],
  },
};
