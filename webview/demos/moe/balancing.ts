import { type MoeProblem, moeProblem } from '../../../src/core/demos/moe/moe-problem';
import { finishPolitely, type Work } from '../../../src/core/demos/work';
import { say } from '../../../src/core/l10n/say';
import { type Balance, trainBalance } from '../../../src/core/reference/moe/train-balance';
import { takingTurns } from '../turns';

export const methods = ['none', 'aux-loss', 'bias'] as const satisfies readonly Balance['method'][];
type Method = Balance['method'];

/** MaxVio of every step, by method. */
export type Violations = Readonly<Record<Method, readonly number[] | undefined>>;

/** The lesson's own balancing for its own method, the papers' for the others. */
export function balanceOf(method: Method, { balance, alpha }: Pick<MoeProblem, 'balance' | 'alpha'>): Balance {
  if (balance.method === method) return balance;
  if (method === 'bias') return { method, rate: 1e-3 };
  return method === 'aux-loss' ? { method, rate: 100, alpha } : { method };
}

/** A method with what drives it, as it stands in a legend. */
export function methodName(balance: Balance): string {
  if (balance.method === 'none') return 'none';
  if (balance.method === 'bias') return say`bias, u = ${balance.rate}`;
  return say`auxiliary loss, α = ${balance.alpha}, rate ${balance.rate}`;
}

/**
 * Plays the same training, token by token, by the methods that the lesson has not chosen; `told` hears of each when it
 * is done. In slices between which the page draws and listens.
 */
export async function compareMethods(
  problem: MoeProblem,
  signal: AbortSignal,
  told: (method: Method, violations: readonly number[]) => void,
): Promise<void> {
  const pause = takingTurns();
  for (const method of methods) {
    if (method === problem.balance.method) continue;
    // Made anew, so that the same tokens are drawn.
    const same = moeProblem(problem.values, { ...problem, balance: balanceOf(method, problem) });
    const violations = await finishPolitely(violationsOf(same), signal, pause);
    if (!violations) return;
    told(method, violations);
  }
}

function* violationsOf({ draw, gate, balance, steps }: MoeProblem): Work<readonly number[]> {
  const training = trainBalance(draw, gate, balance);
  const violations: number[] = [];
  for (let step = 0; step < steps; step++) {
    violations.push(training.next().value.maxViolation);
    yield;
  }
  return violations;
}
