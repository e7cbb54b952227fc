import type { Doubter } from '../../doubts/doubt';
import { misreadings } from '../../doubts/misreadings';
import { mistakenKeywords } from '../../doubts/mistaken-keywords';

const relation = '(?:<\\||[<*o]|\\(\\))?(?:--|\\.\\.)(?:\\|>|[>*o]|\\(\\))?';

export const classDoubts: readonly Doubter[] = [
  mistakenKeywords([
    ['class', /^\s+\w+\s*(?:\{|$)/],
    ['direction', /^\s+(?:TB|BT|RL|LR|TD)\s*$/],
    ['namespace', /^\s+\w+\s*\{/],
  ]),
  misreadings([
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
      line: new RegExp(
        `^\\s*[\\w.]+(?:~[^~]*~)?\\s*(?:"[^"]*"\\s*)?${relation}\\s*(?:"[^"]*"\\s*)?(?<here>(?!o[ \\t])[\\w.]+(?:[ \\t]+[\\w.]+)+)\\s*:`,
        'd',
      ),
      code: 'mermaid.lost-text',
      message: ({ here }) => `The name of a class has no spaces: ‘${here}’ is drawn as ‘${here!.replace(/\s+/g, '')}’.`,
      title: 'Put the name in backticks',
      mend: ({ here }) => `\`${here}\``,
      safe: true,
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
  ]),
];
