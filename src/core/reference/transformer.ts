import { geluTanh, map } from './activation';
import { attention, mergeHeads, splitHeads } from './attention';
import { add, linear } from './matmul';
import { combine } from './moe/experts';
import { type GateOptions, gate, type Routing } from './moe/gate';
import { layerNorm } from './norm';
import { Tensor } from './tensor';

export interface Linear {
  /** `[outer, inner]`. */
  readonly weight: Tensor;
  /** `[outer]`. */
  readonly bias: Tensor;
}

export interface Norm {
  /** `[width]`. */
  readonly gain: Tensor;
  /** `[width]`. */
  readonly shift: Tensor;
}

/** A wide layer with GELU and the way back. */
export interface FeedForward {
  /** `[hidden, width]`. */
  readonly up: Linear;
  /** `[width, hidden]`. */
  readonly down: Linear;
}

interface BlockParts {
  readonly attentionNorm: Norm;
  /** `[3·width, width]`: queries, keys and values, one below the other. */
  readonly queryKeyValue: Linear;
  readonly attentionOutput: Linear;
  readonly feedForwardNorm: Norm;
}

/** A layer in which all tokens pass through the same feed-forward part. */
export interface DenseBlock extends BlockParts, FeedForward {}

/** A layer in which a router sends each token through `topK` of the experts. */
export interface RoutedBlock extends BlockParts {
  /** `[experts, width]`, without bias. */
  readonly router: Tensor;
  readonly topK: number;
  /** All of one shape. */
  readonly experts: readonly FeedForward[];
}

/** One layer of a GPT-2 style decoder: norm before each part, residual around it. */
export type TransformerBlock = DenseBlock | RoutedBlock;

/**
 * How a decoder's router chooses: by logits, ties to the lower index; weights are the softmax over the chosen alone
 * (Jiang et al. 2024, arXiv 2401.04088).
 */
export const decoderGate = (topK: number): GateOptions => ({
  score: 'softmax',
  topK,
  normalise: true,
  convention: 'megatron',
});

/** What a router made of its tokens. */
export interface RouterTrace extends Pick<Routing, 'slots' | 'experts' | 'weights' | 'scores'> {
  /** `[tokens, experts]`. */
  readonly logits: Tensor;
}

/** A decoder with learned positions (Radford et al. 2019). */
export interface TransformerModel {
  readonly heads: number;
  /** `[vocabulary, width]`. */
  readonly tokenEmbedding: Tensor;
  /** `[context, width]`. */
  readonly positionEmbedding: Tensor;
  readonly blocks: readonly TransformerBlock[];
  readonly finalNorm: Norm;
  /** `[vocabulary, width]`, without bias. */
  readonly head: Tensor;
}

/** Everything one layer computes on the way, for who wants to look inside. `width` = heads·headWidth. */
export interface BlockTrace {
  /** `[tokens, width]`. */
  readonly attentionInput: Tensor;
  /** `[heads, tokens, headWidth]`. */
  readonly query: Tensor;
  readonly key: Tensor;
  readonly value: Tensor;
  /** `[heads, tokens, tokens]`, scaled, -Infinity above the diagonal. */
  readonly scores: Tensor;
  /** `[heads, tokens, tokens]`. */
  readonly weights: Tensor;
  /** `[tokens, width]`, heads side by side. */
  readonly mixed: Tensor;
  readonly attentionOutput: Tensor;
  readonly afterAttention: Tensor;
  readonly feedForwardInput: Tensor;
  /** Of a layer with experts. */
  readonly routing?: RouterTrace;
  /** Before and after GELU, `[tokens, hidden]`; with experts `[tokens, slots, hidden]`, in the order of the routing. */
  readonly hidden: Tensor;
  readonly activated: Tensor;
  /** `[tokens, width]`. */
  readonly feedForwardOutput: Tensor;
  readonly output: Tensor;
}

export interface TransformerTrace {
  /** `[tokens, width]`. */
  readonly tokenEmbeddings: Tensor;
  readonly positions: Tensor;
  readonly embedded: Tensor;
  readonly blocks: readonly BlockTrace[];
  readonly normed: Tensor;
  /** `[tokens, vocabulary]`. */
  readonly logits: Tensor;
}

/** One layer over x `[tokens, width]`. */
export function transformerBlock(x: Tensor, block: TransformerBlock, heads: number): BlockTrace {
  const attentionInput = normed(x, block.attentionNorm);
  const joined = apply(attentionInput, block.queryKeyValue);
  const [query, key, value] = [0, 1, 2].map((part) => splitHeads(third(joined, part), heads)) as [
    Tensor,
    Tensor,
    Tensor,
  ];
  const { scores, weights, output: perHead } = attention(query, key, value, { causal: true });
  const mixed = mergeHeads(perHead);
  const attentionOutput = apply(mixed, block.attentionOutput);
  const afterAttention = add(x, attentionOutput);

  const feedForwardInput = normed(afterAttention, block.feedForwardNorm);
  const fed = 'router' in block ? throughExperts(feedForwardInput, block) : throughOne(feedForwardInput, block);
  const output = add(afterAttention, fed.feedForwardOutput);
  return {
    ...{ attentionInput, query, key, value, scores, weights, mixed, attentionOutput, afterAttention },
    ...{ feedForwardInput, ...fed, output },
  };
}

type Fed = Pick<BlockTrace, 'hidden' | 'activated' | 'feedForwardOutput' | 'routing'>;

function throughOne(x: Tensor, { up, down }: FeedForward): Fed {
  const hidden = apply(x, up);
  const activated = map(hidden, geluTanh);
  return { hidden, activated, feedForwardOutput: apply(activated, down) };
}

/** Each token through its own experts alone, one after the other. */
function throughExperts(x: Tensor, { router, topK, experts }: RoutedBlock): Fed {
  const logits = linear(x, router);
  const { slots, experts: chosen, weights, scores } = gate(logits, decoderGate(topK));
  const [tokens, width] = x.shape as [number, number];
  const wide = experts[0]!.up.weight.size(0);
  const [hidden, activated] = [new Tensor([tokens, slots, wide]), new Tensor([tokens, slots, wide])];
  const answers = new Tensor([tokens, slots, width]);
  for (let token = 0; token < tokens; token++)
    for (let slot = 0; slot < slots; slot++) {
      const answer = throughOne(new Tensor([1, width], x.row(token)), experts[chosen[token * slots + slot]!]!);
      hidden.row(token, slot).set(answer.hidden.data);
      activated.row(token, slot).set(answer.activated.data);
      answers.row(token, slot).set(answer.feedForwardOutput.data);
    }
  const routing = { slots, experts: chosen, weights, scores, logits };
  return { routing, hidden, activated, feedForwardOutput: combine(answers, weights.data) };
}

/** The whole way from token ids to logits. Throws a RangeError for an unknown token or more tokens than the context. */
export function transformer(model: TransformerModel, tokens: ArrayLike<number>): TransformerTrace {
  const ids = Array.from(tokens);
  const tokenEmbeddings = rows(model.tokenEmbedding, ids);
  const positions = rows(model.positionEmbedding, [...ids.keys()]);
  const embedded = add(tokenEmbeddings, positions);
  const blocks: BlockTrace[] = [];
  for (const block of model.blocks)
    blocks.push(transformerBlock(blocks.at(-1)?.output ?? embedded, block, model.heads));
  const final = normed(blocks.at(-1)?.output ?? embedded, model.finalNorm);
  return { tokenEmbeddings, positions, embedded, blocks, normed: final, logits: linear(final, model.head) };
}

const normed = (x: Tensor, norm: Norm): Tensor => layerNorm(x, norm.gain, norm.shift);
const apply = (x: Tensor, layer: Linear): Tensor => linear(x, layer.weight, layer.bias);

function rows(table: Tensor, ids: readonly number[]): Tensor {
  const out = new Tensor([ids.length, table.size(1)]);
  for (const [i, id] of ids.entries()) out.row(i).set(table.row(id));
  return out;
}

/** Columns part·width up to (part + 1)·width of `[tokens, 3·width]`. */
function third(joined: Tensor, part: number): Tensor {
  const [tokens, width] = [joined.size(0), joined.size(1) / 3];
  const out = new Tensor([tokens, width]);
  for (let token = 0; token < tokens; token++)
    out.row(token).set(joined.row(token).subarray(part * width, (part + 1) * width));
  return out;
}
