import { comments } from '../breaks/comments';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';

export const timeline: readonly Finder[] = [
  comments,
  slips([
    {
      line: /(?<here>:)(?<mend>)(?=\S)/du,
      message: 'A space is missing behind the colon.',
      title: 'Put the space',
      mend: ' ',
      safe: true,
    },
    {
      line: /(?<mend>\s*(?<here>:))\s*$/du,
      message: 'The event is missing.',
      title: 'Remove the colon',
      mend: '',
    },
  ]),
];
