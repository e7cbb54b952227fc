import type { DiagnosticCode } from '../../diagnostics/diagnostic-code';
import type { BroughtId } from '../diagram-problem';
import { brokenLine, type Line, lineBefore, stopsAtLineStart } from './line';
import type { Break, Finder, Suspect } from './suspect';

export type Groups = Readonly<Record<string, string>>;

/**
 * A slip of the pen as it looks on one line. The expression (with the flag `d`) names what is marked, `here`, and, where
 * that is another stretch, what the mend rewrites, `mend`. An empty group marks or inserts.
 */
export interface Slip {
  readonly line: RegExp;
  readonly code?: DiagnosticCode;
  readonly message: string | ((groups: Groups) => string);
  /**
   * Left out, with `mend`, where only the author can put it right. Left out alone, or undefined, where the mend makes up
   * what only the author knows (a value, a date): it proves the slip and is not offered.
   */
  readonly title?: string | ((groups: Groups) => string | undefined);
  /** What to write; undefined if, on a second look, it is no slip. */
  readonly mend?: string | ((groups: Groups) => string | undefined);
  /** Whether the mend cannot alter meaning; where it takes a word away it never counts as safe. */
  readonly safe?: boolean;
  /** The id that the mend makes of a label. */
  readonly brings?: (groups: Groups) => BroughtId;
  /** Whether nothing else can be meant: then it is said even where the mend alone does not help. */
  readonly sure?: boolean;
}

/** Looks for slips on the line where Mermaid stopped, and on the one before when that may have been too short. */
export function slips(table: readonly Slip[]): Finder {
  return function* (broken) {
    const line = brokenLine(broken);
    yield* onLine(line, table);
    const before = lineBefore(broken, line);
    if (before && (stopsAtLineStart(broken, line) || isEnd(broken))) yield* onLine(before, table);
  };
}

/** Looks for slips on every line: for those that Mermaid notices only much later. */
export function slipsAnywhere(table: readonly Slip[], linesOf: (broken: Break) => Iterable<Line>): Finder {
  return function* (broken) {
    for (const line of linesOf(broken)) yield* onLine(line, table);
  };
}

const isEnd = ({ at, text }: Break): boolean => text.slice(at).trim() === '';

/** The slips of a table on one line. */
export function* onLine(line: Line, table: readonly Slip[]): Generator<Suspect> {
  for (const slip of table) {
    const match = slip.line.exec(line.text);
    const suspect = match && suspectOf(slip, line, match);
    if (suspect) yield suspect;
  }
}

function suspectOf(slip: Slip, line: Line, match: RegExpExecArray): Suspect | undefined {
  const groups = (match.groups ?? {}) as Groups;
  const at = match.indices!.groups!;
  // An expression with branches may match without what it marks: then there is nothing to say.
  if (!at.here) return undefined;
  const spanOf = (name: string) => {
    const [start, end] = at[name]!;
    return { start: line.start + start, end: line.start + end };
  };
  const seen = {
    code: slip.code ?? 'mermaid.syntax',
    span: spanOf('here'),
    message: filled(slip.message, groups)!,
    ...(slip.sure && { sure: true }),
  };
  if (slip.mend === undefined) return seen;
  const newText = filled(slip.mend, groups);
  if (newText === undefined) return undefined;
  const title = slip.title === undefined ? undefined : filled(slip.title, groups);
  const span = spanOf(at.mend ? 'mend' : 'here');
  const goes = line.text.slice(span.start - line.start, span.end - line.start);
  return {
    ...seen,
    ...(title === undefined && { makesUp: true }),
    fix: {
      title: title ?? '',
      safe: (slip.safe ?? false) && !losesWord(goes, newText),
      ...(slip.brings && { brings: [slip.brings(groups)] }),
      changes: [{ span, newText }],
    },
  };
}

/** Whether a word of two letters or more is in one text and not in the other. */
function losesWord(text: string, other: string): boolean {
  const left = other.toLowerCase();
  return (text.toLowerCase().match(/\p{L}{2,}/gu) ?? []).some((word) => !left.includes(word));
}

const filled = <T extends string | undefined>(what: string | ((groups: Groups) => T), groups: Groups): T | string =>
  typeof what === 'string' ? what : what(groups);
