import type { Linear, Norm, TransformerModel } from '../../src/core/reference/transformer';
import { attention } from './attention';
import type { Computation } from './computation';
import type { DeviceTensor } from './device-tensor';
import { gather } from './gather';
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
    readonly up: DeviceLinear;
    readonly down: DeviceLinear;
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
  return {
    heads: model.heads,
    tokenEmbedding: computation.upload('token embedding', model.tokenEmbedding),
    positionEmbedding: computation.upload('position embedding', model.positionEmbedding),
    blocks: model.blocks.map((block) => ({
      attentionNorm: normOf('attention norm', block.attentionNorm),
      queryKeyValue: linearOf('query, key and value', block.queryKeyValue),
      attentionOutput: linearOf('attention output', block.attentionOutput),
      feedForwardNorm: normOf('feed-forward norm', block.feedForwardNorm),
      up: linearOf('feed-forward up', block.up),
      down: linearOf('feed-forward down', block.down),
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
  readonly hidden: DeviceTensor;
  readonly activated: DeviceTensor;
  readonly feedForwardOutput: DeviceTensor;
  readonly output: DeviceTensor;
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
    const hidden = rows('hidden', block.up.weight.shape[0]!);
    linear(computation, feedForwardInput, block.up.weight, hidden, block.up);
    const activated = rows('activated', block.up.weight.shape[0]!);
    pointwise(computation, 'gelu-tanh', hidden, activated);
    const feedForwardOutput = rows('feed-forward output');
    linear(computation, activated, block.down.weight, feedForwardOutput, block.down);
    const output = rows('block output');
    pointwise(computation, 'add', afterAttention, output, feedForwardOutput);

    x = output;
    return {
      ...{ attentionInput, queryKeyValue, scores, weights, mixed, attentionOutput, afterAttention },
      ...{ feedForwardInput, hidden, activated, feedForwardOutput, output },
    };
  });

  const normed = rows('normed');
  normalize(computation, x, normed, model.finalNorm);
  const logits = rows('logits', model.head.shape[0]!);
  linear(computation, normed, model.head, logits);
  return { embedded, blocks, normed, logits };
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
