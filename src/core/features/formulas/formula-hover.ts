import type { Hover } from 'vscode-languageserver-types';
import { formulaAt } from '../../math/formulas';
import type { FeatureContext } from '../feature-context';

/** The formula at an offset as a picture, in the reader's own colours; or why it cannot be drawn. */
export async function formulaHover(context: FeatureContext, offset: number): Promise<Hover | undefined> {
  const { document, typeset } = context;
  const formula = typeset && formulaAt(document, offset);
  if (!formula || formula.tex.trim() === '') return undefined;
  const drawn = await typeset(formula.tex, formula.display);
  const value =
    'error' in drawn
      ? `This formula cannot be drawn: ${drawn.error.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')}`
      : `![${altOf(formula.tex)}](data:image/svg+xml;utf8,${encodeURIComponent(drawn.svg).replace(/[()']/g, percent)})`;
  return { contents: { kind: 'markdown', value }, range: document.lines.rangeOf(formula.span) };
}

/** What a screen reader says: the TeX itself. */
const altOf = (tex: string): string =>
  tex
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>!]/g, '\\$&');

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16)}`;
