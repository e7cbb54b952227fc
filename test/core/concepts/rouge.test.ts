import assert from 'node:assert/strict';
import { rouge } from '../../../src/core/concepts/rouge';

/** Precision, recall and F as Google's rouge_scorer gives them (without stemmer), rounded to six places. */
const published: readonly (readonly [
  reference: string,
  candidate: string,
  one: number[],
  two: number[],
  longest: number[],
])[] = [
  [
    'The quick brown fox jumps over the lazy dog',
    'The quick brown dog jumps on the log.',
    [0.75, 0.666667, 0.705882],
    [0.285714, 0.25, 0.266667],
    [0.625, 0.555556, 0.588235],
  ],
  [
    'A layer made of many feed-forward networks of which each token visits a few.',
    'Each token visits a few of many networks.',
    [1, 0.533333, 0.695652],
    [0.714286, 0.357143, 0.47619],
    [0.625, 0.333333, 0.434783],
  ],
  ['attention', 'softmax', [0, 0, 0], [0, 0, 0], [0, 0, 0]],
  ['', 'a', [0, 0, 0], [0, 0, 0], [0, 0, 0]],
  ['a a a b', 'a b a b a', [0.8, 1, 0.888889], [0.25, 0.333333, 0.285714], [0.6, 0.75, 0.666667]],
  [
    "The model's 13B weights: 4-bit!",
    'the models 13b weights in 4 bit',
    [0.714286, 0.714286, 0.714286],
    [0.333333, 0.333333, 0.333333],
    [0.714286, 0.714286, 0.714286],
  ],
];

describe('rouge', () => {
  for (const [reference, candidate, one, two, longest] of published) {
    it(`scores “${candidate}” as the published implementation does`, () => {
      const { rouge1, rouge2, rougeL } = rouge(reference, candidate);
      const rounded = [rouge1, rouge2, rougeL].map(({ precision, recall, f }) =>
        [precision, recall, f].map((value) => Number(value.toFixed(6))),
      );
      assert.deepEqual(rounded, [one, two, longest]);
    });
  }
});
