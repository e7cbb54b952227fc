import type { Slip } from '../breaks/slip';
import { onLine } from '../breaks/slip';
import type { Suspect } from '../breaks/suspect';
import { bodyLines, type Taken } from './doubt';

const relation = '(?:<\\||[<*o]|\\(\\))?(?:--|\\.\\.)(?:\\|>|[>*o]|\\(\\))?';

/** What Mermaid reads in another way than it looks, by type. */
const slips: Readonly<Record<string, readonly Slip[]>> = {
  class: [
    {
      line: new RegExp(
        `^\\s*[\\w.]+(?:~[^~]*~)?\\s*(?:"[^"]*"\\s*)?${relation}\\s*(?:"[^"]*"\\s*)?[\\w.]+(?:~[^~]*~)?(?<mend>\\s+)(?<here>[\\w.]+)\\s*$`,
        'd',
      ),
      message: ({ here }) => `A colon is missing: ‘${here}’ becomes a part of the class’s name.`,
      title: 'Put the colon',
      mend: ' : ',
    },
    {
      line: /^\s*class\s+(?<mend>(?<first>[\w.]+)\s+(?<here>\w+))\s*(?:\{.*)?$/d,
      message: 'The name of a class has no spaces: the words are joined into one.',
      title: 'Name it in one word, with a label',
      mend: ({ first, here }) => `${first}${here}["${first} ${here}"]`,
    },
    {
      line: new RegExp(`^\\s*[\\w.]*[A-Za-z_][\\w.]*\\s+(?<here>\\d+|\\*|\\d+\\.\\.[\\d*n]+)\\s+${relation}`, 'd'),
      message: ({ here }) => `A multiplicity stands in quotes: ‘${here}’ becomes a part of the class’s name.`,
      title: 'Put it in quotes',
      mend: ({ here }) => `"${here}"`,
    },
  ],
  er: [
    {
      line: /^\s*(?<here>[\w-]+\s+[\w-]+)\s+(?:\|o|\|\||\}o|\}\|)(?:--|\.\.)(?:o\||\|\||o\{|\|\{)/d,
      message: 'A name of two words must stand in quotes: this reads as two entities.',
      title: 'Put the name in quotes',
      mend: ({ here }) => `"${here}"`,
    },
  ],
  state: [
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
  ],
  journey: [
    {
      line: /^(?!\s*(?:title|section|accTitle|accDescr)\b)[^:]+:\s*(?<here>(?![\d.]+\s*(?::|$))[^:\s][^:]*?)\s*(?::|$)/d,
      message: ({ here }) => `A score is a number from 1 to 5, not ‘${here}’.`,
      title: 'Give it a score',
      mend: '3',
    },
  ],
  sankey: [
    {
      line: /^(?:"(?:[^"]|"")*"|[^",]*),(?:"(?:[^"]|"")*"|[^",]*),\s*(?<here>(?![\d.])[^\s,][^,]*?)\s*$/d,
      message: ({ here }) => `A value is a number, not ‘${here}’.`,
      title: 'Give it a number',
      mend: '1',
    },
  ],
  c4: [
    {
      line: /^\s*\w+(?<here>\()(?:[^"()]|"[^"]*")*(?<mend>)$/d,
      message: 'This ( is not closed by ).',
      title: 'Close it with )',
      mend: ')',
    },
  ],
};

export function* misreadings(diagram: Taken): Iterable<Suspect> {
  const table = slips[diagram.type];
  if (!table) return;
  for (const line of bodyLines(diagram)) {
    for (const suspect of onLine(line, table)) yield { ...suspect, code: 'mermaid.value' };
  }
}
