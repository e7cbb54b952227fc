import type { Cancellation } from '../cancellation';
import type { Span } from '../text/span';

/** Commands that a course defines, without their backslash: what each stands for, how many arguments it takes, and the
 * first one's value where that may be left out. */
export type MacroTable = Readonly<Record<string, readonly [definition: string, args: number, optional?: string]>>;

/** A formula to be checked. */
export interface TexFormula {
  /** Without its delimiters. */
  readonly tex: string;
  readonly display: boolean;
}

/** What MathJax refuses of a formula. */
export interface TexProblem {
  /** MathJax's own name of the problem: `UndefinedControlSequence`. */
  readonly id: string;
  /** What it says, for problems that have no sentence of ours. */
  readonly message: string;
  /** Where it gave up, in offsets of the TeX; absent where it had read all of it. */
  readonly span?: Span;
}

/** Asks MathJax whether formulas can be drawn. */
export interface TexChecker {
  /** One answer a formula, in their order; undefined where nothing is wrong, or it takes too long to tell. */
  check(
    formulas: readonly TexFormula[],
    macros: MacroTable,
    cancellation?: Cancellation,
  ): Promise<readonly (TexProblem | undefined)[]>;
}
