import { logSumExp } from '../softmax';
import type { Tensor } from '../tensor';

/** (greatest load - mean load)/mean load (Wang et al. 2024, arXiv 2408.15664, eq. 4); 0 when nothing was sent. */
export function maxViolation(counts: ArrayLike<number>): number {
  let [sum, greatest] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i]!;
    greatest = Math.max(greatest, counts[i]!);
  }
  const mean = sum / counts.length;
  return mean === 0 ? 0 : (greatest - mean) / mean;
}

/** f `[experts]`: each expert's share of all pairs. */
export function loadFractions(counts: ArrayLike<number>): Float64Array {
  const fractions = Float64Array.from(counts);
  const sum = fractions.reduce((total, count) => total + count, 0);
  return fractions.map((count) => (sum === 0 ? 0 : count / sum));
}

/** P `[experts]`: the mean over tokens of each score's share, s/Σs; for softmax scores the mean probability. */
export function meanShares(scores: Tensor): Float64Array {
  const [tokens, experts] = scores.shape as [number, number];
  const shares = new Float64Array(experts);
  for (let token = 0; token < tokens; token++) {
    const row = scores.row(token);
    const sum = row.reduce((total, score) => total + score, 0);
    for (let expert = 0; expert < experts; expert++) shares[expert]! += row[expert]! / sum / tokens;
  }
  return shares;
}

/** α·N·Σ f_i P_i (Fedus et al. 2021, Switch eq. 4), f as shares of all pairs: α when perfectly balanced. */
export function auxiliaryLoss(scores: Tensor, counts: ArrayLike<number>, alpha = 1e-2): number {
  return alpha * counts.length * dot(loadFractions(counts), meanShares(scores));
}

/** α·Σ f_i P_i over one sequence with f_i = N/(k·T)·count_i (DeepSeek-V3, arXiv 2412.19437, eq. 17 to 20). */
export function sequenceLoss(scores: Tensor, counts: ArrayLike<number>, topK: number, alpha = 1e-4): number {
  const perPair = counts.length / (topK * scores.size(0));
  return (
    alpha *
    dot(
      Float64Array.from(counts, (count) => count * perPair),
      meanShares(scores),
    )
  );
}

/** c·mean(logsumexp(logits)²) (Zoph et al. 2022, ST-MoE eq. 5). */
export function zLoss(logits: Tensor, coefficient = 1e-3): number {
  const tokens = logits.size(0);
  let sum = 0;
  for (let token = 0; token < tokens; token++) sum += logSumExp(logits.row(token)) ** 2;
  return (coefficient * sum) / tokens;
}

/** b_i += rate·sign(mean load - load_i), in place (Wang et al. 2024, algorithm 1). */
export function updateBias(bias: Float64Array, counts: ArrayLike<number>, rate = 1e-3): void {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  const mean = sum / counts.length;
  for (let i = 0; i < bias.length; i++) bias[i]! += rate * Math.sign(mean - counts[i]!);
}

/** Pairs on each device when experts stand on devices in equal blocks, in order. */
export function deviceLoad(load: ArrayLike<number>, devices: number): Int32Array {
  if (load.length % devices !== 0)
    throw new RangeError(`${load.length} experts do not divide among ${devices} devices`);
  const perDevice = load.length / devices;
  const sums = new Int32Array(devices);
  for (let expert = 0; expert < load.length; expert++) sums[Math.floor(expert / perDevice)]! += load[expert]!;
  return sums;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
