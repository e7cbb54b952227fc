import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { said } from '../breaks/said';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';

const range = '(?:\\d+(?:\\s*-\\s*\\d+)?|\\+\\d+)';

export const packet: readonly Finder[] = [
  comments,
  unclosedOnLine(['"']),
  slips([
    {
      line: new RegExp(`^\\s*${range}(?<mend>\\s*)(?<here>"[^"]*")`, 'd'),
      message: 'A colon is missing before the label.',
      title: 'Put the colon',
      mend: ': ',
      safe: true,
    },
    {
      line: new RegExp(`^\\s*${range}\\s*:\\s*(?<here>[^"\\s].*)$`, 'd'),
      message: 'The label must stand in quotes.',
      title: 'Put the label in quotes',
      mend: ({ here }) => `"${here!.replaceAll('"', "'")}"`,
      safe: true,
    },
    {
      line: new RegExp(`^\\s*${range}\\s*:(?<here>)$`, 'd'),
      message: 'The label is missing.',
      title: 'Add an empty label',
      mend: ' ""',
    },
    {
      line: new RegExp(`^\\s*${range}(?<here>)$`, 'd'),
      message: 'A colon and a label are missing.',
      title: 'Add an empty label',
      mend: ': ""',
    },
    {
      line: /^\s*\d+(?<here>\s*(?:\.{2,}|–|—|to|:|\s)\s*)\d+\s*:/d,
      message: 'A dash stands between the first and the last bit.',
      title: 'Write a dash',
      mend: '-',
    },
  ]),
  said,
];
