import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';

export const railroad: readonly Finder[] = [
  comments,
  unclosedOnLine(['"', '(', '[', '{']),
  slips([
    {
      line: /(?:=|<-|::=).*[^;\s](?<here>)$/du,
      message: 'A rule ends in a semicolon.',
      title: 'Put the semicolon',
      mend: ' ;',
      safe: true,
    },
  ]),
];
