import { topK } from '../../src/core/reference/moe/top-k';
import { geluBackward, geluForward, linearBackward, linearForward } from './layers';

/** Router `[experts, width]`, and for each expert a wide layer with GELU and the way back. */
export interface MixtureWeights {
  readonly router: Float64Array;
  readonly experts: readonly {
    readonly up: { readonly weight: Float64Array; readonly bias: Float64Array };
    readonly down: { readonly weight: Float64Array; readonly bias: Float64Array };
  }[];
}

export interface MixtureSizes {
  readonly rows: number;
  readonly width: number;
  /** Channels of one expert's wide layer. */
  readonly hidden: number;
  /** Experts for each token. */
  readonly chosen: number;
  /** Weight of the auxiliary loss that evens the load out (Shazeer et al. 2017, in the form of Fedus et al. 2021). */
  readonly balance: number;
}

/** What a forward pass keeps for its derivative. */
export interface MixtureTrace {
  /** `[rows, experts]`: softmax of the router's logits. */
  readonly affinities: Float64Array;
  readonly shares: readonly ExpertShare[];
}

/** The tokens that one expert got. */
interface ExpertShare {
  readonly rows: readonly number[];
  /** Weight of this expert for each of them: softmax over the chosen alone. */
  readonly weights: Float64Array;
  readonly input: Float64Array;
  readonly hidden: Float64Array;
  readonly curve: Float64Array;
  readonly activated: Float64Array;
  readonly output: Float64Array;
}

/** y `[rows, width]` = the weighted sum of what each token's experts make of x. */
export function mixtureForward(
  y: Float64Array,
  x: Float64Array,
  { router, experts }: MixtureWeights,
  { rows, width, hidden, chosen }: MixtureSizes,
): MixtureTrace {
  const count = experts.length;
  const affinities = new Float64Array(rows * count);
  linearForward(affinities, x, router, undefined, rows, width, count);
  const picked: { row: number; weight: number }[][] = experts.map(() => []);
  for (let row = 0; row < rows; row++) {
    const logits = affinities.subarray(row * count, (row + 1) * count);
    const likeliest = topK(logits, chosen);
    const greatest = logits[likeliest[0]!]!;
    const total = likeliest.reduce((sum, e) => sum + Math.exp(logits[e]! - greatest), 0);
    for (const e of likeliest) picked[e]!.push({ row, weight: Math.exp(logits[e]! - greatest) / total });
    let all = 0;
    for (let e = 0; e < count; e++) all += logits[e] = Math.exp(logits[e]! - greatest);
    for (let e = 0; e < count; e++) logits[e]! /= all;
  }
  y.fill(0);
  const shares = experts.map(({ up, down }, e): ExpertShare => {
    const tokens = picked[e]!;
    const own = tokens.map(({ row }) => row);
    const n = own.length;
    const input = gather(x, own, width);
    const array = (columns: number) => new Float64Array(n * columns);
    const share = {
      ...{ rows: own, weights: Float64Array.from(tokens, ({ weight }) => weight), input },
      ...{ hidden: array(hidden), curve: array(hidden), activated: array(hidden), output: array(width) },
    };
    linearForward(share.hidden, input, up.weight, up.bias, n, width, hidden);
    geluForward(share.activated, share.hidden, share.curve);
    linearForward(share.output, share.activated, down.weight, down.bias, n, hidden, width);
    for (const [i, row] of own.entries())
      for (let c = 0; c < width; c++) y[row * width + c]! += share.weights[i]! * share.output[i * width + c]!;
    return share;
  });
  return { affinities, shares };
}

/** Adds to the slopes of x and of all weights, those of the auxiliary loss among them. */
export function mixtureBackward(
  slope: Float64Array,
  x: Float64Array,
  { router, experts }: MixtureWeights,
  { affinities, shares }: MixtureTrace,
  into: MixtureWeights & { readonly x: Float64Array },
  { rows, width, hidden, chosen, balance }: MixtureSizes,
): void {
  const count = experts.length;
  const ofWeights = new Float64Array(rows * count);
  const weightOf = new Float64Array(rows * count);
  for (const [e, share] of shares.entries()) {
    const n = share.rows.length;
    const output = gather(slope, share.rows, width);
    for (const [i, row] of share.rows.entries()) {
      let along = 0;
      for (let c = 0; c < width; c++) {
        along += output[i * width + c]! * share.output[i * width + c]!;
        output[i * width + c]! *= share.weights[i]!;
      }
      ofWeights[row * count + e] = along;
      weightOf[row * count + e] = share.weights[i]!;
    }
    const [activated, wide, input] = [hidden, hidden, width].map((columns) => new Float64Array(n * columns)) as [
      Float64Array<ArrayBuffer>,
      Float64Array<ArrayBuffer>,
      Float64Array<ArrayBuffer>,
    ];
    const [{ up, down }, to] = [experts[e]!, into.experts[e]!];
    linearBackward(output, share.activated, down.weight, { x: activated, ...to.down }, n, hidden, width);
    geluBackward(activated, share.hidden, share.curve, wide);
    linearBackward(wide, share.input, up.weight, { x: input, ...to.up }, n, width, hidden);
    for (const [i, row] of share.rows.entries())
      for (let c = 0; c < width; c++) into.x[row * width + c]! += input[i * width + c]!;
  }
  const load = shares.map((share) => share.rows.length / (rows * chosen));
  const logits = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    let [mean, even] = [0, 0];
    for (let e = row * count; e < (row + 1) * count; e++) {
      mean += weightOf[e]! * ofWeights[e]!;
      even += affinities[e]! * load[e - row * count]!;
    }
    for (let e = row * count; e < (row + 1) * count; e++)
      logits[e] =
        weightOf[e]! * (ofWeights[e]! - mean) +
        ((balance * count) / rows) * affinities[e]! * (load[e - row * count]! - even);
  }
  linearBackward(logits, x, router, { x: into.x, weight: into.router }, rows, width, count);
}

function gather(x: Float64Array, rows: readonly number[], width: number): Float64Array<ArrayBuffer> {
  const out = new Float64Array(rows.length * width);
  for (const [i, row] of rows.entries()) out.set(x.subarray(row * width, (row + 1) * width), i * width);
  return out;
}
