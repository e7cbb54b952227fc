import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { misspelt } from '../../breaks/misspelt';
import { said } from '../../breaks/said';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';

export const architecture: readonly Finder[] = [
  comments,
  misspelt(['service', 'group', 'junction', 'align', 'title']),
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
  said,
];
