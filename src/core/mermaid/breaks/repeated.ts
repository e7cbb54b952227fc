import { say } from '../../l10n/say';
import { brokenLine, lineBefore } from './line';
import type { Finder } from './suspect';

/** A word, a run of signs, or a comma, and the same again. */
const twice =
  /(?<![\p{L}\p{N}_])(?<word>[\p{L}\p{N}_]+)(?<mend>[ \t]+(?<here>\k<word>))(?![\p{L}\p{N}_])|(?<![^\s\p{L}\p{N}_])(?<sign>[^\s\p{L}\p{N}_]+)(?<gap>[ \t]+(?<again>\k<sign>))|,(?<rest>(?<comma>,))/dgu;

/** How many repeated words of a line are tried. */
const mostTried = 4;

/** What was written twice: `in in api`, `--> -->`, `85, , 90`. Of any kind of diagram; only what heals it is said. */
export const repeated: Finder = function* (broken) {
  const line = brokenLine(broken);
  const before = lineBefore(broken, line);
  for (const one of before ? [line, before] : [line]) {
    for (const match of [...one.text.matchAll(twice)].slice(0, mostTried)) {
      const at = match.indices!.groups!;
      const [from, to] = (at.mend ?? at.gap ?? at.rest)!;
      const [start, end] = (at.here ?? at.again ?? at.comma)!;
      const words = one.text.slice(start, end);
      yield {
        code: 'mermaid.syntax',
        span: { start: one.start + start, end: one.start + end },
        message: say`‘${words}’ stands here twice.`,
        fix: {
          title: say`Remove the second ${words}`,
          safe: false,
          changes: [{ span: { start: one.start + from, end: one.start + to }, newText: '' }],
        },
      };
    }
  }
};
