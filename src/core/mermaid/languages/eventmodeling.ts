import { comments } from '../breaks/comments';
import { misspelt } from '../breaks/misspelt';
import type { Finder } from '../breaks/suspect';

export const eventModeling: readonly Finder[] = [
  comments,
  misspelt(['tf', 'timeframe', 'rf', 'resetframe', 'entity', 'data', 'note', 'gwt']),
  misspelt(
    ['rmo', 'readmodel', 'ui', 'cmd', 'command', 'evt', 'event', 'pcr', 'processor'],
    /^\s*\w+\s+\d+\s+(?<word>\w+)/du,
  ),
];
