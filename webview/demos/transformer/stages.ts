import { say } from '../../../src/core/l10n/say';
import { Tensor } from '../../../src/core/reference/tensor';
import type { RouterTrace, TransformerTrace } from '../../../src/core/reference/transformer';
import { slab } from '../attention/attention-steps';

/** The way from a text to its next token; the names are those of the fence's key. */
export const stages = ['tokens', 'embedding', 'position', 'attention', 'feed-forward', 'output'] as const;
export type Stage = (typeof stages)[number];

/** What a stage is called. */
export const stageNames: Readonly<Record<Stage, string>> = {
  tokens: say`tokens`,
  embedding: say`embedding`,
  position: say`position`,
  attention: say`attention`,
  'feed-forward': say`feed-forward`,
  output: say`output`,
};

export const stageMeanings: Readonly<Record<Stage, string>> = {
  tokens: say`The text is cut into tokens; the model knows each by its number alone.`,
  embedding: say`Each token becomes the vector that was learned for it: the same token, the same row.`,
  position: say`A learned vector for each place is added, so that the same token differs from place to place.`,
  attention: say`Each token takes a weighted mixture of itself and those before it, once for every head; it is added to its row.`,
  'feed-forward': say`Each token passes alone through a wide layer, GELU and back; the result is added to its row.`,
  output: say`The last token’s row becomes one logit for each token the model knows; softmax makes them probabilities.`,
};

/** What a stage does in this model. */
export const stageMeaning = ({ blocks }: TransformerTrace, stage: Stage, layer: number): string =>
  stage === 'feed-forward' && blocks[layer]?.routing
    ? say`A router chooses experts for each token; it passes alone through those, each a wide layer, GELU and back. What they answer, each by its weight, is added to its row.`
    : stageMeanings[stage];

/** Stages that stand in every layer, not once. */
export const inLayers = (stage: Stage): boolean => stage === 'attention' || stage === 'feed-forward';

/** One matrix of a stage: tokens down, and across tokens or experts (weights) or the channels of a vector. */
export interface StageMap {
  readonly title: string;
  readonly across: 'tokens' | 'experts' | 'channels';
  /** `[tokens, tokens]`, `[tokens, experts]` or `[tokens, channels]`. */
  readonly matrix: Tensor;
}

/** The matrices of a stage, the one to look at first in front; none for tokens and output. */
export function stageMaps(trace: TransformerTrace, stage: Stage, layer: number, head: number): StageMap[] {
  const channels = (title: string, matrix: Tensor): StageMap => ({ title, across: 'channels', matrix });
  const block = trace.blocks[layer];
  switch (stage) {
    case 'embedding':
      return [channels(say`Embeddings of the tokens`, trace.tokenEmbeddings)];
    case 'position':
      return [
        channels(say`Vectors of the positions`, trace.positions),
        channels(say`Embedding + position: what enters layer 0`, trace.embedded),
      ];
    case 'attention':
      return block
        ? [
            {
              title: say`Attention weights of layer ${layer}, head ${head}`,
              across: 'tokens',
              matrix: slab(block.weights, head),
            },
            channels(say`Rows after the attention of layer ${layer}`, block.afterAttention),
          ]
        : [];
    case 'feed-forward':
      return block
        ? [
            block.routing
              ? {
                  ...{ title: say`Experts of layer ${layer}, and their weights`, across: 'experts' },
                  matrix: expertWeights(block.routing),
                }
              : channels(say`Wide layer ${layer} after GELU`, block.activated),
            channels(say`Rows after layer ${layer}`, block.output),
          ]
        : [];
    default:
      return [];
  }
}

/** Each token's weight of each expert, 0 where it was not chosen: `[tokens, experts]`. */
export function expertWeights({ slots, experts, weights, logits }: RouterTrace): Tensor {
  const out = new Tensor(logits.shape);
  for (const [pair, expert] of experts.entries()) out.row(Math.floor(pair / slots))[expert] = weights.data[pair]!;
  return out;
}

/** A token as it is shown: a blank would be seen by nobody. */
export const tokenName = (token: string): string => token.replaceAll(' ', '␣');
