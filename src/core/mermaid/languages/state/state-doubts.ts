import type { Doubter } from '../../doubts/doubt';
import { misreadings } from '../../doubts/misreadings';
import { mistakenKeywords } from '../../doubts/mistaken-keywords';

export const stateDoubts: readonly Doubter[] = [
  mistakenKeywords([
    ['direction', /^\s+(?:TB|BT|RL|LR|TD)\s*$/],
    ['state', /^\s+(?:"|\w+\s*(?:\{|<<|$))/],
    ['note', /^\s+(?:left|right)\s+of\b/],
  ]),
  misreadings([
    {
      line: /^\s*(?:\[\*\]|[\w]+)\s*(?<here>-->>+|==+>|=>|→|⇒|->>|~~>|\.\.>|-->\|>)\s*(?:\[\*\]|[\w]+)/d,
      message: ({ here }) => `‘${here}’ is no transition; ‘-->’ is.`,
      title: 'Write -->',
      mend: '-->',
    },
    {
      line: /^\s*(?<mend>(?<here>\[)\*(?!\]))/d,
      message: 'This [ is not closed: the start is written [*].',
      title: 'Write [*]',
      mend: '[*]',
    },
    {
      line: /-->\s*(?<mend>(?<here>\[)\*(?!\]))/d,
      message: 'This [ is not closed: the end is written [*].',
      title: 'Write [*]',
      mend: '[*]',
    },
    {
      line: /^\s*state\s+\w+\s+(?<here><<)(?:fork|join|choice)(?<mend>>?)$/d,
      message: 'This << is not closed by >>.',
      title: 'Close it with >>',
      mend: '>>',
    },
    {
      line: /^\s*state\s+\w+\s+(?:<<|\[\[)(?<here>(?!(?:fork|join|choice)\b)\w+)(?:>>|\]\])/d,
      message: ({ here }) => `‘${here}’ is no kind of state; kinds are fork, join and choice.`,
      title: 'Write choice',
      mend: ({ here }) => (/^f/.test(here!) ? 'fork' : /^j/.test(here!) ? 'join' : 'choice'),
    },
    {
      line: /^\s*(?<here>\/\/)/d,
      message: 'A comment begins with %%, not with //.',
      title: 'Write %%',
      mend: '%%',
    },
  ]),
];
