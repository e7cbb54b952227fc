import { say } from '../../l10n/say';
import { brokenLine } from './line';
import type { Finder } from './suspect';

/** Signs, a word or digits, and the same again with nothing between. */
const glued =
  /(?<once>[^\s\p{L}\p{N}_]{1,5})(?<sign>\k<once>)|(?<![\p{L}\p{N}_])(?:(?<first>\p{L}{3,})(?<word>\k<first>)|(?<one>\p{N}{2,})(?<digits>\k<one>))(?![\p{L}\p{N}_])/dgu;

/** How many are tried. */
const mostTried = 4;

/**
 * What was written twice and grew together, where Mermaid stopped: `A -->--> B`, `tag:: "v1"`, `classclass A`, `]]`. Signs are
 * doubled on purpose too, so only what heals the whole diagram is said.
 */
export const doubled: Finder = function* (broken) {
  const line = brokenLine(broken);
  const at = broken.at - line.start;
  // Of a run of signs each end is tried: `-->-->` is an arrow twice, and holds doubled dashes.
  const runs: { start: number; middle: number; end: number }[] = [];
  for (let from = 0; from < line.text.length; from++) {
    glued.lastIndex = from;
    const match = glued.exec(line.text);
    if (!match) break;
    const groups = match.indices!.groups!;
    const [middle, end] = (groups.sign ?? groups.word ?? groups.digits)!;
    // Past the whole sign: within an emoji the search would begin at the emoji again, without end.
    from = match.index + String.fromCodePoint(line.text.codePointAt(match.index)!).length - 1;
    if (!groups.sign || (match.index - 1 <= at && at <= end + 1)) runs.push({ start: match.index, middle, end });
  }
  runs.sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const { middle, end } of runs.slice(0, mostTried)) {
    const words = line.text.slice(middle, end);
    const span = { start: line.start + middle, end: line.start + end };
    yield {
      code: 'mermaid.syntax',
      span,
      message: say`‘${words}’ stands here twice.`,
      guess: true,
      fix: { title: say`Remove the second ${words}`, safe: false, changes: [{ span, newText: '' }] },
    };
  }
};
