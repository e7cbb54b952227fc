import { say } from '../../l10n/say';
import type { Span } from '../../text/span';
import { brokenLine, type Line, spokenLines } from './line';
import type { Break, Finder, Suspect } from './suspect';

/** The arrows of a type, and what to take for a failed one. */
export interface ArrowSyntax {
  /** Whole arrows that the type knows. */
  readonly valid: RegExp;
  /** Runs that look like an arrow; global. */
  readonly like: RegExp;
  /** What may have been meant by a run, the likeliest first. */
  readonly meant: (run: string) => readonly string[];
  /** Takes out of a line what may hold anything: labels and quotes become blanks of the same length. */
  readonly mask?: (line: string) => string;
}

/** Runs of dashes, dots, heads and unicode arrows: what a hand makes of an arrow in any type. */
export const arrowLike =
  /[-=–—]+[ \t]+[-=–—]*[>»]+|(?:&lt;|[<«])*(?:[-–—−‐‑=~]|\.(?=[-.>]))+(?:[ \t]+(?=>))?(?:&gt;|\|>|[>»])*|[→⇒⟶⟹➔➜←⇐⟵↔⇔]/g;

/** The runs on the broken line that look like an arrow and are none, those where Mermaid stopped first. */
export function badArrows(syntax: ArrowSyntax): Finder {
  return function* (broken) {
    const runs = [...arrowRuns(brokenLine(broken), syntax)];
    // An edge whose text has no proper end swallows all that follows.
    if (broken.text.slice(broken.at).trim() === '')
      for (const line of spokenLines(broken)) runs.push(...arrowRuns(line, syntax));
    const near = ({ start, end }: Span) => start <= broken.at && broken.at <= end;
    for (const run of [...runs.filter(near), ...runs.filter((run) => !near(run))]) yield* badArrow(broken, run, syntax);
  };
}

function* arrowRuns(line: Line, { like, valid, mask }: ArrowSyntax): Generator<Span> {
  const text = mask ? mask(line.text) : line.text;
  for (const match of text.matchAll(like)) {
    const masked = match[0].trim();
    const from = match.index + match[0].indexOf(masked);
    // `-- "text" ->`: what the mask hides inside of a run is no part of an arrow; the last piece is meant for one.
    const isWhole = line.text.startsWith(masked, from);
    const run = isWhole ? masked : /\S*$/.exec(masked)![0];
    if (run === '' || valid.test(run)) continue;
    const end = line.start + from + masked.length;
    yield { start: end - run.length, end };
  }
}

function* badArrow({ text }: Break, span: Span, { meant }: ArrowSyntax): Generator<Suspect> {
  const run = text.slice(span.start, span.end);
  for (const arrow of meant(run)) {
    if (arrow === run) continue;
    yield {
      code: 'mermaid.bad-arrow',
      span,
      message: say`‘${run}’ is no arrow here; ‘${arrow}’ is.`,
      fix: { title: say`Write ${arrow}`, safe: false, changes: [{ span, newText: arrow }] },
    };
  }
}

/** Blanks of the same length for everything that a pattern finds; offsets stay. */
export const blanked = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (match) => ' '.repeat(match.length));
