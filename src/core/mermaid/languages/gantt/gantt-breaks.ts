import { comments } from '../../breaks/comments';
import { misspelt } from '../../breaks/misspelt';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { ganttTags, ganttWords } from './gantt-words';

const ownSlips = slips([
  {
    line: new RegExp(
      `^\\s*[^:]*?\\S(?<mend>\\s+)(?<here>(?:${ganttTags.join('|')})\\b|after\\b|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|[\\p{L}_][\\w-]*(?=\\s*,))[^:]*$`,
      'du',
    ),
    message: 'A colon is missing between the task and its dates.',
    title: 'Put the colon',
    mend: ' :',
  },
  {
    line: /^\s*[^:]*[^:\s](?<here>)$/du,
    message: 'A task needs a colon and a length.',
    title: 'Give it a day',
    mend: ' :1d',
  },
  {
    line: /^\s*[^:]*[^:\s]\s*:(?<here>)$/du,
    message: 'The length of the task is missing.',
    title: 'Give it a day',
    mend: ' 1d',
  },
]);

export const ganttBreaks: readonly Finder[] = [comments, misspelt(keywordsOf(ganttWords)), ownSlips];
