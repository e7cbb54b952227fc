import type { FormulaTypesetter } from '../core/math/typesetter';

/** Draws formulas with MathJax, which is loaded at the first one (1.3 MB of code and a megabyte of outlines). */
export function createFormulaTypesetter(): FormulaTypesetter {
  let engine: Promise<typeof import('./mathjax')> | undefined;
  return {
    async typeset(tex, display, color, fontSize) {
      engine ??= import('./mathjax');
      return (await engine).typeset(tex, display, color, fontSize);
    },
  };
}
