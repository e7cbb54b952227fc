import { Random } from '../../src/core/reference/random';
import { Tensor } from '../../src/core/reference/tensor';
import type { TransformerModel } from '../../src/core/reference/transformer';

export interface Sizes {
  readonly vocabulary: number;
  readonly context: number;
  readonly layers: number;
  readonly heads: number;
  readonly width: number;
  /** Channels of the wide layer, or of each expert's; four times the width when not given. */
  readonly hidden?: number;
  /** Feed-forward layers as a mixture of this many experts, `chosen` of them for each token. */
  readonly experts?: { readonly count: number; readonly chosen: number; readonly balance: number };
}

export const hiddenOf = ({ width, hidden = 4 * width }: Sizes): number => hidden;

export type Parameters = ReturnType<typeof viewsOf>;

/** All parameters of a decoder as views into one array, so that an optimiser need not know them apart. */
export function viewsOf(sizes: Sizes, all: Float64Array) {
  const { vocabulary, context, layers, width, experts } = sizes;
  const hidden = hiddenOf(sizes);
  let at = 0;
  const take = (length: number): Float64Array => {
    at += length;
    return all.subarray(at - length, at);
  };
  const norm = () => ({ gain: take(width), shift: take(width) });
  const layer = (outer: number, inner: number) => ({ weight: take(outer * inner), bias: take(outer) });
  return {
    tokenEmbedding: take(vocabulary * width),
    positionEmbedding: take(context * width),
    blocks: Array.from({ length: layers }, () => ({
      attentionNorm: norm(),
      queryKeyValue: layer(3 * width, width),
      attentionOutput: layer(width, width),
      feedForwardNorm: norm(),
      router: take(experts ? experts.count * width : 0),
      experts: Array.from({ length: experts?.count ?? 1 }, () => ({
        up: layer(hidden, width),
        down: layer(width, hidden),
      })),
    })),
    finalNorm: norm(),
    head: take(vocabulary * width),
  };
}

export function countOf(sizes: Sizes): number {
  const { vocabulary, context, layers, width, experts } = sizes;
  const hidden = hiddenOf(sizes);
  const feedForward = 2 * hidden * width + hidden + width;
  const mixture = experts ? experts.count * (feedForward + width) : feedForward;
  return (2 * vocabulary + context + 2) * width + layers * (4 * width * width + 8 * width + mixture);
}

/** GPT-2's start: normal weights of 0.02, those into the residual stream smaller with depth, biases 0, gains 1. */
export function initialise(sizes: Sizes, seed: number): Float64Array {
  const all = new Float64Array(countOf(sizes));
  const random = new Random(seed, 'initial');
  const draw = (into: Float64Array, deviation: number) => {
    for (let i = 0; i < into.length; i++) into[i] = deviation * random.gaussian();
  };
  const views = viewsOf(sizes, all);
  for (const table of [views.tokenEmbedding, views.positionEmbedding, views.head]) draw(table, 0.02);
  for (const block of views.blocks) {
    const { queryKeyValue, attentionOutput, router, experts } = block;
    for (const { weight } of [queryKeyValue, ...experts.map(({ up }) => up)]) draw(weight, 0.02);
    for (const { weight } of [attentionOutput, ...experts.map(({ down }) => down)])
      draw(weight, 0.02 / Math.sqrt(2 * sizes.layers));
    draw(router, 0.02);
    for (const { gain } of [block.attentionNorm, block.feedForwardNorm]) gain.fill(1);
  }
  views.finalNorm.gain.fill(1);
  return all;
}

/** The same parameters as the reference's forward pass takes them. */
export function networkOf(sizes: Sizes, all: Float64Array): TransformerModel {
  const { vocabulary, context, width, heads, experts } = sizes;
  const views = viewsOf(sizes, all);
  const norm = ({ gain, shift }: { gain: Float64Array; shift: Float64Array }) => ({
    gain: new Tensor([width], gain),
    shift: new Tensor([width], shift),
  });
  const layer = ({ weight, bias }: { weight: Float64Array; bias: Float64Array }) => ({
    weight: new Tensor([bias.length, weight.length / bias.length], weight),
    bias: new Tensor([bias.length], bias),
  });
  const feedForward = ({ up, down }: Parameters['blocks'][number]['experts'][number]) => ({
    up: layer(up),
    down: layer(down),
  });
  return {
    heads,
    tokenEmbedding: new Tensor([vocabulary, width], views.tokenEmbedding),
    positionEmbedding: new Tensor([context, width], views.positionEmbedding),
    blocks: views.blocks.map((block) => ({
      attentionNorm: norm(block.attentionNorm),
      queryKeyValue: layer(block.queryKeyValue),
      attentionOutput: layer(block.attentionOutput),
      feedForwardNorm: norm(block.feedForwardNorm),
      ...(experts
        ? {
            router: new Tensor([experts.count, width], block.router),
            topK: experts.chosen,
            experts: block.experts.map(feedForward),
          }
        : feedForward(block.experts[0]!)),
    })),
    finalNorm: norm(views.finalNorm),
    head: new Tensor([vocabulary, width], views.head),
  };
}
