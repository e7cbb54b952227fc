import { say } from '../../l10n/say';
import { spokenLines } from './line';
import { slipsAnywhere } from './slip';
import type { Finder } from './suspect';

/** `end` where a brace closes. */
export const endForBrace: Finder = slipsAnywhere(
  [
    {
      line: /^\s*(?<here>end)$/d,
      message: say`What { opens is closed by }, not by end.`,
      title: say`Write }`,
      mend: '}',
    },
  ],
  spokenLines,
);
