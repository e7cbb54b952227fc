import { comments } from '../breaks/comments';
import { compounds } from '../breaks/compounds';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, keywordsOnly, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = keywordsOnly({
  title: 'of the map',
  component: 'name [visibility, evolution]',
  anchor: 'name [visibility, evolution]: who needs it',
  evolve: 'where a component moves',
  pipeline: 'components of one kind in a frame',
  note: 'a text at a place',
  annotation: 'a numbered text at a place',
  annotations: 'where their list stands',
  evolution: 'the names of the stages',
  size: 'width and height',
});

const finders: readonly Finder[] = [
  comments,
  slips([
    {
      line: /^\s*(?:component|anchor)\s+(?<here>[^"[(]*[#:;,&'!?%@$+/][^"[(]*?)\s*(?=\[)/d,
      code: 'mermaid.unquoted-label',
      message: 'A name with more than words and dashes must stand in quotes.',
      title: 'Put the name in quotes',
      mend: ({ here }) => `"${here}"`,
      safe: true,
      sure: true,
    },
  ]),
  misspelt(keywordsOf(words)),
  unclosedOnLine(['"', '[', '(']),
  slips([
    {
      line: /^\s*(?:component|anchor)\s+[^[(]*?(?<mend>(?<here>\()\s*(?<x>[\d.]+)\s*,\s*(?<y>[\d.]+)\s*\))/d,
      message: 'Coordinates must stand in brackets: [0.6, 0.4].',
      title: 'Write brackets',
      mend: ({ x, y }) => `[${x}, ${y}]`,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?:component|anchor)\s+[^[]*[^[\s](?<here>)$/du,
      message: 'The coordinates are missing.',
      mend: ' [0.5, 0.5]',
    },
    {
      line: /\[\s*[\d.]+(?<mend>\s+)(?<here>[\d.]+)/du,
      message: 'A comma is missing between the coordinates.',
      title: 'Put the comma',
      mend: ', ',
    },
  ]),
  compounds({ opens: /^\s*pipeline\b.*(?<here>\{)\s*$/d, closes: /^\s*(?<here>\})\s*$/d, closer: '}' }),
];

export const wardley: DiagramLanguage<'wardley'> = {
  type: 'wardley',
  judged: ['wardley'],
  keywords: [{ word: 'wardley-beta', since: '11.14' }],
  name: 'Wardley map',
  description: 'value and evolution',
  hasTitle: true,
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
  tokens: {
    WARDLEY_NUMBER: 'a number from 0 to 1',
    '[': 'coordinates ([0.6, 0.4])',
    NAME_WITH_SPACES: 'a name',
    KW_INERTIA: '',
  },
  line: 'a link (Tea -> Cup)',
};
