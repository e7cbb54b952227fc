import type { MacroTable } from './tex-checker';

/** A formula drawn. */
export interface TypesetFormula {
  /** A complete `<svg>` element of its own, in the colour asked for. */
  readonly svg: string;
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Draws formulas. A formula that cannot be drawn comes back as a sentence saying why. */
export interface FormulaTypesetter {
  /**
   * @param tex the formula without its delimiters
   * @param display on a line of its own (`\[ \]`, `$$ $$`) rather than inside the text
   * @param color a CSS colour
   * @param fontSize of the text around it, in pixels
   * @param macros the commands that the course defines
   */
  typeset(
    tex: string,
    display: boolean,
    color: string,
    fontSize: number,
    macros?: MacroTable,
  ): Promise<TypesetFormula | { error: string }>;
}
