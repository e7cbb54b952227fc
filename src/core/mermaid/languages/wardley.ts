import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { compounds } from '../breaks/compounds';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import { written } from '../breaks/placeholder';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, keywordsOnly, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';
import { wardleyDoubts } from './wardley-doubts';

const words: Vocabulary = keywordsOnly({
  title: say`of the map`,
  component: say`name [visibility, evolution]`,
  anchor: say`name [visibility, evolution]: who needs it`,
  evolve: say`where a component moves`,
  pipeline: say`components of one kind in a frame`,
  note: say`a text at a place`,
  annotation: say`a numbered text at a place`,
  annotations: say`where their list stands`,
  evolution: say`the names of the stages`,
  size: say`width and height`,
});

/** `.8` and `0.` as Mermaid takes them; of `085` only the author knows where its point is. */
const numberMeant = (text: string): string | undefined =>
  text.startsWith('.') ? `0${text}` : text.endsWith('.') ? `${text}0` : undefined;

/** What another word for a part of a map means. */
const wordMeant = (word: string): string | undefined =>
  (
    [
      [/^(?:node|element|item|part|capability|need)s?$/, 'component'],
      [/^(?:user|customer|actor)s?$/, 'anchor'],
      [/^(?:move|evol|shift|become)/, 'evolve'],
      [/^(?:comment|text|label)s?$/, 'note'],
    ] as const
  ).find(([like]) => like.test(word))?.[1];

const finders: readonly Finder[] = [
  comments,
  slips([
    {
      line: /^\s*(?:component|anchor)\s+(?<here>[^"[(]*(?:[#:;,&'!?%@$+/]|\s-\s)[^"[(]*?)\s*(?=\[)/d,
      code: 'mermaid.unquoted-label',
      message: say`A name with more than words and dashes must stand in quotes.`,
      title: say`Put the name in quotes`,
      mend: ({ here }) => `"${here}"`,
      safe: true,
      sure: true,
    },
  ]),
  misspelt(keywordsOf(words)),
  slips([
    {
      line: /\[\s*(?:[\d.]+\s*,\s*)?(?<here>\.\d+|0\d+|\d+\.)(?=\s*[,\]])/d,
      message: ({ here }) => say`‘${here}’ is no number here: numbers from 0 to 1 are written 0.5.`,
      title: ({ here }) => written(numberMeant(here!)),
      mend: ({ here }) => numberMeant(here!) ?? '0.5',
    },
    {
      line: /\[\s*(?:[\d.]+\s*,\s*)?(?<here>[\p{L}_][^\s,\]]*)(?=\s*[,\]])/du,
      message: ({ here }) => say`A coordinate is a number from 0 to 1, not ‘${here}’.`,
      mend: '0.5',
    },
    {
      line: /^\s*(?!(?:title|component|anchor|note|annotations?|size|evolution|pipeline|evolve)\b)[^[\]]*?[^\s[\]](?<mend>\s+(?<here>--?)\s+)[^\s[\]>][^[\]]*$/d,
      code: 'mermaid.bad-arrow',
      message: ({ here }) => say`‘${here}’ is no arrow here; ‘${'->'}’ is.`,
      title: say`Write ->`,
      mend: ' -> ',
    },
    {
      line: /^\s*[^[\]]*?[^\s[\]=-](?<mend>\s*(?<here>=+>|--+>>?|→|⇒|->>)\s*)[^\s[\]>][^[\]]*$/du,
      code: 'mermaid.bad-arrow',
      message: ({ here }) => say`‘${here}’ is no arrow here; ‘${'->'}’ is.`,
      title: say`Write ->`,
      mend: ' -> ',
    },
    {
      line: /\]\s*(?<mend>(?<sourcing>\(\w+\))(?<between>\s*)(?<here>label\s*\[[^\]]*\]))/d,
      message: say`The label’s place must stand before what is in parentheses: label [10, 5] (build).`,
      title: say`Change the order`,
      mend: ({ sourcing, between, here }) => `${here}${between}${sourcing}`,
    },
  ]),
  unclosedOnLine(['"', '[', '(']),
  slips([
    {
      line: /^\s*(?:component|anchor)\s+[^[(]*?(?<mend>(?<here>\()\s*(?<x>[\d.]+)\s*,\s*(?<y>[\d.]+)\s*\))/d,
      message: say`Coordinates must stand in brackets: [0.6, 0.4].`,
      title: say`Write brackets`,
      mend: ({ x, y }) => `[${x}, ${y}]`,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?:component|anchor)\s+[^[\]()]*?\s(?<here>\d\.?\d*\s*,\s*\d\.?\d*)(?=\s|$)/d,
      message: say`Coordinates must stand in brackets: [0.6, 0.4].`,
      title: say`Put them in brackets`,
      mend: ({ here }) => `[${here}]`,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?:component|anchor)\s+[^[]*[^[\s](?<here>)$/du,
      message: say`The coordinates are missing: component Tea [0.6, 0.4].`,
      mend: ' [0.5, 0.5]',
    },
    {
      line: /\[\s*[\d.]+(?<mend>\s+)(?<here>[\d.]+)/du,
      message: say`A comma is missing between the coordinates.`,
      title: say`Put the comma`,
      mend: ', ',
    },
  ]),
  slips([
    {
      line: /^\s*(?<here>(?!(?:title|component|anchor|evolve|pipeline|note|annotations?|evolution|size|(?:de)?accelerator)\b)[a-z]+)\s+[^[\]>]*(?:\[[^\]]*\].*|(?<moves>\s\d+(?:\.\d+)?))$/d,
      message: ({ here }) =>
        say`‘${here}’ opens no line of a map: there are component, anchor, evolve, pipeline, note and annotation.`,
      title: ({ here }) => written(wordMeant(here!)),
      mend: ({ here, moves }) => wordMeant(here!) ?? (moves ? 'evolve' : 'component'),
    },
  ]),
  compounds({ opens: /^\s*pipeline\b.*(?<here>\{)\s*$/d, closes: /^\s*(?<here>\})\s*$/d, closer: '}' }),
];

export const wardley: DiagramLanguage<'wardley'> = {
  type: 'wardley',
  judged: ['wardley'],
  keywords: [{ word: 'wardley-beta', since: '11.14' }],
  name: english`Wardley map`,
  description: english`value and evolution`,
  hasTitle: true,
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
  tokens: {
    WARDLEY_NUMBER: say`a number from 0 to 1`,
    '[': say`coordinates ([0.6, 0.4])`,
    NAME_WITH_SPACES: 'a name',
    KW_INERTIA: '',
  },
  line: say`a link (Tea -> Cup)`,
  doubts: [wardleyDoubts],
};
