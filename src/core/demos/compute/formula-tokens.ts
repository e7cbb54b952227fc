import { say } from '../../l10n/say';
import type { Span } from '../../text/span';

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly span: Span;
}

/** A place where a formula cannot be read. */
export class FormulaError extends Error {
  readonly span: Span;
  /** What may stand there instead. */
  readonly instead: string | undefined;

  constructor(message: string, span: Span, instead?: string) {
    super(message);
    this.span = span;
    this.instead = instead;
  }
}

const token =
  /\s*(?:((?:\d[\d_]*(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][-+]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|(\.\.|\*\*|[-−–+*·×/÷^()[\],=%]))/uy;

/** Other signs for what is written `*`, `/`, `-` and `^`. */
const alike: Readonly<Record<string, string>> = { '·': '*', '×': '*', '÷': '/', '−': '-', '–': '-', '**': '^' };

/** The tokens of a formula whose text begins at an offset. Throws {@link FormulaError} at a sign that has no meaning here. */
export function formulaTokens(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) break;
    const written = match[1] ?? match[2] ?? match[3]!;
    at = token.lastIndex;
    const kind = match[1] ? 'number' : match[2] ? 'name' : 'sign';
    const span = { start: offset + at - written.length, end: offset + at };
    tokens.push({ kind, text: Object.hasOwn(alike, written) ? alike[written]! : written, span });
  }
  const rest = text.slice(at).search(/\S/);
  if (rest >= 0) {
    const start = offset + at + rest;
    throw new FormulaError(say`${text[at + rest]} has no meaning in a formula.`, { start, end: start + 1 });
  }
  const end = offset + text.trimEnd().length;
  return [...tokens, { kind: 'end', text: '', span: { start: end, end } }];
}
