import { say } from '../../l10n/say';
import { brokenLine, lineBefore } from './line';
import type { Finder } from './suspect';

/** A word that opens lines and stands second on this one: `Animal class`, `over Note A: text`. Only what heals is said. */
export const misplacedWord = (keywords: readonly string[]): Finder =>
  function* (broken) {
    const line = brokenLine(broken);
    const before = lineBefore(broken, line);
    for (const one of before ? [line, before] : [line]) {
      const match = /^\s*(?<mend>(?<first>[^\s:[\](){}"]+)\s+(?<here>[\p{L}_][\p{L}\p{N}_-]*))/du.exec(one.text);
      const { first = '', here = '' } = match?.groups ?? {};
      const isWord = (word: string) => keywords.some((known) => known.toLowerCase() === word.toLowerCase());
      if (!match || !isWord(here) || isWord(first)) continue;
      const spanOf = ([start, end]: [number, number]) => ({ start: one.start + start, end: one.start + end });
      const { mend, here: at } = match.indices!.groups!;
      yield {
        code: 'mermaid.syntax',
        span: spanOf(at!),
        message: say`The word ${here} must stand first on its line.`,
        fix: {
          title: say`Write ${here} ${first}`,
          safe: false,
          changes: [{ span: spanOf(mend!), newText: `${here} ${first}` }],
        },
      };
    }
  };
