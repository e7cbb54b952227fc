import { say } from '../../l10n/say';
import type { Line } from './line';
import { spokenLines } from './line';
import type { Break, Finder, Suspect } from './suspect';

/** An opening brace on a line of its own, below what it should stand behind: as in C, and in no kind of diagram. */
export function* bracesBelow(opener: RegExp, lines: Iterable<Line>): Generator<Suspect> {
  let above: Line | undefined;
  for (const line of lines) {
    const match = /^\s*(?<here>\{)/d.exec(line.text);
    if (match && above && opener.test(above.text)) {
      const start = line.start + match.indices!.groups!.here![0];
      yield {
        code: 'mermaid.syntax',
        span: { start, end: start + 1 },
        message: say`The brace must stand at the end of the line above, behind what it opens.`,
        sure: true,
        fix: {
          title: say`Put it at the end of the line above`,
          safe: false,
          changes: [{ span: { start: above.end, end: start }, newText: ' ' }],
        },
      };
    }
    above = line;
  }
}

/** The first such brace that Mermaid can have stumbled over; `opener` tells the lines that one may stand behind. */
export const braceBelow = (opener: RegExp): Finder =>
  function* (broken: Break) {
    yield* bracesBelow(opener, spokenLines(broken));
  };
