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
    const near = elsewhere(found, random);
    const law = await finishPolitely(lawOf(resample(runs.used, random), objective, near), signal, pause);
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

/**
 * Where the search begins anew: at the law of all runs, or where those leave constants open at exponents drawn afresh, so
 * that the band is as wide as the laws that fit.
 */
function elsewhere(found: FoundLaw, random: Random): FoundLaw {
  if (found.kind !== 'law' || !found.undetermined) return found;
  const [E, A, B] = [found.law.E || 1, 1e3, 1e3];
  const exponent = () => 0.1 + 0.9 * random.uniform();
  return { kind: 'law', law: { E: E * random.uniform() + 1e-3, A, B, alpha: exponent(), beta: exponent() } };
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
