import { say } from '../../l10n/say';
import { topK } from '../../reference/moe/top-k';
import { softmaxInPlace } from '../../reference/softmax';
import { transformer } from '../../reference/transformer';
import type { Complain } from '../complain';
import type { DemoHost } from '../demo-definition';
import type { LanguageModel } from '../model/language-model';
import { modelTokens } from '../model/model-tokens';
import { numbersOf } from '../result';
import type { TransformerResults, TransformerValues } from './transformer-keys';
import type { TransformerSetup } from './transformer-setup';

/** A trained model and what it reads. */
export interface TransformerProblem {
  readonly model: LanguageModel;
  readonly ids: readonly number[];
  readonly temperature: number;
  /** Tokens that keep a probability. */
  readonly kept: number;
}

export async function transformerProblem(
  values: TransformerValues,
  { model: name, layer, head, temperature }: TransformerSetup,
  { models }: DemoHost,
  complain: Complain,
): Promise<TransformerProblem | undefined> {
  const model = await models.load(name);
  const ids = modelTokens(model, values.text, complain);
  const { blocks, heads } = model.network;
  if (layer >= blocks.length)
    complain('layer', say`must be below ${blocks.length}, the layers of ${model.name}.`, `${blocks.length - 1}`);
  if (head >= heads) complain('head', say`must be below ${heads}, the heads of ${model.name}.`, `${heads - 1}`);
  const size = model.vocabulary.length;
  if ((values.top_k ?? 1) > size)
    complain('top_k', say`must be at most ${size}, the tokens ${model.name} knows.`, `${size}`);
  return ids && { model, ids, temperature, kept: Math.min(values.top_k ?? size, size) };
}

export function solveTransformer(problem: TransformerProblem): TransformerResults {
  const { model, ids } = problem;
  const { logits } = transformer(model.network, ids);
  const probabilities = nextProbabilities(logits.row(ids.length - 1), problem);
  return {
    tokens: ids.map((id) => model.vocabulary[id]!),
    probabilities: numbersOf(probabilities),
    next: model.vocabulary[topK(probabilities, 1)[0]!]!,
  };
}

/** Probabilities of the next token from its logits, after temperature and top-k. */
export function nextProbabilities(
  logits: Float64Array,
  { temperature, kept }: Pick<TransformerProblem, 'temperature' | 'kept'>,
): Float64Array {
  const probabilities = new Float64Array(logits.length).fill(Number.NEGATIVE_INFINITY);
  for (const id of topK(logits, kept)) probabilities[id] = logits[id]! / temperature;
  return softmaxInPlace(probabilities);
}
