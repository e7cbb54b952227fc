import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { misreadings } from '../doubts/misreadings';
import { scanIndented } from '../scan/indented';
import { keywordsOnly } from '../vocabulary';
import type { DiagramLanguage } from './language';

/** Treemaps and tree views: names in quotes, and for leaves a value. */
const finders: readonly Finder[] = [
  comments,
  unclosedOnLine(['"', "'"]),
  slips([
    {
      line: /^\s*(?<mend>(?<here>[-*+])\s+)["\p{L}]/du,
      message: say`A name begins its line, without a mark of a list.`,
      title: say`Remove the mark`,
      mend: '',
      safe: true,
      sure: true,
    },
    {
      line: /^\s*"[^"]*"(?<mend>\s*(?<here>[([])\s*(?<value>[\d.]+)\s*[\])])\s*$/d,
      message: say`A colon must stand between a name and its value.`,
      title: say`Write a colon`,
      mend: ({ value }) => `: ${value}`,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<here>[\w-]*(?:\(\((?<round>[^"()]+)\)\)|\((?<soft>[^"()]+)\)|\[(?<square>[^"[\]]+)\]|\{\{(?<hexagon>[^"{}]+)\}\}))$/du,
      message: say`Shapes belong to a mindmap. Here a name stands in quotes, without an id.`,
      title: say`Write the name alone`,
      mend: ({ round, soft, square, hexagon }) => `"${(round ?? soft ?? square ?? hexagon)!.trim()}"`,
    },
    {
      line: /^\s*classDef\s+(?<here>\w)(?=\s)/d,
      message: ({ here }) => say`The name of a style class has two letters or more here: ‘${here}’ is too short.`,
    },
    {
      line: /^\s*(?<here>[^"'\s:][^"':]*?)\s*(?::\s*[\d.,]+\s*)?(?::::?\w+\s*)?$/du,
      message: say`A name must stand in quotes.`,
      title: say`Put the name in quotes`,
      mend: ({ here }) => `"${here}"`,
      safe: true,
    },
    {
      line: /^\s*"[^"]*"(?<mend>\s+)(?<here>[\d.]+)/du,
      message: say`A colon is missing before the value.`,
      title: say`Put the colon`,
      mend: ': ',
      safe: true,
    },
    {
      line: /^\s*"[^"]*"(?<mend>\s*(?<here>[=\-–→|;]>?)\s*)[\d.]+/du,
      message: say`A colon must stand between a name and its value.`,
      title: say`Write a colon`,
      mend: ': ',
    },
    {
      line: /^\s*"[^"]*"\s*:(?<here>)$/du,
      message: say`The value is missing: a number after the colon.`,
      mend: ' 1',
    },
    {
      line: /^\s*"[^"]*"\s*:\s*(?<here>-)\s*[\d.]+/du,
      message: say`A value cannot be negative: it is 0 or more.`,
      title: say`Remove the sign`,
      mend: '',
    },
    {
      line: /^\s*"[^"]*"\s*[:,]\s*(?<here>["'](?<value>\d[\d.,]*)["'])/d,
      message: say`A value is a number without quotes.`,
      title: say`Remove the quotes`,
      mend: ({ value }) => value,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*"[^"]*"\s*:\s*(?<here>[^\s\d:-]\S*)/du,
      message: ({ here }) => say`A value is a number, not ‘${here}’.`,
      mend: '1',
    },
    {
      line: /^\s*"[^"]*"\s*:\s*[\d.,]+(?<mend>\s*(?<here>(?:(?<=[\s:]\d+)(?<kilo>k)|[^\s\d.,:].*)))$/diu,
      message: ({ here }) => say`A value is a number alone, without ‘${here}’.`,
      title: ({ here, kilo }) => (kilo ? say`Write it in full` : say`Remove ${here}`),
      mend: ({ kilo }) => (kilo ? '000' : ''),
    },
  ]),
];

export const treemap: DiagramLanguage<'treemap'> = {
  type: 'treemap',
  judged: ['treemap'],
  keywords: [
    { word: 'treemap-beta', since: '11.8' },
    { word: 'treemap', since: '11.8' },
  ],
  name: english`Treemap`,
  description: english`nested areas`,
  hasAccessibility: true,
  scan: scanIndented,
  words: keywordsOnly({ classDef: say`defines a style class` }),
  finders,
  tokens: {
    STRING2: say`a name in quotes`,
    QUOTED_NAME: say`a name in quotes`,
    BARE_NAME: 'a name',
    CLASS_DEF: '‘classDef’',
  },
  line: say`a name in quotes, and for a leaf its value ("Rent": 40)`,
  doubts: [
    misreadings([
      {
        line: /^\s*"[^"]*"\s*[:,]\s*(?<here>(?!0*\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*(?:$|:::))\d+,\d+)\s*(?:$|:::)/d,
        message: ({ here }) =>
          say`‘${here}’ is read as ${here!.replace(',', '')}: the decimal mark of a number is a point.`,
        title: say`Write a point`,
        mend: ({ here }) => here!.replace(',', '.'),
      },
    ]),
  ],
};
