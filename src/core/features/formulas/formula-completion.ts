import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Course } from '../../course/course';
import { inlineSpans } from '../../course/inline/inline-spans';
import { inlineAt } from '../../course/inline-at';
import { fileSymbols } from '../../math/file-symbols';
import { formulaAt } from '../../math/formulas';
import type { EmbeddedText } from '../../text/embedded-text';
import { contains } from '../../text/span';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';

/** What many formulas need and a course may not have used yet. */
const common =
  '\\alpha \\beta \\gamma \\delta \\epsilon \\lambda \\mu \\sigma \\theta \\sum \\prod \\frac \\sqrt \\operatorname \\text ' +
  '\\mathbb \\mathcal \\top \\cdot \\times \\le \\ge \\approx \\in \\to \\infty \\partial \\nabla \\log \\exp \\max \\min';

/** Inside a formula: the commands and symbols that the course's formulas use, the commonest first. */
export function formulaCompletion(
  { document, course }: FeatureContext,
  offset: number,
  { typed }: CompletionAbilities,
): CompletionItem[] {
  if (typed !== undefined && typed !== '\\') return [];
  const block = document.formulas.find(({ contentSpan }) => contains(contentSpan, offset));
  const source: EmbeddedText | undefined = block?.content ?? inlineAt(document, offset)?.source;
  const end = source?.toInner(offset);
  if (!source || end === undefined || !(formulaAt(document, offset) || isBegun(source.text, end))) return [];
  const begun =
    /(?:\\[a-zA-Z]*|\p{L}[\p{L}\p{N}_^{}\\]*)$/u.exec(source.text.slice(Math.max(0, end - 60), end))?.[0] ?? '';
  const symbols = symbolsOf(course, begun).filter((symbol) => !begun.startsWith('\\') || symbol.startsWith('\\'));
  return symbols.flatMap((symbol, rank): CompletionItem[] => {
    const change = source.change({ start: end - begun.length, end }, symbol);
    if (!change) return [];
    return [
      {
        label: symbol,
        kind: symbol.startsWith('\\') ? CompletionItemKind.Function : CompletionItemKind.Variable,
        sortText: String(rank).padStart(4, '0'),
        filterText: document.text.slice(change.span.start, change.span.end) + symbol.slice(begun.length),
        textEdit: { range: document.lines.rangeOf(change.span), newText: change.newText },
      },
    ];
  });
}

/** Whether a formula is opened on the line before the offset, and not closed yet. */
function isBegun(text: string, offset: number): boolean {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return inlineSpans(text.slice(line, offset)).unclosedFormulas.length > 0;
}

/** What is being written is no symbol of the course for that. */
function symbolsOf(course: Course, begun: string): string[] {
  const counts = new Map<string, number>();
  for (const [, symbols] of course.all(fileSymbols)) {
    for (const [symbol, count] of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + count);
  }
  if (counts.get(begun) === 1) counts.delete(begun);
  for (const command of common.split(' ')) if (!counts.has(command)) counts.set(command, 0);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([symbol]) => symbol)
    .slice(0, 300);
}
