import { english } from '../../src/core/l10n/say';

/** What the tables of published numbers note, which the reference states in English: marked, to be said by `said`. */
export const publishedNotes: readonly string[] = [
  english`the paper’s number was wrong, as the README of openai/gpt-2 says; it has 124M`,
  english`the name is a round number`,
  english`the number is cut, not rounded`,
  english`the card’s number is cut, not rounded`,
  english`active: the number is cut, not rounded`,
  english`the two numbers of the table are cut, not rounded`,
  english`active: the authors count 36.7B, about what is active without the embedding; their head for the token after the next, 11.5B, is left out here`,
  english`any right answer, by unit tests`,
  english`majority vote`,
  english`budget forcing: “Wait” in place of the end`,
];
