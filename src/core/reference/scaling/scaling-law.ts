/** L(N, D) = E + A/N^alpha + B/D^beta: loss in nats from N parameters and D tokens (Hoffmann et al. 2022, eq. 2). */
export interface ScalingLaw {
  readonly E: number;
  readonly A: number;
  readonly B: number;
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Fits as their authors print them; `hoffmann-2022-unrounded` holds the digits of the paper's source, which Besiroglu
 * et al. 2024 found to matter: rounding the exponents to two digits moves the best size by a fifth.
 */
export const publishedLaws = {
  'hoffmann-2022': { E: 1.69, A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28 },
  'hoffmann-2022-unrounded': { E: 1.69337368, A: 406.401018, B: 410.722827, alpha: 0.33917084, beta: 0.2849083 },
  'besiroglu-2024': { E: 1.8172, A: 482.01, B: 2085.43, alpha: 0.3478, beta: 0.3658 },
} as const satisfies Record<string, ScalingLaw>;

/** Exponents a of N* ∝ C^a; tokens go with C^(1-a). Those of 2022 are Hoffmann et al., table 2, by their three approaches. The DeepSeek rows are arXiv 2401.02954, table 4. */
export const publishedExponents = {
  'kaplan-2020': 0.73,
  'hoffmann-2022-approach-1': 0.5,
  'hoffmann-2022-approach-2': 0.49,
  'hoffmann-2022-approach-3': 0.46,
  'deepseek-2024-early': 0.45,
  'deepseek-2024': 0.524,
  'deepseek-2024-openwebtext2': 0.578,
} as const;

/** Floating-point operations of training: C = 6ND. */
export const trainingCompute = (parameters: number, tokens: number): number => 6 * parameters * tokens;

export const lossAt = (law: ScalingLaw, parameters: number, tokens: number): number =>
  law.E + law.A / parameters ** law.alpha + law.B / tokens ** law.beta;

/** a = beta/(alpha + beta), by which the best model size grows with compute. */
export const sizeExponent = (law: ScalingLaw): number => law.beta / (law.alpha + law.beta);

export interface ComputeOptimum {
  /** N*. */
  readonly parameters: number;
  /** D*. */
  readonly tokens: number;
  readonly tokensPerParameter: number;
  readonly loss: number;
}

/**
 * The size and token count of least loss for `compute` operations: N* = G(C/6)^a with G = (αA/βB)^(1/(α+β)), and
 * D* = (C/6)/N* (Hoffmann et al. 2022, eq. 4).
 */
export function computeOptimum(law: ScalingLaw, compute: number): ComputeOptimum {
  const { A, B, alpha, beta } = law;
  const scale = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
  const parameters = scale * (compute / 6) ** sizeExponent(law);
  const tokens = compute / 6 / parameters;
  return { parameters, tokens, tokensPerParameter: tokens / parameters, loss: lossAt(law, parameters, tokens) };
}

/** Loss over model sizes at one compute budget, N evenly spaced in logarithm between the bounds. */
export function isoFlop(
  law: ScalingLaw,
  compute: number,
  bounds: { readonly from: number; readonly to: number; readonly count: number },
): { parameters: number; tokens: number; loss: number }[] {
  const step = Math.log(bounds.to / bounds.from) / Math.max(1, bounds.count - 1);
  return Array.from({ length: bounds.count }, (_, i) => {
    const parameters = bounds.from * Math.exp(i * step);
    const tokens = compute / 6 / parameters;
    return { parameters, tokens, loss: lossAt(law, parameters, tokens) };
  });
}
