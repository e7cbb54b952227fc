import { comments } from '../breaks/comments';
import { misspelt } from '../breaks/misspelt';
import type { Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { noWords } from '../vocabulary';
import type { DiagramLanguage } from './language';

const finders: readonly Finder[] = [
  comments,
  misspelt(['tf', 'timeframe', 'rf', 'resetframe', 'entity', 'data', 'note', 'gwt']),
  misspelt(
    ['rmo', 'readmodel', 'ui', 'cmd', 'command', 'evt', 'event', 'pcr', 'processor'],
    /^\s*\w+\s+\d+\s+(?<word>\w+)/du,
  ),
];

export const eventmodeling: DiagramLanguage<'eventmodeling'> = {
  type: 'eventmodeling',
  judged: ['eventmodeling'],
  keywords: [{ word: 'eventmodeling', since: '11.15' }],
  name: 'Event model',
  description: 'commands, events and views',
  scan: scanKeywords([
    'title',
    'x-axis',
    'y-axis',
    'bar',
    'line',
    'set',
    'union',
    'text',
    'component',
    'anchor',
    'evolve',
    'pipeline',
    'note',
    'participant',
  ]),
  words: noWords,
  finders,
};
