import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { finite, type Numeric } from '../result';
import { type ComputeResults, computeKeys, computeResultKeys, noValue } from './compute-keys';
import { Evaluator, NotEvaluated } from './evaluate';
import type { Formula } from './expression';

/** The formulas with what comes out of each, worked out before anything is shown. */
export interface ComputeProblem {
  readonly formulas: readonly Formula[];
  readonly results: ComputeResults;
}

export const computeDefinition = defineDemo({
  kind: 'compute',
  summary: say`Formulas of the lesson, computed in float64, with units followed through.`,
  keys: computeKeys,
  results: {},
  resultKeys: computeResultKeys,
  setup: ({ let: list = [] }) => list,
  valuesInForce: () => ({}),
  problem: async (_values, list, _host, complain): Promise<ComputeProblem | undefined> => {
    const evaluator = new Evaluator();
    const results: Record<string, Numeric> = {};
    try {
      for (const formula of list) {
        const value = finite(evaluator.add(formula));
        // What follows from it has no value either, which need not be said again.
        if (value === null && !Object.values(results).includes(null))
          complain(
            'let',
            say`gives no finite value for ${formula.name}: there is ${noValue}.`,
            undefined,
            'warning',
            formula.expression.span,
          );
        results[formula.name] = value;
      }
    } catch (error) {
      if (!(error instanceof NotEvaluated)) throw error;
      complain('let', error.message, undefined, undefined, error.span);
      return undefined;
    }
    return { formulas: list, results };
  },
  *solve({ results }) {
    yield;
    return results;
  },
  files: () => [],
});
