import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';

const cell = '(?:"(?:[^"]|"")*"|[^",]*)';

export const sankeyBreaks: readonly Finder[] = [
  comments,
  slips([
    {
      line: /^\s*[^,]*?(?<mend>\s*(?<here>--?>|=>|→|;|\t)\s*)[^,]*,/du,
      code: 'mermaid.bad-arrow',
      message: 'From, to and value are parted by commas.',
      title: 'Write a comma',
      mend: ',',
    },
    {
      line: new RegExp(`^\\s*${cell},${cell}(?<here>)\\s*$`, 'd'),
      message: 'The value is missing: a row is from, to, value.',
      title: 'Give it a value',
      mend: ',1',
    },
    {
      line: new RegExp(`^\\s*${cell}(?<here>)\\s*$`, 'd'),
      message: 'A row is from, to, value.',
      title: 'Give it a target and a value',
      mend: ',Target,1',
    },
    {
      line: new RegExp(`^\\s*${cell},${cell},[\\s\\d.]+(?<mend>(?<here>,).*)$`, 'd'),
      message: 'A row has three columns: from, to, value.',
      title: 'Remove what is too much',
      mend: '',
    },
  ]),
  unclosedOnLine(['"']),
];
