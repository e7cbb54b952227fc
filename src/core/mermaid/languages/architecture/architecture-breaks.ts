import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { misspelt } from '../../breaks/misspelt';
import { type Saying, sayings } from '../../breaks/saying';
import { slips } from '../../breaks/slip';
import type { Break, Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { architectureWords } from './architecture-words';

const services = ({ text }: Break): string[] =>
  [...text.matchAll(/^\s*(?:service|junction|group)\s+([\w-]+)/gm)].map((match) => match[1]!);
const groups = ({ text }: Break): string[] => [...text.matchAll(/^\s*group\s+([\w-]+)/gm)].map((match) => match[1]!);

/** What Mermaid says without a place. */
const unplaced: readonly Saying[] = [
  {
    message: /parent does not exist|parent is not a group|(?:'s parent)/,
    line: '\\bin\\s+(?<here>[\\w-]+)\\s*$',
    says: (name) => `There is no group ‘${name}’ above.`,
    instead: groups,
  },
  {
    message: /right-hand id \[(.+?)\] does not/,
    line: '[LRTB]:\\s*(?<here>$1)\\b|:[LRTB]\\s*.*?(?<other>$1)\\b',
    says: (name) => `There is no service ‘${name}’ above.`,
    instead: services,
  },
  {
    message: /left-hand id \[(.+?)\] does not/,
    line: '^\\s*(?<here>$1)(?:\\{group\\})?:[LRTB]',
    says: (name) => `There is no service ‘${name}’ above.`,
    instead: services,
  },
  {
    message: /id \[(.+?)\] is already in use/,
    line: '^\\s*(?:service|group|junction)\\s+(?<here>$1)\\b',
    last: true,
    says: (name) => `The id ‘${name}’ is used already.`,
  },
];

export const architectureBreaks: readonly Finder[] = [
  comments,
  misspelt(keywordsOf(architectureWords)),
  unclosedOnLine(['"', '[', '(', '{']),
  slips([
    {
      line: /^\s*(?:service|group|junction)\s*(?<mend>)(?<here>[([])/du,
      message: 'The id is missing.',
      title: 'Give it an id',
      mend: 'id1',
    },
    {
      line: /[\w}]\s*:\s*(?<here>(?![LRTB]\b)\w+)/du,
      message: ({ here }) => `‘${here}’ is no side; sides are L, R, T and B.`,
      title: 'Write R',
      mend: 'R',
    },
    {
      line: /(?:--|-)>?\s*(?<here>(?![LRTB]\s*:)\w+)\s*:\s*\w/du,
      message: ({ here }) => `‘${here}’ is no side; sides are L, R, T and B.`,
      title: 'Write L',
      mend: 'L',
    },
    {
      line: /:[LRTB]\s*(?<here>[<>]?(?:--|-\[[^\]]*\]-)?[-=~.–—→]*>*)\s*[LRTB]:/du,
      code: 'mermaid.bad-arrow',
      message: ({ here }) => `‘${here}’ is no edge here; edges are --, -->, <-- and <-->.`,
      title: ({ here }) => `Write ${here!.includes('>') || here!.includes('→') ? '-->' : '--'}`,
      mend: ({ here }) =>
        /^<?-->?$/.test(here!) ? undefined : here!.includes('>') || here!.includes('→') ? '-->' : '--',
    },
    {
      line: /:[LRTB]\s*<?--?>?\s*(?<mend>)(?<here>\w+)\s*$/du,
      message: 'The side is missing: an edge ends like L:server.',
      title: 'Add the side',
      mend: 'L:',
    },
    {
      line: /^\s*\w+(?<mend>)\s*(?<here><?--?>?)\s*[LRTB]:/du,
      message: 'The side is missing: an edge begins like server:R.',
      title: 'Add the side',
      mend: ':R',
    },
    {
      line: /\[(?<here>[^\]"']+)\]/du,
      code: 'mermaid.unquoted-label',
      message: 'A label with more than words must stand in quotes.',
      title: 'Put the label in quotes',
      mend: ({ here }) => `"${here}"`,
      safe: true,
    },
    {
      line: /^\s*(?:service|group)\s+(?<here>[\w]+(?:[ -][\w]+)+)\s*(?=[([]|$)/du,
      message: 'An id has no spaces.',
      title: 'Write it with underscores',
      mend: ({ here }) => here!.replace(/[ -]+/g, '_'),
    },
  ]),
  sayings(unplaced),
];
