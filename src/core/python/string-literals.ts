import type { Span } from '../text/span';
import type { StringLiteral } from './string-literal';
import { StringScanner } from './string-scanner';
import { formattedNames, templateFields } from './template-fields';

const prefixes = new Set(['', 'r', 'u', 'b', 'f', 't', 'br', 'rb', 'fr', 'rf', 'tr', 'rt']);
const word = /[\p{L}\p{N}_]+/uy;

/**
 * The triple-quoted strings of a Python file in text order. Comments and other strings are passed over; a string that
 * nothing closes is none yet.
 */
export function* stringLiterals(text: string): Iterable<StringLiteral> {
  if (!text.includes('"""') && !text.includes("'''")) return;
  const scanner = new StringScanner(text);
  const statement = new StatementTracker();
  let formatted: ReadonlySet<string> | undefined;
  const names = () => {
    formatted ??= formattedNames(text);
    return formatted;
  };
  let lineStart = 0;
  let i = 0;
  while (i < text.length) {
    const char = text[i]!;
    if (char === '#') i = lineEnd(text, i);
    else if (char === '\\') i += text.startsWith('\r\n', i + 1) ? 3 : 2;
    else if (char === '\n' || char === '\r') {
      statement.lineBreak();
      lineStart = ++i;
    } else if (char === ' ' || char === '\t' || char === '\f') i++;
    else {
      word.lastIndex = i;
      const name = word.exec(text)?.[0] ?? '';
      const quoteAt = i + name.length;
      const isString = (text[quoteAt] === '"' || text[quoteAt] === "'") && prefixes.has(name.toLowerCase());
      if (!isString) {
        statement.token(name || char, i === 0 || text[i - 1] === '\n');
        i += name.length || 1;
        continue;
      }
      const found = literalAt(text, i, name.toLowerCase(), scanner, names);
      if (found.literal)
        yield { ...found.literal, docstring: statement.opensBody, indent: indentOf(text, lineStart, i) };
      statement.token('', false);
      const passed = text.slice(i, found.end);
      const lineBreak = Math.max(passed.lastIndexOf('\n'), passed.lastIndexOf('\r'));
      if (lineBreak >= 0) lineStart = i + lineBreak + 1;
      i = found.end;
    }
  }
}

function literalAt(
  text: string,
  start: number,
  prefix: string,
  scanner: StringScanner,
  names: () => ReadonlySet<string>,
): { readonly end: number; readonly literal?: Omit<StringLiteral, 'docstring' | 'indent'> } {
  const quoteAt = start + prefix.length;
  const char = text[quoteAt]!;
  const triple = char === '"' ? '"""' : "'''";
  const formatted = /[ft]/.test(prefix);
  if (!text.startsWith(triple, quoteAt)) {
    const end = scanner.stringEnd(quoteAt + 1, char, formatted);
    return { end: end < 0 ? lineEnd(text, quoteAt) : end + 1 };
  }
  const contentStart = quoteAt + 3;
  const fields: Span[] = [];
  const contentEnd = scanner.stringEnd(contentStart, triple, formatted, fields);
  if (contentEnd < 0) return { end: text.length };
  const end = contentEnd + 3;
  const span = { start, end };
  const contentSpan = { start: contentStart, end: contentEnd };
  const filled = formatted ? fields : templateFields(text, span, contentSpan, names);
  const literal = {
    span,
    contentSpan,
    quote: triple,
    raw: prefix.includes('r'),
    formatted: filled !== undefined,
    bytes: prefix.includes('b'),
    fields: filled ?? [],
  } as const;
  return { end, literal };
}

/** Follows statements as far as it takes to know a docstring: the first thing in a file, a class or a function. */
class StatementTracker {
  #brackets = 0;
  #first = '';
  #last = '';
  #afterHeader = true;

  /** Whether a string that comes now is the first statement of a body. */
  get opensBody(): boolean {
    if (this.#brackets > 0) return false;
    return this.#first === '' ? this.#afterHeader : this.#endsHeader;
  }

  token(token: string, atMargin: boolean): void {
    // At the margin these open a statement whatever brackets were left open above.
    if (atMargin && (token === 'def' || token === 'class')) this.#brackets = 0;
    if (token === '(' || token === '[' || token === '{') this.#brackets++;
    else if (token === ')' || token === ']' || token === '}') this.#brackets = Math.max(0, this.#brackets - 1);
    if (this.#first === '') this.#first = token || 'string';
    this.#last = token;
  }

  lineBreak(): void {
    if (this.#brackets > 0 || this.#first === '') return;
    this.#afterHeader = this.#endsHeader;
    this.#first = '';
    this.#last = '';
  }

  get #endsHeader(): boolean {
    return this.#last === ':' && (this.#first === 'def' || this.#first === 'class' || this.#first === 'async');
  }
}

function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (text[i] === '\n' || text[i] === '\r') return i;
  return text.length;
}

function indentOf(text: string, lineStart: number, at: number): string {
  let end = lineStart;
  while (end < at && (text[end] === ' ' || text[end] === '\t')) end++;
  return text.slice(lineStart, end);
}
