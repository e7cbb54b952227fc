import type { Random } from '../../src/core/reference/random';
import { attentionBackward, attentionForward } from './causal-attention';
import {
  geluBackward,
  geluForward,
  linearBackward,
  linearForward,
  type NormCache,
  normBackward,
  normForward,
} from './layers';
import { type MixtureSizes, type MixtureTrace, mixtureBackward, mixtureForward } from './mixture';
import { countOf, hiddenOf, type Parameters, type Sizes, viewsOf } from './parameters';

/** Sequences of equal length. Targets below 0 are not learnt. */
export interface Batch {
  /** `[batch, tokens]`. */
  readonly inputs: Int32Array;
  /** `[batch, tokens]`. */
  readonly targets: Int32Array;
  readonly batch: number;
  readonly tokens: number;
}

/** Channels are left out of what each part adds, with this probability, while the model learns. */
export interface Dropout {
  readonly rate: number;
  readonly random: Random;
}

/** A GPT-2 style decoder with the derivative of its loss. Works in buffers that it keeps, so one batch at a time. */
export class Decoder {
  readonly gradient: Float64Array;
  readonly #sizes: Sizes;
  readonly #views: Parameters;
  readonly #slopes: Parameters;
  readonly #dropout: Dropout | undefined;
  #room: Room | undefined;

  constructor(sizes: Sizes, parameters: Float64Array, dropout?: Dropout) {
    this.#sizes = sizes;
    this.#dropout = dropout;
    this.#views = viewsOf(sizes, parameters);
    this.gradient = new Float64Array(countOf(sizes));
    this.#slopes = viewsOf(sizes, this.gradient);
  }

  /** The mean cross-entropy in nats; fills `gradient`. */
  learn(batch: Batch): number {
    const room = this.#roomFor(batch);
    for (const { masks } of room.blocks) for (const mask of masks) this.#redraw(mask);
    const loss = this.#forward(batch, room, this.#dropout !== undefined);
    this.gradient.fill(0);
    this.#backward(batch, room);
    return loss;
  }

  /** The mean cross-entropy in nats alone. */
  loss(batch: Batch): number {
    return this.#forward(batch, this.#roomFor(batch));
  }

  #redraw(mask: Float64Array): void {
    if (!this.#dropout) return;
    const { rate, random } = this.#dropout;
    for (let i = 0; i < mask.length; i++) mask[i] = random.uniform() < rate ? 0 : 1 / (1 - rate);
  }

  #mixtureSizes(rows: number): MixtureSizes {
    const { width, experts } = this.#sizes;
    return { rows, width, hidden: hiddenOf(this.#sizes), chosen: experts!.chosen, balance: experts!.balance };
  }

  #forward({ inputs, targets, batch, tokens }: Batch, room: Room, learning = false): number {
    const { width, heads, vocabulary, experts } = this.#sizes;
    const hidden = hiddenOf(this.#sizes);
    const rows = batch * tokens;
    const sizes = { batch, tokens, heads, headWidth: width / heads };
    const { tokenEmbedding, positionEmbedding, blocks, finalNorm, head } = this.#views;
    const first = room.blocks[0]!.input;
    for (let row = 0; row < rows; row++)
      for (let c = 0; c < width; c++)
        first[row * width + c] =
          tokenEmbedding[inputs[row]! * width + c]! + positionEmbedding[(row % tokens) * width + c]!;
    for (const [l, block] of blocks.entries()) {
      const at = room.blocks[l]!;
      const { gain, shift } = block.attentionNorm;
      normForward(at.attentionInput, at.input, gain, shift, at.attentionNorm, rows, width);
      linearForward(
        at.joined,
        at.attentionInput,
        block.queryKeyValue.weight,
        block.queryKeyValue.bias,
        rows,
        width,
        3 * width,
      );
      attentionForward(at.mixed, at.weights, at.joined, sizes);
      linearForward(at.middle, at.mixed, block.attentionOutput.weight, block.attentionOutput.bias, rows, width, width);
      if (learning) multiplyInto(at.middle, at.masks[0]);
      addInto(at.middle, at.input);
      const second = block.feedForwardNorm;
      normForward(at.feedForwardInput, at.middle, second.gain, second.shift, at.feedForwardNorm, rows, width);
      const output = room.blocks[l + 1]?.input ?? room.last;
      if (experts) at.mixture = mixtureForward(output, at.feedForwardInput, block, this.#mixtureSizes(rows));
      else {
        const { up, down } = block.experts[0]!;
        linearForward(at.hidden, at.feedForwardInput, up.weight, up.bias, rows, width, hidden);
        geluForward(at.activated, at.hidden, at.curve);
        linearForward(output, at.activated, down.weight, down.bias, rows, hidden, width);
      }
      if (learning) multiplyInto(output, at.masks[1]);
      addInto(output, at.middle);
    }
    normForward(room.final, room.last, finalNorm.gain, finalNorm.shift, room.finalNorm, rows, width);
    linearForward(room.logits, room.final, head, undefined, rows, width, vocabulary);
    return crossEntropy(room.logits, targets, rows, vocabulary);
  }

  #backward({ inputs, batch, tokens }: Batch, room: Room): void {
    const { width, heads, vocabulary, experts } = this.#sizes;
    const hidden = hiddenOf(this.#sizes);
    const rows = batch * tokens;
    const sizes = { batch, tokens, heads, headWidth: width / heads };
    const { blocks, finalNorm, head } = this.#views;
    const slopes = this.#slopes;
    const final = new Float64Array(rows * width);
    linearBackward(room.logits, room.final, head, { x: final, weight: slopes.head }, rows, width, vocabulary);
    let slope = new Float64Array(rows * width);
    normBackward(final, finalNorm.gain, room.finalNorm, { x: slope, ...slopes.finalNorm }, rows, width);
    for (let l = blocks.length - 1; l >= 0; l--) {
      const [block, at, into] = [blocks[l]!, room.blocks[l]!, slopes.blocks[l]!];
      const feedForward = new Float64Array(rows * width);
      const added = slope.slice();
      if (this.#dropout) multiplyInto(added, at.masks[1]);
      if (experts)
        mixtureBackward(
          added,
          at.feedForwardInput,
          block,
          at.mixture!,
          { x: feedForward, ...into },
          this.#mixtureSizes(rows),
        );
      else {
        const { up, down } = block.experts[0]!;
        const to = into.experts[0]!;
        const activated = new Float64Array(rows * hidden);
        linearBackward(added, at.activated, down.weight, { x: activated, ...to.down }, rows, hidden, width);
        const wide = new Float64Array(rows * hidden);
        geluBackward(activated, at.hidden, at.curve, wide);
        linearBackward(wide, at.feedForwardInput, up.weight, { x: feedForward, ...to.up }, rows, width, hidden);
      }
      const middle = slope.slice();
      normBackward(
        feedForward,
        block.feedForwardNorm.gain,
        at.feedForwardNorm,
        { x: middle, ...into.feedForwardNorm },
        rows,
        width,
      );

      const mixed = new Float64Array(rows * width);
      const attended = middle.slice();
      if (this.#dropout) multiplyInto(attended, at.masks[0]);
      linearBackward(
        attended,
        at.mixed,
        block.attentionOutput.weight,
        { x: mixed, ...into.attentionOutput },
        rows,
        width,
        width,
      );
      const joined = new Float64Array(rows * 3 * width);
      attentionBackward(mixed, at.weights, at.joined, joined, sizes);
      const attention = new Float64Array(rows * width);
      linearBackward(
        joined,
        at.attentionInput,
        block.queryKeyValue.weight,
        { x: attention, ...into.queryKeyValue },
        rows,
        width,
        3 * width,
      );
      slope = middle.slice();
      normBackward(
        attention,
        block.attentionNorm.gain,
        at.attentionNorm,
        { x: slope, ...into.attentionNorm },
        rows,
        width,
      );
    }
    for (let row = 0; row < rows; row++)
      for (let c = 0; c < width; c++) {
        slopes.tokenEmbedding[inputs[row]! * width + c]! += slope[row * width + c]!;
        slopes.positionEmbedding[(row % tokens) * width + c]! += slope[row * width + c]!;
      }
  }

  #roomFor({ batch, tokens }: Batch): Room {
    const { layers, width, heads, vocabulary, experts } = this.#sizes;
    const rows = batch * tokens;
    const hidden = experts ? 0 : hiddenOf(this.#sizes);
    if (this.#room?.last.length === rows * width && this.#room.tokens === tokens) return this.#room;
    const array = (columns: number) => new Float64Array(rows * columns);
    const norm = (): NormCache => ({ normal: array(width), scale: array(1) });
    this.#room = {
      tokens,
      blocks: Array.from({ length: layers }, () => ({
        ...{ input: array(width), attentionNorm: norm(), attentionInput: array(width), joined: array(3 * width) },
        ...{ weights: array(heads * tokens), mixed: array(width), middle: array(width), feedForwardNorm: norm() },
        ...{ feedForwardInput: array(width), hidden: array(hidden), activated: array(hidden), curve: array(hidden) },
        ...{ masks: [array(width), array(width)] as const, mixture: undefined },
      })),
      ...{ last: array(width), finalNorm: norm(), final: array(width), logits: array(vocabulary) },
    };
    return this.#room;
  }
}

interface BlockRoom {
  readonly input: Float64Array;
  readonly attentionNorm: NormCache;
  readonly attentionInput: Float64Array;
  readonly joined: Float64Array;
  readonly weights: Float64Array;
  readonly mixed: Float64Array;
  readonly middle: Float64Array;
  readonly feedForwardNorm: NormCache;
  readonly feedForwardInput: Float64Array;
  readonly hidden: Float64Array;
  readonly activated: Float64Array;
  readonly curve: Float64Array;
  mixture: MixtureTrace | undefined;
  /** What dropout multiplies attention's and the feed-forward layer's output by. */
  readonly masks: readonly [Float64Array, Float64Array];
}

interface Room {
  readonly tokens: number;
  readonly blocks: readonly BlockRoom[];
  readonly last: Float64Array;
  readonly finalNorm: NormCache;
  readonly final: Float64Array;
  readonly logits: Float64Array;
}

function addInto(sum: Float64Array, x: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += x[i]!;
}

function multiplyInto(product: Float64Array, x: Float64Array): void {
  for (let i = 0; i < product.length; i++) product[i]! *= x[i]!;
}

/** Mean -log p of the targets; logits `[rows, vocabulary]` become their own slopes. */
function crossEntropy(logits: Float64Array, targets: Int32Array, rows: number, vocabulary: number): number {
  const learnt = targets.reduce((count, target) => count + (target >= 0 ? 1 : 0), 0);
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const scores = logits.subarray(row * vocabulary, (row + 1) * vocabulary);
    const target = targets[row]!;
    if (target < 0) {
      scores.fill(0);
      continue;
    }
    const greatest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    let sum = 0;
    for (const score of scores) sum += Math.exp(score - greatest);
    loss += (greatest + Math.log(sum) - scores[target]!) / learnt;
    for (let id = 0; id < vocabulary; id++) scores[id] = Math.exp(scores[id]! - greatest) / sum / learnt;
    scores[target]! -= 1 / learnt;
  }
  return loss;
}
