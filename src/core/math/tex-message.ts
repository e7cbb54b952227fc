import { say } from '../l10n/say';
import type { Span } from '../text/span';
import type { TexProblem } from './tex-checker';

/** What is wrong with a formula in an author's words, with places in offsets of its TeX. */
export interface TexComplaint {
  readonly span: Span;
  readonly message: string;
  /** What most likely was meant in place of it. */
  readonly instead?: { readonly title: string; readonly span: Span; readonly newText: string };
}

/** Says what MathJax refuses, on the very command. `near` names known commands, and environments, like one written. */
export function complaintOf(
  tex: string,
  { id, message, span }: TexProblem,
  near: { command(name: string): string | undefined; environment(name: string): string | undefined },
): TexComplaint {
  const at = span ?? { start: Math.max(0, tex.trimEnd().length - 1), end: tex.trimEnd().length };
  const written = tex.slice(at.start, at.end);
  const [, first = '', second = ''] =
    /\\(?:begin|end)\{([^{}]*)\}(?: ended with \\end\{([^{}]*)\})?/.exec(message) ?? [];
  switch (id) {
    case 'UndefinedControlSequence': {
      const meant = near.command(written);
      return {
        span: at,
        message: say`There is no command ${written}${meant ? say`; ${meant} is one` : ''}. Commands of your own can be named in coursewright.math.macros.`,
        ...(meant && { instead: { title: say`Write ${meant}`, span: at, newText: meant } }),
      };
    }
    case 'UnknownEnv': {
      const name = nameSpan(tex, at.start);
      const environment = tex.slice(name.start, name.end);
      const meant = near.environment(environment);
      return {
        span: name,
        message: say`There is no environment “${environment}”${meant ? say`; “${meant}” is one` : ''}.`,
        ...(meant && { instead: { title: say`Write ${meant}`, span: name, newText: meant } }),
      };
    }
    case 'EnvBadEnd': {
      const name = nameSpan(tex, at.start);
      return {
        span: name,
        message: say`\\begin{${first}} is ended here by \\end{${second}}.`,
        instead: { title: say`Write \\end{${first}}`, span: name, newText: first },
      };
    }
    case 'ExtraOpenMissingClose':
    case 'MissingCloseBrace':
    case 'ExtraLeftMissingRight':
    case 'EnvMissingEnd': {
      const opener = unclosedIn(tex) ?? at;
      return { span: opener, message: say`${tex.slice(opener.start, opener.end)} is opened here and never closed.` };
    }
    case 'ExtraCloseMissingOpen':
      return { span: at, message: say`This } closes nothing: no { before it is open.` };
    case 'MissingLeftExtraRight':
      return { span: at, message: say`This \\right has no \\left before it.` };
    case 'DoubleExponent':
    case 'DoubleExponentPrime':
      return {
        span: at,
        message: say`This is a second exponent of one letter. Say by braces which belongs to what: {x^a}^b or x^{a^b}.`,
      };
    case 'DoubleSubscripts':
      return {
        span: at,
        message: say`This is a second index of one letter. Say by braces which belongs to what: {x_a}_b or x_{a_b}.`,
      };
    case 'Misplaced':
      return {
        span: at,
        message:
          written === '&'
            ? say`& separates columns, and there are none here. Put the lines between \\begin{aligned} and \\end{aligned}, or write \\&.`
            : say`${written} may stand only between the rows of a matrix, an array or a table.`,
      };
    case 'MissingArgFor':
      return { span: at, message: say`${written} needs something in braces behind it: ${written}{x}.` };
    case 'MissingScript':
      return {
        span: at,
        message: say`What belongs ${written === '^' ? say`above` : say`below`} is missing behind ${written}.`,
      };
    case 'MissingOpenForSup':
    case 'MissingOpenForSub':
      return { span: at, message: say`What goes above or below must be one letter, or stand in braces: x^{a}.` };
    case 'MissingOrUnrecognizedDelim':
      return { span: at, message: say`${written} needs a bracket behind it: ( ) [ ] \\{ \\} | or a dot.` };
    case 'MathNotTerminated':
      return { span: at, message: say`A $ inside \\text is opened and never closed.` };
    case 'CantUseHash1':
      return {
        span: at,
        message: say`In a formula # must be written \\#.`,
        instead: { title: say`Write \\#`, span: at, newText: '\\#' },
      };
    case 'ErroneousNestingEq':
      return {
        span: at,
        message: say`A numbered environment may not stand inside another one: use aligned, gathered or split here.`,
      };
    default:
      return {
        span: at,
        message: say`This formula cannot be drawn. MathJax, which draws formulas on most sites, says: ${message.replace(/\.$/, '')}.`,
      };
  }
}

/** The name between the braces behind `\begin` or `\end`. */
function nameSpan(tex: string, start: number): Span {
  const found = /^\\(?:begin|end)\s*\{/.exec(tex.slice(start));
  if (!found) return { start, end: start + 1 };
  const from = start + found[0].length;
  const close = tex.indexOf('}', from);
  return { start: from, end: close < 0 ? from : close };
}

/** The innermost of what is still open where something else closes, or at the end. */
function unclosedIn(tex: string): Span | undefined {
  const open: { readonly kind: string; readonly span: Span }[] = [];
  const closes: Readonly<Record<string, string>> = { '}': '{', '\\right': '\\left', '\\end': '\\begin' };
  for (const { 0: token, index } of tex.matchAll(/%[^\n]*|\\(?:begin|end)\s*\{[^{}]*\}|\\(?:[a-zA-Z]+|[\s\S])|[{}]/g)) {
    const kind = /^(?:\\[a-zA-Z]+|.)/.exec(token)?.[0] ?? token;
    if (kind === '{' || kind === '\\left' || kind === '\\begin') {
      open.push({ kind, span: { start: index, end: index + token.length } });
    } else if (kind in closes) {
      if (open.at(-1)?.kind !== closes[kind]) return open.at(-1)?.span;
      open.pop();
    }
  }
  return open.at(-1)?.span;
}
