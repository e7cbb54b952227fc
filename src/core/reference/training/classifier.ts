import { Random } from '../random';
import { logSumExp, softmaxInPlace } from '../softmax';

export const [classes, features, batchSize, testSize] = [8, 12, 32, 128] as const;

/** Inputs `[rows, features]` and the class of each row. */
export interface Batch {
  readonly inputs: Float64Array;
  readonly labels: Uint8Array;
}

/** What one pass over a batch gives. */
export interface Pass {
  /** Mean cross entropy, in nats. */
  readonly loss: number;
  /** mean(logsumexp(logits)²), the Z-loss without its coefficient (Chowdhery et al. 2022, PaLM, arXiv 2204.02311, section 5). */
  readonly meanSquaredZ: number;
  /** `[classes, features]`, of the cross entropy and `zLoss` times the Z-loss. */
  readonly gradient: Float64Array;
}

/**
 * The data of a seeded task: labels are the likeliest class of a hidden linear map with noise, so that no classifier is
 * always right. Batches are drawn by their number; the same number gives the same batch.
 */
export class Task {
  readonly #seed: number;
  readonly #truth: Float64Array;

  constructor(seed: number) {
    this.#seed = seed;
    this.#truth = new Random(seed, 'truth').gaussians([classes, features]).data;
  }

  /** @param scale by which inputs are too large, their labels drawn blindly: a bad batch; 1 for a good one. */
  batch(name: number | 'test', scale = 1): Batch {
    const rows = name === 'test' ? testSize : batchSize;
    const random = new Random(this.#seed, `batch/${name}`);
    const inputs = random.gaussians([rows, features]).data;
    const labels = Uint8Array.from({ length: rows }, (_, row) => {
      if (scale !== 1) return random.below(classes);
      const scores = Array.from({ length: classes }, (__, one) => this.#score(inputs, row, one) + random.gaussian());
      return scores.indexOf(Math.max(...scores));
    });
    return { inputs: scale === 1 ? inputs : inputs.map((value) => value * scale), labels };
  }

  #score(inputs: Float64Array, row: number, one: number): number {
    let sum = 0;
    for (let i = 0; i < features; i++) sum += this.#truth[one * features + i]! * inputs[row * features + i]!;
    return sum;
  }
}

/** Loss and gradient of softmax regression with weights `[classes, features]`. */
export function pass(weights: Float64Array, { inputs, labels }: Batch, zLoss: number): Pass {
  const rows = labels.length;
  const gradient = new Float64Array(weights.length);
  let [loss, meanSquaredZ] = [0, 0];
  const logits = new Float64Array(classes);
  for (let row = 0; row < rows; row++) {
    const at = row * features;
    for (let one = 0; one < classes; one++) {
      let sum = 0;
      for (let i = 0; i < features; i++) sum += weights[one * features + i]! * inputs[at + i]!;
      logits[one] = sum;
    }
    const z = logSumExp(logits);
    const label = labels[row]!;
    loss += (z - logits[label]!) / rows;
    meanSquaredZ += z ** 2 / rows;
    softmaxInPlace(logits);
    for (let one = 0; one < classes; one++) {
      const slope = (logits[one]! * (1 + 2 * zLoss * z) - (one === label ? 1 : 0)) / rows;
      for (let i = 0; i < features; i++) gradient[one * features + i]! += slope * inputs[at + i]!;
    }
  }
  return { loss, meanSquaredZ, gradient };
}
