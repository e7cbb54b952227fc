import { blocks } from './blocks';
import { comments } from './comments';
import { unclosedOnLine } from './delimiters';
import { misspelt } from './misspelt';
import { said } from './said';
import { slips } from './slip';
import type { Finder } from './suspect';

/** Types with few rules of their own. */
export const venn: readonly Finder[] = [
  comments,
  unclosedOnLine(['"', '[']),
  misspelt(['set', 'union', 'text', 'style', 'title']),
  said,
];

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

export const useCase: readonly Finder[] = [
  comments,
  misspelt(['actor', 'usecase', 'systemBoundary', 'note', 'direction', 'class', 'classDef', 'style']),
  unclosedOnLine(['"', '[', '(', '{']),
];

export const railroad: readonly Finder[] = [
  comments,
  unclosedOnLine(['"', '(', '[', '{']),
  slips([
    {
      line: /(?:=|<-|::=).*[^;\s](?<here>)$/du,
      message: 'A rule ends in a semicolon.',
      title: 'Put the semicolon',
      mend: ' ;',
      safe: true,
    },
  ]),
];

export const cynefin: readonly Finder[] = [
  comments,
  unclosedOnLine(['"']),
  misspelt(['clear', 'complicated', 'complex', 'chaotic', 'confusion', 'title']),
  slips([
    {
      line: /^\s*(?<here>[^"\s].*)$/du,
      message: 'An item must stand in quotes.',
      title: 'Put it in quotes',
      mend: ({ here }) => `"${here}"`,
      safe: true,
    },
  ]),
];

export const eventModeling: readonly Finder[] = [
  comments,
  misspelt(['tf', 'timeframe', 'rf', 'resetframe', 'entity', 'data', 'note', 'gwt']),
  misspelt(
    ['rmo', 'readmodel', 'ui', 'cmd', 'command', 'evt', 'event', 'pcr', 'processor'],
    /^\s*\w+\s+\d+\s+(?<word>\w+)/du,
  ),
];
