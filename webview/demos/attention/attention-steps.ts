import type { AttentionProblem } from '../../../src/core/demos/attention/attention-problem';
import { say } from '../../../src/core/l10n/say';
import { type AttentionResult, attention } from '../../../src/core/reference/attention';
import { matmul } from '../../../src/core/reference/matmul';
import { softmaxInPlace } from '../../../src/core/reference/softmax';
import { pairMask } from '../../../src/core/reference/sparse/key-pairs';
import { Tensor } from '../../../src/core/reference/tensor';

/** The way from queries and keys to mixed values, one matrix a step. */
export const attentionSteps = ['scores', 'scaled', 'masked', 'softmax', 'mixed'] as const;
export type AttentionStep = (typeof attentionSteps)[number] | 'blocks' | 'recorded';

/** With the scores of compressed keys where they choose the pairs, and what was recorded where a table is given. */
export const stepsOf = ({ pairs, recorded }: AttentionProblem): readonly AttentionStep[] => [
  ...(pairs?.blockScores ? (['blocks'] as const) : []),
  ...attentionSteps,
  ...(recorded ? (['recorded'] as const) : []),
];

/** What a step is called. */
export const stepNames: Readonly<Record<AttentionStep, string>> = {
  blocks: say`blocks`,
  scores: say`scores`,
  scaled: say`scaled`,
  masked: say`masked`,
  softmax: 'softmax',
  recorded: say`recorded`,
  mixed: say`mixed`,
};

export const stepMeanings: Readonly<Record<AttentionStep, string>> = {
  blocks: say`Each query multiplied with the mean of each block’s keys: by these a query chooses its blocks, and takes its own.`,
  scores: say`QKᵀ: each query multiplied with each key. Large where the two point the same way.`,
  scaled: say`QKᵀ/(T√d): divided by the root of the width, so that wide vectors do not make softmax all or nothing.`,
  masked: say`Hidden keys, and pairs that are not computed, become −∞, so that softmax gives them nothing. Without a mask nothing changes here.`,
  softmax: say`Each row becomes weights that sum to 1: what a query takes from each key.`,
  recorded: say`What the table says that a real model’s query took from each key. The steps before it are computed here.`,
  mixed: say`The weights times V: each row is one query’s mixture of the values, a column for each channel.`,
};

/** One step of one head, `[queries, keys]`, or `[queries, width]` for the mixture. */
export function stepMatrix(
  problem: AttentionProblem,
  solved: AttentionResult,
  step: AttentionStep,
  head: number,
): Tensor {
  if (step === 'blocks') return slab(problem.pairs!.blockScores!, head);
  if (step === 'recorded') return slab(problem.recorded!.weights, head);
  if (step === 'masked') return slab(solved.scores, head);
  if (step === 'softmax') return slab(solved.weights, head);
  if (step === 'mixed') return slab(solved.output, head);
  const { temperature = 1 } = problem.options;
  const scores = rawScores(problem, head);
  if (step === 'scores') return scores;
  const scale = 1 / (Math.sqrt(problem.query.size(2)) * temperature);
  return new Tensor(
    scores.shape,
    scores.data.map((value) => value * scale),
  );
}

/** What √d is for: the mean entropy of a head's rows, in nats, with the division and without it. */
export function scalingEffect(problem: AttentionProblem, head: number, entropyOf: (row: Float64Array) => number) {
  const { query, key, options, pairs } = problem;
  const mask = pairs && pairMask(pairs, head, query.size(1), key.size(1));
  const one = (tensor: Tensor, index: number) =>
    new Tensor([1, tensor.size(1), tensor.size(2)], slab(tensor, index).data);
  const keyHead = Math.floor(head / (query.size(0) / key.size(0)));
  const values = new Tensor([1, key.size(1), 1]);
  const mean = (scale: number) => {
    const { weights } = attention(one(query, head), one(key, keyHead), values, {
      ...options,
      ...(mask && { mask }),
      scale,
    });
    const rows = Array.from({ length: weights.size(1) }, (_, row) => entropyOf(weights.row(0, row)));
    return rows.reduce((sum, value) => sum + value, 0) / Math.max(1, rows.length);
  };
  return { scaled: mean(1 / Math.sqrt(query.size(2))), unscaled: mean(1) };
}

/** A query's weights over the keys `[keys]`, with its scores divided by √d or as they are. */
export function rowWeights(problem: AttentionProblem, head: number, row: number, divided: boolean): Float64Array {
  const { query, key, options, pairs } = problem;
  const mask = pairs && pairMask(pairs, head, query.size(1), key.size(1));
  const { causal = false, causalOffset = 0, temperature = 1 } = options;
  const keyHead = Math.floor(head / (query.size(0) / key.size(0)));
  const scale = (divided ? 1 / Math.sqrt(query.size(2)) : 1) / temperature;
  const asked = query.row(head, row);
  const scores = Float64Array.from({ length: key.size(1) }, (_, at) => {
    if ((causal && at > row + causalOffset) || (mask && !mask[row * key.size(1) + at])) return Number.NEGATIVE_INFINITY;
    return scale * key.row(keyHead, at).reduce((sum, value, i) => sum + value * asked[i]!, 0);
  });
  return softmaxInPlace(scores);
}

function rawScores({ query, key }: AttentionProblem, head: number): Tensor {
  const keyHead = Math.floor(head / (query.size(0) / key.size(0)));
  return matmul(slab(query, head), slab(key, keyHead), { transposeB: true });
}

/** One head of `[heads, rows, columns]`. */
export function slab(tensor: Tensor, head: number): Tensor {
  const [, rows, columns] = tensor.shape as [number, number, number];
  return new Tensor([rows, columns], tensor.data.slice(head * rows * columns, (head + 1) * rows * columns));
}
