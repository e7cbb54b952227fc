import {
  attentionBackward,
  attentionForward,
  geluBackward,
  geluForward,
  linearBackward,
  linearForward,
  type NormCache,
  normBackward,
  normForward,
} from './layers';
import { countOf, type Parameters, type Sizes, viewsOf } from './parameters';

/** Sequences of equal length. Targets below 0 are not learnt. */
export interface Batch {
  /** `[batch, tokens]`. */
  readonly inputs: Int32Array;
  /** `[batch, tokens]`. */
  readonly targets: Int32Array;
  readonly batch: number;
  readonly tokens: number;
}

/** A GPT-2 style decoder with the derivative of its loss. Works in buffers that it keeps, so one batch at a time. */
export class Decoder {
  readonly gradient: Float64Array;
  readonly #sizes: Sizes;
  readonly #views: Parameters;
  readonly #slopes: Parameters;
  #room: Room | undefined;

  constructor(sizes: Sizes, parameters: Float64Array) {
    this.#sizes = sizes;
    this.#views = viewsOf(sizes, parameters);
    this.gradient = new Float64Array(countOf(sizes));
    this.#slopes = viewsOf(sizes, this.gradient);
  }

  /** The mean cross-entropy in nats; fills `gradient`. */
  learn(batch: Batch): number {
    const room = this.#roomFor(batch);
    const loss = this.#forward(batch, room);
    this.gradient.fill(0);
    this.#backward(batch, room);
    return loss;
  }

  /** The mean cross-entropy in nats alone. */
  loss(batch: Batch): number {
    return this.#forward(batch, this.#roomFor(batch));
  }

  #forward({ inputs, targets, batch, tokens }: Batch, room: Room): number {
    const { width, heads, vocabulary } = this.#sizes;
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
      addInto(at.middle, at.input);
      const second = block.feedForwardNorm;
      normForward(at.feedForwardInput, at.middle, second.gain, second.shift, at.feedForwardNorm, rows, width);
      linearForward(at.hidden, at.feedForwardInput, block.up.weight, block.up.bias, rows, width, 4 * width);
      geluForward(at.activated, at.hidden);
      const output = room.blocks[l + 1]?.input ?? room.last;
      linearForward(output, at.activated, block.down.weight, block.down.bias, rows, 4 * width, width);
      addInto(output, at.middle);
    }
    normForward(room.final, room.last, finalNorm.gain, finalNorm.shift, room.finalNorm, rows, width);
    linearForward(room.logits, room.final, head, undefined, rows, width, vocabulary);
    return crossEntropy(room.logits, targets, rows, vocabulary);
  }

  #backward({ inputs, batch, tokens }: Batch, room: Room): void {
    const { width, heads, vocabulary } = this.#sizes;
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
      const activated = new Float64Array(rows * 4 * width);
      linearBackward(slope, at.activated, block.down.weight, { x: activated, ...into.down }, rows, 4 * width, width);
      const hidden = new Float64Array(rows * 4 * width);
      geluBackward(activated, at.hidden, hidden);
      const feedForward = new Float64Array(rows * width);
      linearBackward(
        hidden,
        at.feedForwardInput,
        block.up.weight,
        { x: feedForward, ...into.up },
        rows,
        width,
        4 * width,
      );
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
      linearBackward(
        middle,
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
    const { layers, width, heads, vocabulary } = this.#sizes;
    const rows = batch * tokens;
    if (this.#room?.last.length === rows * width && this.#room.tokens === tokens) return this.#room;
    const array = (columns: number) => new Float64Array(rows * columns);
    const norm = (): NormCache => ({ normal: array(width), scale: array(1) });
    this.#room = {
      tokens,
      blocks: Array.from({ length: layers }, () => ({
        ...{ input: array(width), attentionNorm: norm(), attentionInput: array(width), joined: array(3 * width) },
        ...{ weights: array(heads * tokens), mixed: array(width), middle: array(width), feedForwardNorm: norm() },
        ...{ feedForwardInput: array(width), hidden: array(4 * width), activated: array(4 * width) },
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
