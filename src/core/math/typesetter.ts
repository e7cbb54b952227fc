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
   */
  typeset(tex: string, display: boolean, color: string, fontSize: number): Promise<TypesetFormula | { error: string }>;
}
