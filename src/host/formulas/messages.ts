import type { MacroTable, TexFormula, TexProblem } from '../../core/math/tex-checker';
import type { TypesetFormula } from '../../core/math/typesetter';

/** What the thread that knows MathJax is asked, one thing at a time. */
export type FormulaRequest =
  | { readonly kind: 'check'; readonly formulas: readonly TexFormula[]; readonly macros: MacroTable }
  | {
      readonly kind: 'typeset';
      readonly tex: string;
      readonly display: boolean;
      readonly color: string;
      readonly fontSize: number;
      readonly macros: MacroTable;
    };

export type FormulaReply =
  | { readonly kind: 'checked'; readonly problems: readonly (TexProblem | undefined)[] }
  | { readonly kind: 'typeset'; readonly drawn: TypesetFormula | { error: string } }
  | { readonly kind: 'failure'; readonly message: string };
