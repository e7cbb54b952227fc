import { join } from 'node:path';
import type { TexFormula, TexProblem } from '../core/math/tex-checker';
import { buildOf, digest, openRemembered, type Remembered } from './remembered-file';

/** What MathJax said of a formula: null where it can be drawn. */
export type FormulaVerdict = TexProblem | null;

/** Verdicts on formulas, kept beyond a run: by the formula and the macros it was read with, for one build of the checker. */
export interface FormulaCache {
  /** @param rules the macros, as text */
  get(formula: TexFormula, rules: string): FormulaVerdict | undefined;
  set(formula: TexFormula, rules: string, verdict: FormulaVerdict): void;
  save(): void;
}

/** The verdicts kept in a folder for the checker that a worker script runs. The file is opened at the first question. */
export function openFormulaCache(folder: string, workerScript: string): FormulaCache {
  let file: Remembered<FormulaVerdict> | undefined;
  const opened = () =>
    (file ??= openRemembered(join(folder, `formulas-${buildOf(workerScript)}.json`), { most: 60_000, isValue }));
  /** The macros of a course are longer than all but a few formulas: they stand in a key by their digest. */
  let last = { rules: '', name: '' };
  const keyOf = ({ tex, display }: TexFormula, rules: string): string => {
    if (last.rules !== rules) last = { rules, name: digest(rules) };
    return `${last.name} ${display} ${tex}`;
  };
  return {
    get(formula, rules) {
      const verdict = opened().get(keyOf(formula, rules));
      return verdict?.span && verdict.span.end > formula.tex.length ? undefined : verdict;
    },
    set: (formula, rules, verdict) => opened().set(keyOf(formula, rules), verdict),
    save: () => file?.save(),
  };
}

/** Whether a value out of a file is a verdict; of another shape it was not written by us. */
function isValue(value: unknown): value is FormulaVerdict {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { id, message, span } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof message === 'string' && (span === undefined || isSpan(span));
}

function isSpan(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end } = value as Record<string, unknown>;
  return (
    Number.isInteger(start) && Number.isInteger(end) && (start as number) >= 0 && (start as number) <= (end as number)
  );
}
