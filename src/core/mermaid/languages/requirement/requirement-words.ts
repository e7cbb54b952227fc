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
    element: 'what meets a requirement',
  }),
};

export const requirementDefinitions: readonly string[] = keywordsOf(definitions);
export const requirementRelations = wordList('contains copies derives satisfies verifies refines traces');
/** What a body says, each with a colon. */
export const requirementProperties = wordList('id text risk verifyMethod type docRef');

const requirementLines = phrases({
  'id: ': 'its number',
  'text: ': 'what it asks for',
  'risk: ': 'Low, Medium or High',
  'verifyMethod: ': 'Analysis, Inspection, Test or Demonstration',
});

const elementLines = phrases({ 'type: ': 'what it is', 'docRef: ': 'where it is described' });

export const requirementWords: Vocabulary = {
  keywords: [
    ...definitions.keywords,
    ...phrases({
      direction: 'of the whole diagram',
      classDef: 'defines a style class',
      class: 'gives a style class',
      style: 'styles one',
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
        Analysis: 'by reckoning',
        Inspection: 'by looking',
        Test: 'by trying',
        Demonstration: 'by showing',
      }),
    ],
  },
};
