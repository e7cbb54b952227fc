import { inlineSpans } from '../course/inline/inline-spans';
import { codeBlock, codeSpan } from '../text/escaped-markdown';
import { readableTex } from './readable-tex';

/** For readers, signs where they say it all, otherwise TeX; for programs, its TeX with its dollars. */
export type FormulaCode = 'signs' | 'tex';

/** A formula in a line as code, for those who draw none. */
export const formulaAsCode = (tex: string, as: FormulaCode = 'signs'): string =>
  codeSpan(as === 'tex' ? `$${tex}$` : (readableTex(tex) ?? tex.trim()));

/** The same of a formula on lines of its own. */
export function formulaBlockAsCode(tex: string, as: FormulaCode = 'signs'): string {
  const readable = as === 'tex' ? undefined : readableTex(tex);
  return readable === undefined ? codeBlock(tex.replace(/^\s*\n|\s+$/g, ''), 'latex') : codeSpan(readable);
}

/** One paragraph of markdown whose formulas are code. */
export function withReadableFormulas(markdown: string): string {
  if (!/[$\\]/.test(markdown)) return markdown;
  let text = '';
  let at = 0;
  for (const { span, contentSpan } of inlineSpans(markdown).formulas) {
    text += markdown.slice(at, span.start) + formulaAsCode(markdown.slice(contentSpan.start, contentSpan.end));
    at = span.end;
  }
  return text + markdown.slice(at);
}
