import { say } from '../../l10n/say';
import { choice, commonKeys, type Keys, number, text, type ValuesOf, whole } from '../schema/key';
import { numberList, oneWord, type ResultKeys, type ResultsOf, wordList } from '../schema/result-key';

export const transformerKeys = {
  ...commonKeys,
  text: text({ meaning: say`What the model reads.`, otherwise: say`a text of the model’s own` }),
  model: choice(
    {
      'sort-nano': say`a trained model of 3 layers that sorts six letters out of A, B and C`,
      'course-nano': say`a trained model of 2 layers with 8 experts each that writes on, piece of word by piece, like the sample course`,
    },
    { meaning: say`A trained model.`, default: 'sort-nano' },
  ),
  layer: whole(0, 1e9, { meaning: say`The layer that is shown first, counted from zero.`, default: 0 }),
  head: whole(0, 1e9, { meaning: say`The head that is shown first, counted from zero.`, default: 0 }),
  temperature: number(1e-6, 1e6, {
    meaning: say`Divides the logits before they become probabilities: below 1 bolder, above 1 more even.`,
    default: 1,
    formula: 'p = \\mathrm{softmax}(z/T)',
  }),
  top_k: whole(1, 1e9, {
    meaning: say`Keeps the k likeliest tokens and shares the probability among them.`,
    otherwise: say`all`,
  }),
  stage: choice(
    {
      tokens: say`the text cut into tokens`,
      embedding: say`a vector for each token`,
      position: say`the position’s vector added`,
      attention: say`tokens mix by attention`,
      'feed-forward': say`each token thinks alone`,
      output: say`probabilities of the next token`,
    },
    { meaning: say`The stage that is shown first.`, default: 'output' },
  ),
} as const satisfies Keys;

export type TransformerValues = ValuesOf<typeof transformerKeys>;

export const transformerResults = {
  tokens: wordList('[tokens]', { meaning: say`The text as the model reads it.` }),
  probabilities: numberList('[vocabulary]', {
    meaning: say`What comes next, after temperature and top-k, in the order of the vocabulary.`,
  }),
  next: oneWord({ meaning: say`The likeliest next token.` }),
} as const satisfies ResultKeys;

export type TransformerResults = ResultsOf<typeof transformerResults>;
