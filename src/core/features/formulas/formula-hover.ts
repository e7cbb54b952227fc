import type { Hover } from 'vscode-languageserver-types';
import { say } from '../../l10n/say';
import { formulaAt } from '../../math/formulas';
import { escapedMarkdown } from '../../text/escaped-markdown';
import { wellFormed } from '../../text/well-formed';
import type { FeatureContext } from '../feature-context';
import { macrosOf } from './macros-of';

/** Characters of a formula that is drawn: a page of it is about 2000, and what is longer keeps a reader waiting. */
const most = 5000;
const tooLong = say`it has more than ${most} characters. Split it into several formulas.`;
/** Characters of a picture, and its pixels in either direction: VS Code cuts a hover of 100,000 in its middle. */
const mostText = 60_000;
const mostPixels = 20_000;
const tooLarge = say`its picture is too large for a hover. Split it into several formulas.`;

/** The formula at an offset as a picture, in the reader's own colours, its TeX for who hears it; or why it cannot be drawn. */
export async function formulaHover(context: FeatureContext, offset: number): Promise<Hover | undefined> {
  const { document, typeset } = context;
  const formula = typeset && formulaAt(document, offset);
  if (!formula || formula.tex.trim() === '') return undefined;
  // A screen reader says the TeX itself.
  const drawn =
    formula.tex.length > most
      ? { error: tooLong }
      : await typeset(wellFormed(formula.tex), formula.display, await macrosOf(context));
  const address =
    'error' in drawn || Math.max(drawn.width, drawn.height) > mostPixels
      ? undefined
      : `data:image/svg+xml;utf8,${encodeURIComponent(drawn.svg).replace(/[()']/g, percent)}`;
  const error = 'error' in drawn ? drawn.error : tooLarge;
  const value =
    address === undefined || address.length > mostText
      ? say`This formula cannot be drawn: ${escapedMarkdown(error)}`
      : `![${escapedMarkdown(formula.tex)}](${address})`;
  return { contents: { kind: 'markdown', value }, range: document.lines.rangeOf(formula.span) };
}

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16)}`;
