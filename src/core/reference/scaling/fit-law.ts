import { finish, type Work } from '../work';
import { type Minimum, minimising, type Objective } from './minimise';
import type { ScalingLaw } from './scaling-law';

/** One training run: N parameters, D tokens, final loss in nats. All positive. */
export interface Run {
  readonly parameters: number;
  readonly tokens: number;
  readonly loss: number;
}

/**
 * How far a law is from the runs, r being log L̂ - log L:
 * - `huber-sum`: Σ Huber(r) (Hoffmann et al. 2022, eq. 3).
 * - `huber-mle`: the likelihood of r under a Huber density whose width σ is fitted too (Besiroglu et al. 2024,
 *   arXiv 2404.10102): Σ Huber(r/σ) + n log σ.
 */
export type FitObjective = 'huber-sum' | 'huber-mle';

export interface Fit {
  readonly law: ScalingLaw;
  /** The objective's value, a sum over runs; a mean would stop the search too early. */
  readonly value: number;
}

/** How many runs five constants need. */
export const smallestFit = 5;

/** Where a law meets its runs exactly, the width of what it misses starts here. */
const leastMiss = 1e-15;

/** Huber's δ of both papers. */
export const huberDelta = 1e-3;

/**
 * The law of least objective over many starts, with everything in logarithms. At least five runs are needed.
 * `from` starts at known laws instead, for a quick refit of similar runs.
 */
export const fitLaw = (
  runs: readonly Run[],
  objective: FitObjective = 'huber-mle',
  from?: readonly ScalingLaw[],
): Fit => finish(fittingLaw(runs, objective, from));

/** The same in slices, none longer than a few passes over the runs. */
export function* fittingLaw(
  runs: readonly Run[],
  objective: FitObjective = 'huber-mle',
  from?: readonly ScalingLaw[],
): Work<Fit> {
  const data = centre(runs);
  const starts = from?.map((law) => encode(law, data)) ?? gridOfStarts(data);
  const sums: Minimum[] = [];
  for (const start of starts) sums.push(yield* minimising(huberSum(data), start, 300));
  const sum = yield* polish(huberSum(data), least(sums));
  if (objective === 'huber-sum') return { law: decode(sum.x, data), value: sum.value };
  const mean = meanResidual(sum.x, data);
  const mle = yield* polish(huberLikelihood(data), {
    ...sum,
    x: Float64Array.of(...sum.x, Math.log(huberDelta * Math.max(leastMiss, mean))),
  });
  return { law: decode(mle.x, data), value: mle.value };
}

/** Runs in logarithms, sizes and tokens counted from their means so that the parameters move independently. */
interface Centred {
  readonly size: Float64Array;
  readonly tokens: Float64Array;
  readonly loss: Float64Array;
  readonly meanSize: number;
  readonly meanTokens: number;
}

function centre(runs: readonly Run[]): Centred {
  if (runs.length < smallestFit) throw new RangeError(`${runs.length} runs do not determine five numbers`);
  const [size, tokens, loss] = (['parameters', 'tokens', 'loss'] as const).map((key) =>
    Float64Array.from(runs, (run) => Math.log(run[key])),
  ) as [Float64Array, Float64Array, Float64Array];
  const [meanSize, meanTokens] = [mean(size), mean(tokens)];
  return { size: size.map((x) => x - meanSize), tokens: tokens.map((x) => x - meanTokens), loss, meanSize, meanTokens };
}

/** x = [log E, log A', log B', alpha, beta], A' and B' being the terms at the mean size and tokens. */
const encode = (law: ScalingLaw, data: Centred): Float64Array =>
  Float64Array.of(
    Math.log(law.E),
    Math.log(law.A) - law.alpha * data.meanSize,
    Math.log(law.B) - law.beta * data.meanTokens,
    law.alpha,
    law.beta,
  );

const decode = (x: Float64Array, data: Centred): ScalingLaw => ({
  E: Math.exp(x[0]!),
  A: Math.exp(x[1]! + x[3]! * data.meanSize),
  B: Math.exp(x[2]! + x[4]! * data.meanTokens),
  alpha: x[3]!,
  beta: x[4]!,
});

/** E at three heights below the least loss, the rest shared by the two terms; three exponents each. */
function gridOfStarts(data: Centred): Float64Array[] {
  const leastLoss = Math.exp(Math.min(...data.loss));
  const typical = Math.exp(mean(data.loss));
  return [0.3, 0.6, 0.9].flatMap((height) =>
    [0.2, 0.5, 1].flatMap((alpha) =>
      [0.2, 0.5, 1].map((beta) => {
        const E = height * leastLoss;
        const term = Math.log(Math.max(1e-6, (typical - E) / 2));
        return Float64Array.of(Math.log(E), term, term, alpha, beta);
      }),
    ),
  );
}

/** Σ over runs of f(log L̂ - log L), with its gradient; `penalty` returns f and its slope. */
function residualSum(
  data: Centred,
  x: Float64Array,
  gradient: Float64Array,
  penalty: (residual: number) => readonly [number, number],
): number {
  gradient.fill(0);
  const E = Math.exp(x[0]!);
  let sum = 0;
  for (let i = 0; i < data.loss.length; i++) {
    const sizeTerm = Math.exp(x[1]! - x[3]! * data.size[i]!);
    const tokenTerm = Math.exp(x[2]! - x[4]! * data.tokens[i]!);
    const predicted = E + sizeTerm + tokenTerm;
    const [value, slope] = penalty(Math.log(predicted) - data.loss[i]!);
    sum += value;
    const share = slope / predicted;
    gradient[0]! += share * E;
    gradient[1]! += share * sizeTerm;
    gradient[2]! += share * tokenTerm;
    gradient[3]! -= share * sizeTerm * data.size[i]!;
    gradient[4]! -= share * tokenTerm * data.tokens[i]!;
  }
  return sum;
}

const huberSum =
  (data: Centred): Objective =>
  (x, gradient) =>
    residualSum(data, x, gradient, (residual) => [huber(residual), clamp(residual)]);

const huberLikelihood =
  (data: Centred): Objective =>
  (x, gradient) => {
    const width = Math.exp(x[5]!);
    let pull = 0;
    const sum = residualSum(data, x, gradient, (residual) => {
      const scaled = residual / width;
      pull += clamp(scaled) * scaled;
      return [huber(scaled), clamp(scaled) / width];
    });
    gradient[5] = data.loss.length - pull;
    return sum + data.loss.length * x[5]!;
  };

const clamp = (residual: number): number => Math.max(-huberDelta, Math.min(huberDelta, residual));

const huber = (residual: number): number =>
  Math.abs(residual) <= huberDelta ? 0.5 * residual * residual : huberDelta * (Math.abs(residual) - 0.5 * huberDelta);

/** Starts the search anew from where it ended until it gains nothing: kinks can stop it early. */
function* polish(objective: Objective, from: Minimum): Work<Minimum> {
  let best = from;
  for (let round = 0; round < 30; round++) {
    const next = yield* minimising(objective, best.x, 500);
    const gain = best.value - next.value;
    if (round > 0 && !(gain > 1e-12 * Math.abs(best.value))) return next.value < best.value ? next : best;
    best = next;
  }
  return best;
}

function meanResidual(x: Float64Array, data: Centred): number {
  let count = 0;
  const sum = residualSum(data, x, new Float64Array(5), (residual) => {
    count++;
    return [Math.abs(residual), 0];
  });
  return sum / count;
}

const least = (found: readonly Minimum[]): Minimum =>
  found.reduce((best, next) => (next.value < best.value ? next : best));

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
