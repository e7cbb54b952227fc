import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Course } from '../../course/course';
import type { Fence } from '../../course/course-document';
import { inlineSpans } from '../../course/inline/inline-spans';
import { inlineAt } from '../../course/inline-at';
import { say } from '../../l10n/say';
import { fileSymbols } from '../../math/file-symbols';
import { formulaAt } from '../../math/formulas';
import type { MacroTable } from '../../math/tex-checker';
import { type TexWord, texCommands, texEnvironments } from '../../math/tex-words';
import type { EmbeddedText } from '../../text/embedded-text';
import { filledIn, protocolSnippet } from '../../text/placeholders';
import { contains } from '../../text/span';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';
import { macrosOf } from './macros-of';

const most = 600;

/** A command, in braces or a subscript too, or a symbol with its subscripts; never one that begins inside a command's name. */
const begunWord = /\\[a-zA-Z]*$|(?<![\\\p{L}\p{N}])\p{L}[\p{L}\p{N}_^{}]*$/u;

/** Inside a formula: the commands and symbols that the course's formulas use, the commonest first. */
export async function formulaCompletion(
  context: FeatureContext,
  offset: number,
  { asking = 'asked', snippets, typed }: CompletionAbilities,
): Promise<CompletionItem[]> {
  const { document, course } = context;
  if (typed !== undefined && typed !== '\\' && typed !== '{') return [];
  const block = document.formulas.find(({ contentSpan }) => contains(contentSpan, offset));
  const fence = document.fences.find((one) => isFormula(one) && contains(one.contentSpan, offset));
  const source: EmbeddedText | undefined = (block ?? fence)?.content ?? inlineAt(document, offset)?.source;
  const end = source?.toInner(offset);
  if (!source || end === undefined) return [];
  const isClosed = fence !== undefined || formulaAt(document, offset) !== undefined;
  if (!isClosed && !isBegun(source.text, end)) return [];
  const before = source.text.slice(Math.max(0, end - 60), end);
  const inEnvironment = /\\(begin|end)\{([a-zA-Z*]*)$/.exec(before);
  const begun = inEnvironment?.[2] ?? begunWord.exec(before)?.[0] ?? '';
  // A dollar that nothing closes may be money; what begins with a backslash is none.
  if (!isClosed && asking !== 'asked' && !inEnvironment && !begun.startsWith('\\')) return [];
  const options = inEnvironment
    ? environmentOptions(source.text, end, inEnvironment[1] as 'begin' | 'end')
    : symbolOptions(course, await macrosOf(context), begun);
  return options.flatMap(({ name, text, word }, rank): CompletionItem[] => {
    // Where a command's arguments cannot be filled in they would be in the way; an environment is nothing without its end.
    const plain = inEnvironment ? filledIn(text) : name;
    const change = source.change({ start: end - begun.length, end }, snippets ? text : plain);
    if (!change) return [];
    const written = document.text.slice(change.span.start, change.span.end);
    const isSnippet = snippets && text.includes('‹');
    return [
      {
        label: name,
        kind: inEnvironment || name.startsWith('\\') ? CompletionItemKind.Function : CompletionItemKind.Variable,
        ...(word && { detail: word.meaning, documentation: { kind: 'markdown', value: notesOf(name, word) } as const }),
        ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
        // As it reads in the file, where a Python string doubles its backslashes.
        ...(name.startsWith(begun) && { filterText: written + name.slice(begun.length) }),
        sortText: `1${String(rank).padStart(4, '0')}`,
        textEdit: {
          range: document.lines.rangeOf(change.span),
          newText: isSnippet ? protocolSnippet(change.newText) : change.newText,
        },
      },
    ];
  });
}

/** GitHub and GitLab read a fence named `math` as a formula, MyST a directive. */
const isFormula = ({ language }: Fence): boolean => language === 'math' || language === '{math}';

/** One thing to be chosen: what it is called, and what is written. */
interface Option {
  readonly name: string;
  /** Places to fill in stand in `‹…›`. */
  readonly text: string;
  readonly word?: TexWord | undefined;
}

const notesOf = (name: string, { meaning, snippet }: TexWord): string =>
  `**${name}**: ${meaning}${snippet === undefined ? '' : `, \`${filledIn(snippet).replaceAll('\n', ' ')}\``}`;

/** An environment comes with its lines and its end; behind `\\end{` the one that is open comes first. */
function environmentOptions(text: string, end: number, side: 'begin' | 'end'): Option[] {
  const names = Object.entries(texEnvironments);
  if (side === 'end') {
    const open: string[] = [];
    for (const [, which, name = ''] of text.slice(0, end).matchAll(/\\(begin|end)\{([a-zA-Z*]+)\}/g)) {
      if (which === 'begin') open.push(name);
      else open.pop();
    }
    const last = open.at(-1);
    const close = text[end] === '}' ? '' : '}';
    const ordered = [...(last === undefined ? [] : [last]), ...names.map(([name]) => name)];
    return [...new Set(ordered)].map((name) => ({ name, text: name + close, word: texEnvironments[name] }));
  }
  const isClosed = text[end] === '}';
  const rest = text.slice(end);
  return names.map(([name, word]) => {
    const whole = !isClosed && !rest.includes(`\\end{${name}}`);
    return { name, text: whole ? `${name}}\n${word.snippet}\n\\end{${name}}` : isClosed ? name : `${name}}`, word };
  });
}

function symbolOptions(course: Course, macros: MacroTable, begun: string): Option[] {
  const own = new Map(Object.entries(macros).map(([name, macro]) => [`\\${name}`, wordOf(name, macro)]));
  const symbols = symbolsOf(course, own.keys(), begun).filter(
    (symbol) => !begun.startsWith('\\') || symbol.startsWith('\\'),
  );
  return symbols.map((name) => {
    const word = own.get(name) ?? texCommands.get(name);
    return { name, text: word?.snippet ?? name, word };
  });
}

/** A command of the course's own. */
const wordOf = (name: string, [body, args, optional]: MacroTable[string]): TexWord => {
  const count = optional === undefined ? args : args - 1;
  const places = Array.from({ length: count }, (_, i) => `{‹${i + 1}›}`).join('');
  return { meaning: say`the course's own: ${body}`, ...(places && { snippet: `\\${name}${places}` }) };
};

/** Whether a formula is opened before the offset, on its line or on one of its own, and not closed yet. */
function isBegun(text: string, offset: number): boolean {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const openers = text.slice(0, line).match(/^[ \t>]*\$\$(?!.*\$\$)/gm)?.length ?? 0;
  if (openers % 2 === 1) return true;
  return inlineSpans(text.slice(line, offset)).unclosedFormulas.length > 0;
}

/** What is being written is no symbol of the course for that. */
function symbolsOf(course: Course, own: Iterable<string>, begun: string): string[] {
  const counts = new Map<string, number>();
  for (const [, symbols] of course.all(fileSymbols)) {
    for (const [symbol, count] of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + count);
  }
  if (counts.get(begun) === 1) counts.delete(begun);
  for (const command of own) if (!counts.has(command)) counts.set(command, 0);
  for (const command of texCommands.keys()) if (!counts.has(command)) counts.set(command, 0);
  // Sorting is stable: what the course does not use keeps the order of the list.
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (n > 0 && a < b ? -1 : n > 0 ? 1 : 0))
    .map(([symbol]) => symbol)
    .slice(0, most);
}
