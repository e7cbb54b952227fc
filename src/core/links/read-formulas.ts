import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import { type InlineFormula, inlineSpans } from '../course/inline/inline-spans';

/** Reads formulas in markdown as tokens `formula` (in a line) and `formula_block`, whose content is the TeX. */
export function readFormulas(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'formula', inlineFormula);
  md.block.ruler.before('fence', 'formula', formulaBlock, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}

const known = new WeakMap<Token[], ReadonlyMap<number, InlineFormula>>();

function inlineFormula(state: StateInline, silent: boolean): boolean {
  if (!/[$\\]/.test(state.src[state.pos]!)) return false;
  let formulas = known.get(state.tokens);
  if (!formulas) {
    formulas = new Map(inlineSpans(state.src).formulas.map((formula) => [formula.span.start, formula]));
    known.set(state.tokens, formulas);
  }
  const formula = formulas.get(state.pos);
  if (!formula || formula.span.end > state.posMax) return false;
  if (!silent) {
    const { start, end } = formula.contentSpan;
    // GitLab writes `` $`x`$ ``.
    state.push('formula', '', 0).content = state.src.slice(start, end).replace(/^`(.*)`$/s, '$1');
  }
  state.pos = formula.span.end;
  return true;
}

/** `$$ … $$` and `\[ … \]` on lines of their own, so that no line of TeX becomes a list, a heading or a quote. */
function formulaBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const start = state.bMarks[startLine]! + state.tShift[startLine]!;
  const opener = state.src.slice(start, start + 2);
  const closer = opener === '$$' ? '$$' : opener === '\\[' ? '\\]' : undefined;
  if (closer === undefined) return false;
  const lines: string[] = [];
  for (let line = startLine; line < endLine; line++) {
    if (line > startLine && (state.isEmpty(line) || state.sCount[line]! < state.blkIndent)) return false;
    const from = line === startLine ? start + 2 : state.bMarks[line]! + state.tShift[line]!;
    const text = state.src.slice(from, state.eMarks[line]);
    const close = text.indexOf(closer);
    if (close < 0) {
      lines.push(text);
      continue;
    }
    if (text.slice(close + 2).trim() !== '') return false;
    if (silent) return true;
    lines.push(text.slice(0, close));
    state.line = line + 1;
    const token = state.push('formula_block', '', 0);
    token.content = lines.join('\n');
    token.map = [startLine, state.line];
    return true;
  }
  return false;
}
