/** How a spike is told: more than `z` standard deviations above the mean of the log loss of the `window` steps before it. */
export interface SpikeRule {
  readonly window: number;
  readonly z: number;
  /** A spike of at most so many steps is fast, a longer one slow. */
  readonly fast: number;
}

/** Steps from `start` until before `end`, in which the loss is above the bound that held when it left. */
export interface Spike {
  readonly start: number;
  readonly end: number;
  readonly peak: number;
  /** How many standard deviations its peak is above the mean before it. */
  readonly z: number;
  readonly kind: 'fast' | 'slow';
  /** It had not come back when the curve ended. */
  readonly open: boolean;
}

/** A spike is over with the first of so many steps in a row that are below the bound: a dip within it ends none. */
const calmSteps = 5;

/** Log losses that spread less than this are taken to spread as much: a flat curve has no spikes of rounding. */
const leastSpread = 1e-6;

/**
 * The spikes of a loss curve `[steps]`, all above zero. Mean and spread are those of the steps before a spike that are in
 * none, and stay as they are until it is over.
 */
export function spikesOf(losses: ArrayLike<number>, { window, z, fast }: SpikeRule): Spike[] {
  const spikes: Spike[] = [];
  const calm: number[] = [];
  let below: number[] = [];
  let open: { start: number; peak: number; mean: number; spread: number } | undefined;
  const close = (end: number, isOpen: boolean): void => {
    const { start, peak, mean, spread } = open!;
    const kind = end - start <= fast && !isOpen ? 'fast' : 'slow';
    spikes.push({ start, end, peak, z: (Math.log(peak) - mean) / spread, kind, open: isOpen });
    open = undefined;
  };
  for (let step = 0; step < losses.length; step++) {
    const loss = losses[step]!;
    const { mean, spread } = open ?? statisticsOf(calm.slice(-window));
    const isAbove = calm.length >= window && !(Math.log(loss) <= mean + z * spread);
    if (open && !isAbove && below.length + 1 < calmSteps) below.push(loss);
    else if (isAbove) {
      below = [];
      open ??= { start: step, peak: loss, mean, spread };
      if (loss > open.peak) open.peak = loss;
    } else {
      if (open) close(step - below.length, false);
      calm.push(...below.map(Math.log), Math.log(loss));
      below = [];
    }
  }
  if (open) close(losses.length - below.length, below.length === 0);
  return spikes;
}

function statisticsOf(values: readonly number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return { mean, spread: Math.max(leastSpread, Math.sqrt(variance)) };
}
