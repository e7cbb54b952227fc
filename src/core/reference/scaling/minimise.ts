import { finish, type Work } from '../work';

/** A function of several numbers: writes its gradient at x and returns its value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
}

/**
 * L-BFGS (Nocedal and Wright, "Numerical Optimization", algorithm 7.5) with the bisecting weak-Wolfe line search of
 * Lewis and Overton (2013), which also comes down where the function has kinks, as a Huber loss of small δ nearly has.
 * Stops when the gradient vanishes, when a step gains no more than rounding, or after `iterations`.
 */
export const minimise = (objective: Objective, start: ArrayLike<number>, iterations?: number): Minimum =>
  finish(minimising(objective, start, iterations));

/** The same, a step a slice. */
export function* minimising(
  objective: Objective,
  start: ArrayLike<number>,
  iterations = 1000,
  memory = 10,
): Work<Minimum> {
  let x: Float64Array = Float64Array.from(start);
  let gradient: Float64Array = new Float64Array(x.length);
  let value = objective(x, gradient);
  const steps: Step[] = [];
  let iteration = 0;
  for (; iteration < iterations && norm(gradient) > 1e-14; iteration++) {
    yield;
    let direction = descentDirection(gradient, steps);
    if (!(dot(direction, gradient) < 0)) {
      steps.length = 0;
      direction = gradient.map((slope) => -slope);
    }
    const firstLength = steps.length === 0 ? Math.min(1, 1 / norm(gradient)) : 1;
    const found = lineSearch(objective, x, value, gradient, direction, firstLength);
    if (!found) {
      if (steps.length === 0) break;
      steps.length = 0;
      continue;
    }
    const moved = found.x.map((to, i) => to - x[i]!);
    const change = found.gradient.map((to, i) => to - gradient[i]!);
    const curvature = dot(moved, change);
    if (curvature > 1e-300) steps.push({ moved, change, inverse: 1 / curvature });
    if (steps.length > memory) steps.shift();
    const gain = value - found.value;
    ({ x, value, gradient } = found);
    if (gain <= 1e-15 * Math.abs(value)) {
      if (steps.length <= 1) break;
      steps.length = 0;
    }
  }
  return { x, value, iterations: iteration };
}

interface Step {
  readonly moved: Float64Array;
  readonly change: Float64Array;
  readonly inverse: number;
}

/** -H⁻¹g by the two-loop recursion (algorithm 7.4). */
function descentDirection(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const q = gradient.map((slope) => -slope);
  const shares: number[] = [];
  for (const step of steps.toReversed()) {
    const share = step.inverse * dot(step.moved, q);
    shares.unshift(share);
    for (let i = 0; i < q.length; i++) q[i]! -= share * step.change[i]!;
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.inverse * dot(last.change, last.change));
    for (let i = 0; i < q.length; i++) q[i]! *= scale;
  }
  for (const [k, step] of steps.entries()) {
    const back = shares[k]! - step.inverse * dot(step.change, q);
    for (let i = 0; i < q.length; i++) q[i]! += back * step.moved[i]!;
  }
  return q;
}

/** A point that descends enough (1e-4) and whose slope has risen enough (0.9); undefined when none is found. */
function lineSearch(
  objective: Objective,
  from: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
  firstLength: number,
): { x: Float64Array; value: number; gradient: Float64Array } | undefined {
  const slope = dot(gradient, direction);
  let [low, high, length] = [0, Number.POSITIVE_INFINITY, firstLength];
  let best: { x: Float64Array; value: number; gradient: Float64Array } | undefined;
  for (let trial = 0; trial < 50; trial++) {
    const x = from.map((start, i) => start + length * direction[i]!);
    const there = new Float64Array(x.length);
    const reached = objective(x, there);
    if (!(reached <= value + 1e-4 * length * slope)) high = length;
    else {
      best = { x, value: reached, gradient: there };
      if (dot(there, direction) >= 0.9 * slope) return best;
      low = length;
    }
    length = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
  }
  return best;
}

const dot = (x: Float64Array, y: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
};

const norm = (x: Float64Array): number => Math.sqrt(dot(x, x));
