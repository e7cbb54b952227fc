import { say } from '../../l10n/say';
import { firstIndex } from '../../text/first-index';
import type { Span } from '../../text/span';
import { headerStart } from './header-start';
import { type Line, spokenLines } from './line';
import type { Break, Finder, Suspect } from './suspect';

/** How a type's compound statements, which hold others, open and close, each on a line of its own. */
export interface CompoundSyntax {
  /** Matches a line that opens one; the group `here` is the opener as it is marked. Flag `d`. */
  readonly opens: RegExp;
  /** Matches a line that closes one; the group `here` is the closer. Flag `d`. */
  readonly closes: RegExp;
  /** Matches a line that parts one (`else`), and so is no deeper than its opener. */
  readonly parts?: RegExp;
  /** Matches openers that never stand inside each other: the next one shows that the one before was not closed. */
  readonly apart?: RegExp;
  /** Matches the lines that one can hold, where that is not just any. */
  readonly holds?: (opener: string) => RegExp | undefined;
  /** What closes: `end` or `}`. */
  readonly closer: string;
}

interface Opener {
  readonly line: Line;
  readonly span: Span;
  readonly parent: Opener | undefined;
  /** Those inside that were closed, in order. */
  readonly closed: Opener[];
  closedBy?: Line;
}

/** Beyond this many unclosed ones no mend is tried, and more than the first tell an author no more. */
const mostUnclosed = 100;

/** Up to this many each is also tried alone: of more, closing one does not help, and each trial reads the whole diagram. */
const mostAlone = 20;

/** Compound statements that nothing closes, and closers that close nothing. */
export function compounds(syntax: CompoundSyntax): Finder {
  return function* (broken) {
    const body = [...spokenLines(broken)];
    const { unclosed, stray } = match(broken, body, syntax);
    if (unclosed.length > 0) {
      if (unclosed.length > mostUnclosed) {
        const { fix: _, ...first } = unclosedCompound(broken, body, syntax, unclosed[0]!);
        yield { ...first, sure: true };
        return;
      }
      const suspects = unclosed.map((opener) => unclosedCompound(broken, body, syntax, opener));
      if (suspects.length > 1 && suspects.length <= mostAlone) for (const suspect of suspects) yield suspect;
      yield suspects.length === 1 ? suspects[0]! : suspects;
    }
    for (const { span, line } of stray) {
      if (syntax.closer === '}') yield* unopened(body, line, syntax);
      yield {
        code: 'mermaid.syntax',
        span,
        message: say`This ${syntax.closer} closes nothing: nothing above it is open.`,
        fix: {
          title: say`Remove ${syntax.closer}`,
          safe: false,
          changes: [{ span: wholeLine(broken, line), newText: '' }],
        },
      };
    }
  };
}

/** A closing brace whose opener is missing, behind the line above that is as deep as it and that could open something. */
function* unopened(body: readonly Line[], closing: Line, { opens }: CompoundSyntax): Generator<Suspect> {
  const opener = body.findLast(
    ({ number, indent, text }) => number < closing.number && indent === closing.indent && !/[{}]$/.test(text),
  );
  if (!opener || !opens.test(`${opener.text} {`)) return;
  const span = { start: opener.end, end: opener.end };
  yield {
    code: 'mermaid.syntax',
    span,
    message: say`The { that this } closes is missing.`,
    fix: { title: say`Put the {`, safe: false, changes: [{ span, newText: ' {' }] },
    guess: true,
  };
}

/** Pairs openers with closers as their indentation says; flat text leaves the innermost unclosed. */
function match(
  broken: Break,
  body: readonly Line[],
  { opens, closes, apart }: CompoundSyntax,
): { unclosed: Opener[]; stray: { span: Span; line: Line }[] } {
  const unclosed: Opener[] = [];
  const stray: { span: Span; line: Line }[] = [];
  const stack: Opener[] = [];
  const header = broken.lines.lineOf(headerStart(broken.text));
  for (const line of body) {
    if (line.number <= header) continue;
    const closing = closes.exec(line.text);
    if (closing) {
      const at = openerFor(stack, line);
      if (at < 0) stray.push({ span: here(closing, line), line });
      else {
        for (const left of stack.splice(at + 1)) unclosed.push(left);
        const opener = stack.pop()!;
        opener.closedBy = line;
        opener.parent?.closed.push(opener);
      }
    }
    const opening = opens.exec(line.text);
    const above = stack.at(-1);
    if (opening && above && apart?.test(above.line.text) && apart.test(line.text)) {
      unclosed.push(stack.pop()!);
      above.closedBy = line;
    }
    if (opening) stack.push({ line, span: here(opening, line), parent: stack.at(-1), closed: [] });
  }
  for (const opener of stack) unclosed.push(innermost(body, opener));
  return { unclosed: [...new Set(unclosed)], stray };
}

/** The index of the opener that a closing line means: one as deep as itself, else the last. */
function openerFor(stack: readonly Opener[], line: Line): number {
  const last = stack.length - 1;
  if (last < 0 || stack[last]!.line.indent <= line.indent) return last;
  for (let i = last; i >= 0; i--) if (stack[i]!.line.indent === line.indent) return i;
  return last;
}

/** Without indentation a closer may belong to either; what was opened last is then taken for what was forgotten. */
function innermost(body: readonly Line[], outer: Opener): Opener {
  for (let opener = outer; ; ) {
    const { line } = opener;
    const inner = isFlat(body, line) && opener.closed.findLast((one) => one.line.indent === line.indent);
    if (!inner) return opener;
    opener = inner;
  }
}

function unclosedCompound(
  broken: Break,
  body: readonly Line[],
  { closer, parts, holds }: CompoundSyntax,
  opener: Opener,
): Suspect {
  const word = broken.text.slice(opener.span.start, opener.span.end);
  const end =
    opener.closedBy && isFlat(body, opener.line)
      ? body[indexBehind(body, opener.closedBy.number - 1) - 1]!.end
      : endOfBody(body, opener.line, parts, holds?.(word));
  const margin = /^\s*/.exec(opener.line.text)![0];
  return {
    code: 'mermaid.unclosed',
    span: opener.span,
    message:
      closer === 'end'
        ? say`This ${word} is never closed: a line that holds end alone closes it.`
        : say`This ${word} is never closed: a line with ${closer} alone closes it.`,
    fix: {
      title: say`Add the missing ${closer}`,
      safe: false,
      changes: [{ span: { start: end, end }, newText: `\n${margin}${closer}` }],
    },
  };
}

/** Behind the last line that is deeper than the opener. */
function endOfBody(body: readonly Line[], opener: Line, parts: RegExp | undefined, holds: RegExp | undefined): number {
  const flat = isFlat(body, opener);
  let end = opener.end;
  for (let i = indexBehind(body, opener.number); i < body.length; i++) {
    const line = body[i]!;
    if (holds && !holds.test(line.text)) break;
    const isPart = line.indent === opener.indent && parts?.test(line.text);
    // Without indentation nothing says where it ends, but what stands further out is of those around it.
    if (line.indent < opener.indent || (line.indent === opener.indent && !isPart && !flat)) break;
    end = line.end;
  }
  return end;
}

/** Whether the line below is no deeper: then indentation says nothing about where the statement ends. */
function isFlat(body: readonly Line[], opener: Line): boolean {
  const below = body[indexBehind(body, opener.number)];
  return !below || below.indent <= opener.indent;
}

/** The index of the first line below a number of lines. */
const indexBehind = (body: readonly Line[], number: number): number =>
  firstIndex(body.length, (i) => body[i]!.number > number);

const here = (match: RegExpExecArray, line: Line): Span => {
  const [start, end] = match.indices!.groups!.here!;
  return { start: line.start + start, end: line.start + end };
};

const wholeLine = ({ text, lines }: Break, { number, start }: Line): Span => ({
  start,
  end: number + 1 < lines.lineCount ? lines.lineStart(number + 1) : text.length,
});
