import { blocks } from '../../breaks/blocks';
import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { misspelt } from '../../breaks/misspelt';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { c4Words } from './c4-words';

const elements = keywordsOf(c4Words);

export const c4Breaks: readonly Finder[] = [
  comments,
  misspelt(elements),
  slips([
    {
      line: new RegExp(`^\\s*(?:${elements.join('|')})(?<mend>\\s+(?<content>(?<here>\\w+)[^()]*))$`, 'du'),
      message: 'What an element says stands in parentheses.',
      title: 'Put it in parentheses',
      mend: ({ content }) => `(${content})`,
    },
    {
      line: /^\s*(?<here>\w+)\s*\(/du,
      message: ({ here }) => `‘${here}’ is no element of C4.`,
      title: 'Write Rel',
      mend: ({ here }) => (elements.includes(here!) ? undefined : /rel/i.test(here!) ? 'Rel' : 'System'),
    },
  ]),
  unclosedOnLine(['"', '(']),
  blocks({ opens: /\).*(?<here>\{)\s*$/d, closes: /^\s*(?<here>\})\s*$/d, closer: '}' }),
];
