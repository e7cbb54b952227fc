import { say } from '../../../l10n/say';
import type { Suspect } from '../../breaks/suspect';
import { bodyLines, type Taken } from '../../doubts/doubt';

/** `a b` above `--> b`: the end of a line counts for nothing, so that the arrow leads from `b` to itself. */
export function* arrowsToThemselves(diagram: Taken): Iterable<Suspect> {
  const lines = [...bodyLines(diagram)];
  for (const [i, line] of lines.entries()) {
    const match = /^\s*(?<here>[<ox]?(?:--+[-xo>]|==+[=xo>]|-\.+-[xo>]?))\s*(?<to>\w+)/d.exec(line.text);
    const above = match && /(?:^|\s)(?<last>\w+)$/.exec(lines[i - 1]?.text ?? '');
    if (!above || above.groups!.last !== match.groups!.to) continue;
    const [start, end] = match.indices!.groups!.here!;
    yield {
      code: 'mermaid.value',
      span: { start: line.start + start, end: line.start + end },
      message: say`This arrow leads from ‘${match.groups!.to!}’ to itself: it comes from the last block of the line above, since a new line begins nothing new here. Name the block that it comes from.`,
    };
  }
}
