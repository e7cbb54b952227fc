import { say } from '../../l10n/say';
import type { DemoProblem } from '../demo';
import { checkFormulas } from './check-formulas';
import type { Formula } from './expression';
import { FormulaError } from './formula-tokens';
import { parseFormula } from './parse-formula';

/** One item of the list, as written, with where it begins in the demo's text. */
export interface WrittenFormula {
  readonly text: string;
  readonly start: number;
}

/** Reads a list of formulas. What is wrong comes back as problems; the formulas are whole only where there are none. */
export function readFormulas(items: readonly WrittenFormula[]): {
  formulas: Formula[];
  problems: readonly DemoProblem[];
} {
  const problems: DemoProblem[] = [];
  const formulas = items.flatMap(({ text, start }) => {
    try {
      return [parseFormula(text, start)];
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      const { message, span, instead } = error;
      const fixes = instead ? [{ title: say`Change to ${instead}`, safe: false, span, newText: instead }] : [];
      problems.push({ code: 'demo.value', span, message, fixes });
      return [];
    }
  });
  // A name that cannot be read would be missing to all that use it.
  return { formulas, problems: problems.length > 0 ? problems : checkFormulas(formulas).problems };
}
