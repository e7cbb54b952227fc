import {
  decoderGate,
  type Linear,
  type Norm,
  type TransformerBlock,
  type TransformerModel,
} from '../../src/core/reference/transformer';
import { attention } from './attention';
import type { Computation } from './computation';
import type { DeviceTensor } from './device-tensor';
import { gather } from './gather';
import { place } from './moe/dispatch';
import { combine, groupedProduct, uploadStacked } from './moe/experts';
import { gate } from './moe/gate';
import { pointwise } from './pointwise';
import { linear, type Matrices } from './product';
import { normalize } from './rows';

interface DeviceLinear {
  readonly weight: DeviceTensor;
  readonly bias: DeviceTensor;
}

interface DeviceNorm {
  readonly gain: DeviceTensor;
  readonly shift: DeviceTensor;
}

/** The two layers of a feed-forward part; of experts, stacked: weight `[experts, outer, inner]`, bias `[experts, outer]`. */
interface DeviceFeedForward {
  readonly up: DeviceLinear;
  readonly down: DeviceLinear;
}

interface DeviceExperts extends DeviceFeedForward {
  readonly router: DeviceTensor;
  readonly topK: number;
}

/** A model's weights on a device. */
export interface DeviceModel {
  readonly heads: number;
  readonly tokenEmbedding: DeviceTensor;
  readonly positionEmbedding: DeviceTensor;
  readonly blocks: readonly {
    readonly attentionNorm: DeviceNorm;
    readonly queryKeyValue: DeviceLinear;
    readonly attentionOutput: DeviceLinear;
    readonly feedForwardNorm: DeviceNorm;
    readonly feedForward: DeviceFeedForward | DeviceExperts;
  }[];
  readonly finalNorm: DeviceNorm;
  readonly head: DeviceTensor;
}

export function uploadModel(computation: Computation, model: TransformerModel): DeviceModel {
  const linearOf = (name: string, { weight, bias }: Linear): DeviceLinear => ({
    weight: computation.upload(`${name} weight`, weight),
    bias: computation.upload(`${name} bias`, bias),
  });
  const normOf = (name: string, { gain, shift }: Norm): DeviceNorm => ({
    gain: computation.upload(`${name} gain`, gain),
    shift: computation.upload(`${name} shift`, shift),
  });
  const stackOf = (name: string, layers: readonly Linear[]): DeviceLinear => ({
    weight: uploadStacked(
      computation,
      `${name} weight`,
      layers.map(({ weight }) => weight),
    ),
    bias: uploadStacked(
      computation,
      `${name} bias`,
      layers.map(({ bias }) => bias),
    ),
  });
  const feedForwardOf = (block: TransformerBlock): DeviceFeedForward | DeviceExperts => {
    if (!('router' in block))
      return { up: linearOf('feed-forward up', block.up), down: linearOf('feed-forward down', block.down) };
    const { router, topK, experts } = block;
    const up = experts.map((expert) => expert.up);
    const down = experts.map((expert) => expert.down);
    return {
      ...{ router: computation.upload('router', router), topK },
      ...{ up: stackOf('up', up), down: stackOf('down', down) },
    };
  };
  return {
    heads: model.heads,
    tokenEmbedding: computation.upload('token embedding', model.tokenEmbedding),
    positionEmbedding: computation.upload('position embedding', model.positionEmbedding),
    blocks: model.blocks.map((block) => ({
      attentionNorm: normOf('attention norm', block.attentionNorm),
      queryKeyValue: linearOf('query, key and value', block.queryKeyValue),
      attentionOutput: linearOf('attention output', block.attentionOutput),
      feedForwardNorm: normOf('feed-forward norm', block.feedForwardNorm),
      feedForward: feedForwardOf(block),
    })),
    finalNorm: normOf('final norm', model.finalNorm),
    head: computation.upload('head', model.head),
  };
}

/** What a layer computes on the way; tokens of all texts below each other. */
export interface DeviceBlockTrace {
  readonly attentionInput: DeviceTensor;
  /** `[texts·length, 3·width]`. */
  readonly queryKeyValue: DeviceTensor;
  /** `[texts·heads, length, length]`. */
  readonly scores: DeviceTensor;
  readonly weights: DeviceTensor;
  readonly mixed: DeviceTensor;
  readonly attentionOutput: DeviceTensor;
  readonly afterAttention: DeviceTensor;
  readonly feedForwardInput: DeviceTensor;
  /** `[texts·length, hidden]`, with experts `[places, hidden]`. */
  readonly hidden: DeviceTensor;
  readonly activated: DeviceTensor;
  readonly feedForwardOutput: DeviceTensor;
  readonly output: DeviceTensor;
  readonly routing?: DeviceRouting;
}

/** Where a layer with experts sends its tokens. */
export interface DeviceRouting {
  /** `[texts·length, experts]`. */
  readonly logits: DeviceTensor;
  readonly scores: DeviceTensor;
  /** `[texts·length, slots]`. */
  readonly weights: DeviceTensor;
  /** `[texts·length, slots]`, i32. */
  readonly chosen: DeviceTensor;
  readonly places: DeviceTensor;
}

export interface DeviceTrace {
  readonly embedded: DeviceTensor;
  readonly blocks: readonly DeviceBlockTrace[];
  readonly normed: DeviceTensor;
  /** `[texts·length, vocabulary]`. */
  readonly logits: DeviceTensor;
}

/** A GPT-2 style decoder over `texts` of one length, their tokens one text after the other. */
export function transformer(
  computation: Computation,
  model: DeviceModel,
  tokens: readonly number[],
  texts = 1,
): DeviceTrace {
  const length = tokens.length / texts;
  const width = model.tokenEmbedding.shape[1]!;
  const rows = (name: string, columns = width) => computation.allocate(name, [tokens.length, columns]);

  const embedded = rows('embedded');
  gather(computation, tokens, model.tokenEmbedding, embedded, { positions: model.positionEmbedding, length });

  let x = embedded;
  const blocks = model.blocks.map((block): DeviceBlockTrace => {
    const attentionInput = rows('attention input');
    normalize(computation, x, attentionInput, block.attentionNorm);
    const queryKeyValue = rows('query, key and value', 3 * width);
    linear(computation, attentionInput, block.queryKeyValue.weight, queryKeyValue, block.queryKeyValue);
    const mixed = rows('mixed values');
    const { scores, weights } = attendInPlace(computation, queryKeyValue, mixed, model.heads, texts);
    const attentionOutput = rows('attention output');
    linear(computation, mixed, block.attentionOutput.weight, attentionOutput, block.attentionOutput);
    const afterAttention = rows('after attention');
    pointwise(computation, 'add', x, afterAttention, attentionOutput);

    const feedForwardInput = rows('feed-forward input');
    normalize(computation, afterAttention, feedForwardInput, block.feedForwardNorm);
    const part = block.feedForward;
    const fed =
      'router' in part
        ? throughExperts(computation, feedForwardInput, part)
        : throughOne(computation, feedForwardInput, part);
    const output = rows('block output');
    pointwise(computation, 'add', afterAttention, output, fed.feedForwardOutput);

    x = output;
    return {
      ...{ attentionInput, queryKeyValue, scores, weights, mixed, attentionOutput, afterAttention },
      ...{ feedForwardInput, ...fed, output },
    };
  });

  const normed = rows('normed');
  normalize(computation, x, normed, model.finalNorm);
  const logits = rows('logits', model.head.shape[0]!);
  linear(computation, normed, model.head, logits);
  return { embedded, blocks, normed, logits };
}

type Fed = Pick<DeviceBlockTrace, 'hidden' | 'activated' | 'feedForwardOutput' | 'routing'>;

function throughOne(computation: Computation, x: DeviceTensor, { up, down }: DeviceFeedForward): Fed {
  const [tokens, width] = x.shape as [number, number];
  const wide = up.weight.shape[0]!;
  const hidden = computation.allocate('hidden', [tokens, wide]);
  linear(computation, x, up.weight, hidden, up);
  const activated = computation.allocate('activated', [tokens, wide]);
  pointwise(computation, 'gelu-tanh', hidden, activated);
  const feedForwardOutput = computation.allocate('feed-forward output', [tokens, width]);
  linear(computation, activated, down.weight, feedForwardOutput, down);
  return { hidden, activated, feedForwardOutput };
}

function throughExperts(computation: Computation, x: DeviceTensor, { router, topK, up, down }: DeviceExperts): Fed {
  const [tokens, width] = x.shape as [number, number];
  const [experts, wide] = up.weight.shape as [number, number];
  const logits = computation.allocate('router logits', [tokens, experts]);
  linear(computation, x, router, logits);
  const { chosen, weights, scores } = gate(computation, logits, decoderGate(topK));
  const placement = place(computation, chosen, weights, experts);
  const pairs = tokens * topK;
  const hidden = computation.allocate('hidden', [pairs, wide]);
  groupedProduct(computation, x, up.weight, placement, hidden, true, up.bias);
  const activated = computation.allocate('activated', [pairs, wide]);
  pointwise(computation, 'gelu-tanh', hidden, activated);
  const answers = computation.allocate('answers', [pairs, width]);
  groupedProduct(computation, activated, down.weight, placement, answers, false, down.bias);
  const feedForwardOutput = computation.allocate('feed-forward output', [tokens, width]);
  combine(computation, answers, placement, weights, x, feedForwardOutput);
  const routing = { logits, scores, weights, chosen, places: placement.places };
  return { hidden, activated, feedForwardOutput, routing };
}

/** Causal attention of heads that stand side by side in `[texts·length, 3·width]`, each text by itself. */
function attendInPlace(
  computation: Computation,
  joined: DeviceTensor,
  mixed: DeviceTensor,
  heads: number,
  texts: number,
): { scores: DeviceTensor; weights: DeviceTensor } {
  const [rows, width] = mixed.shape as [number, number];
  const length = rows / texts;
  const headWidth = width / heads;
  const part = (index: number): Matrices => ({
    tensor: joined,
    ...{ start: index * width, outer: length * 3 * width, head: headWidth, row: 3 * width, column: 1 },
  });
  return attention(
    computation,
    {
      ...{ query: part(0), key: part(1), value: part(2), outer: texts, heads },
      ...{ queries: length, keys: length, keyWidth: headWidth, valueWidth: headWidth },
    },
    { tensor: mixed, outer: length * width, head: headWidth, row: width, column: 1 },
    1 / Math.sqrt(headWidth),
    { causal: true },
  );
}
