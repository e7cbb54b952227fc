import {
  type FoundLaw,
  lawOf,
  optimumOf,
  type ScalingLawProblem,
} from '../../../src/core/demos/scaling-law/scaling-law-problem';
import { finishPolitely } from '../../../src/core/demos/work';
import { Random } from '../../../src/core/reference/random';
import { interval, resample } from '../../../src/core/reference/scaling/bootstrap';
import { takingTurns } from '../turns';

/** Resamplings that are wanted, and milliseconds after which fewer must do. */
const bounds = { draws: 200, milliseconds: 20_000 };
/** After so many the bands are drawn, and then each time they have doubled. */
const first = 25;

const known = new WeakMap<FoundLaw, readonly FoundLaw[]>();

/**
 * Laws fitted to the runs drawn anew with replacement (Efron 1979), always the same ones: in slices between which the
 * page draws and listens. `told` hears of them several times on the way, and at the end.
 */
export async function resampledLaws(
  { runs, objective }: ScalingLawProblem,
  found: FoundLaw,
  signal: AbortSignal,
  told: (laws: readonly FoundLaw[], done: boolean) => void,
): Promise<void> {
  const before = known.get(found);
  if (before) {
    told(before, true);
    return;
  }
  await painted();
  const random = new Random(0, 'bootstrap');
  const laws: FoundLaw[] = [];
  const end = performance.now() + bounds.milliseconds;
  const pause = takingTurns();
  for (let next = first; laws.length < bounds.draws && performance.now() < end; ) {
    const law = await finishPolitely(lawOf(resample(runs.used, random), objective, found), signal, pause);
    if (!law || signal.aborted) return;
    laws.push(law);
    if (laws.length === next && laws.length < bounds.draws) {
      told([...laws], false);
      next *= 2;
    }
  }
  known.set(found, laws);
  told(laws, true);
}

/** Where 90% of the numbers are; undefined where there are too few. */
export function spread(numbers: readonly (number | null | undefined)[]): { low: number; high: number } | undefined {
  const finite = numbers.filter((value): value is number => Number.isFinite(value));
  return finite.length < 10 ? undefined : interval(finite);
}

/** The best loss that a law promises at a compute. */
export const bestLoss = (law: FoundLaw, compute: number): number | undefined => optimumOf(law, compute)?.loss;

/** The best size at a compute. */
export const bestSize = (law: FoundLaw, compute: number): number | undefined => optimumOf(law, compute)?.n;

/** When the page has been drawn. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
