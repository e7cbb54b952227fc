import { choice, commonKeys, type Keys, number, text, type ValuesOf, whole } from '../schema/key';
import { numberList, oneWord, type ResultKeys, type ResultsOf, wordList } from '../schema/result-key';

export const transformerKeys = {
  ...commonKeys,
  text: text({ meaning: 'What the model reads.', otherwise: 'a text of the model’s own' }),
  model: choice(
    {
      'sort-nano': 'a trained model of 3 layers that sorts six letters out of A, B and C',
      'course-nano':
        'a trained model of 2 layers with 8 experts each that writes on, piece of word by piece, like the sample course',
    },
    { meaning: 'A trained model.', default: 'sort-nano' },
  ),
  layer: whole(0, 1e9, { meaning: 'The layer that is shown first, counted from zero.', default: 0 }),
  head: whole(0, 1e9, { meaning: 'The head that is shown first, counted from zero.', default: 0 }),
  temperature: number(1e-6, 1e6, {
    meaning: 'Divides the logits before they become probabilities: below 1 bolder, above 1 more even.',
    default: 1,
    formula: 'p = \\mathrm{softmax}(z/T)',
  }),
  top_k: whole(1, 1e9, {
    meaning: 'Keeps the k likeliest tokens and shares the probability among them.',
    otherwise: 'all',
  }),
  stage: choice(
    {
      tokens: 'the text cut into tokens',
      embedding: 'a vector for each token',
      position: 'the position’s vector added',
      attention: 'tokens mix by attention',
      'feed-forward': 'each token thinks alone',
      output: 'probabilities of the next token',
    },
    { meaning: 'The stage that is shown first.', default: 'output' },
  ),
} as const satisfies Keys;

export type TransformerValues = ValuesOf<typeof transformerKeys>;

export const transformerResults = {
  tokens: wordList('[tokens]', { meaning: 'The text as the model reads it.' }),
  probabilities: numberList('[vocabulary]', {
    meaning: 'What comes next, after temperature and top-k, in the order of the vocabulary.',
  }),
  next: oneWord({ meaning: 'The likeliest next token.' }),
} as const satisfies ResultKeys;

export type TransformerResults = ResultsOf<typeof transformerResults>;
