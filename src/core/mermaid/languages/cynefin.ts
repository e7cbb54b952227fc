import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';

export const cynefin: readonly Finder[] = [
  comments,
  unclosedOnLine(['"']),
  misspelt(['clear', 'complicated', 'complex', 'chaotic', 'confusion', 'title']),
  slips([
    {
      line: /^\s*(?<here>[^"\s].*)$/du,
      message: 'An item must stand in quotes.',
      title: 'Put it in quotes',
      mend: ({ here }) => `"${here}"`,
      safe: true,
    },
  ]),
];
