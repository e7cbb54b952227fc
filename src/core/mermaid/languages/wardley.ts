import { blocks } from '../breaks/blocks';
import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';

export const wardley: readonly Finder[] = [
  comments,
  misspelt([
    'component',
    'anchor',
    'evolve',
    'pipeline',
    'note',
    'annotation',
    'annotations',
    'evolution',
    'size',
    'title',
  ]),
  unclosedOnLine(['"', '[', '(']),
  slips([
    {
      line: /^\s*(?:component|anchor)\s+[^[]*[^[\s](?<here>)$/du,
      message: 'The coordinates are missing.',
      title: 'Give it coordinates',
      mend: ' [0.5, 0.5]',
    },
    {
      line: /\[\s*[\d.]+(?<mend>\s+)(?<here>[\d.]+)/du,
      message: 'A comma is missing between the coordinates.',
      title: 'Put the comma',
      mend: ', ',
    },
  ]),
  blocks({ opens: /^\s*pipeline\b.*(?<here>\{)\s*$/d, closes: /^\s*(?<here>\})\s*$/d, closer: '}' }),
];
