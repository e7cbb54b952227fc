import { english, say } from '../../l10n/say';
import { arrowLike, badArrows, blanked } from '../breaks/arrows';
import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { brokenLine } from '../breaks/line';
import { misspelt } from '../breaks/misspelt';
import { written } from '../breaks/placeholder';
import { unquotedLabel } from '../breaks/quoting';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { scanEntries } from '../scan/entries';
import { keywordsOf, keywordsOnly, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';
import { wordyEnds } from './wordy-ends';

const words: Vocabulary = keywordsOnly({
  title: say`of the chart`,
  'x-axis': 'low --> high',
  'y-axis': 'low --> high',
  'quadrant-1': say`top right`,
  'quadrant-2': say`top left`,
  'quadrant-3': say`bottom left`,
  'quadrant-4': say`bottom right`,
  classDef: say`defines a style class`,
});

const arrows = badArrows({
  valid: /^--+>$/,
  like: arrowLike,
  meant: () => ['-->'],
  mask: (line) => (/^\s*[xy]-axis\b/i.test(line) ? blanked(line, /"[^"]*"|^\s*[xy]-axis/gi) : ' '.repeat(line.length)),
});

/** A colon behind a word of the language, and points in other signs. */
const early = slips([
  {
    line: /^\s*(?<here>quadrant-?\s?(?:0|[5-9]|\d\d+))(?=\s)/diu,
    message: say`There are four quadrants: quadrant-1 to quadrant-4, counter-clockwise from the top right.`,
    sure: true,
  },
  {
    line: /^\s*(?<here>quadrant(?:\s+|_|)(?<number>[1-4]))(?=[\s:])/di,
    message: ({ number }) => say`The part of the chart is written quadrant-${number}.`,
    title: ({ number }) => say`Write quadrant-${number}`,
    mend: ({ number }) => `quadrant-${number}`,
    sure: true,
  },
  {
    line: /:\s*\[\s*[\d.]+(?<mend>\s*(?<here>[;|/])\s*)[\d.]+\s*\]/d,
    message: say`A comma must stand between x and y.`,
    title: say`Write a comma`,
    mend: ', ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:title|[xy]-axis|quadrant-[1-4])(?<mend>\s*(?<here>:)\s*)(?!\s*\[)/di,
    message: say`The colon must go: none belongs after this word.`,
    title: say`Remove the colon`,
    mend: ' ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*[^:(]*:\s*(?<mend>(?<here>\()\s*(?<x>[\d.]+)\s*,\s*(?<y>[\d.]+)\s*\))\s*$/d,
    message: say`A point must stand in brackets: [0.3, 0.6].`,
    title: say`Write brackets`,
    mend: ({ x, y }) => `[${x}, ${y}]`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*[^:=[]*[^:=[\s](?<mend>\s*(?<here>=)\s*)\[/d,
    message: say`A colon must stand before the point.`,
    title: say`Write a colon`,
    mend: ': ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>[-*+])\s+)\S.*:\s*\[/d,
    message: say`A point begins with its name, without a mark of a list.`,
    title: say`Remove the mark`,
    mend: '',
    safe: true,
  },
]);

const ownSlips = slips([
  {
    line: /^\s*(?<here>(?<axis>[xy])[ _]?axi?s?)(?=\s)/diu,
    message: say`The axes are called x-axis and y-axis.`,
    title: ({ axis }) => say`Write ${axis!.toLowerCase()}-axis`,
    mend: ({ axis }) => `${axis!.toLowerCase()}-axis`,
  },
  {
    line: /^\s*[^:[]*[^:[\s](?<mend>\s*)(?<here>\[)/du,
    message: say`A colon is missing before the point.`,
    title: say`Put the colon`,
    mend: ': ',
  },
  {
    line: /:\s*(?<here>\[)[^\]]*(?<mend>)$/du,
    code: 'mermaid.unclosed',
    message: say`This [ is never closed by ].`,
    title: say`Close it with ]`,
    mend: ']',
  },
  {
    line: /:\s*\[\s*[\d.]+\s*,\s*[\d.]+\s*(?<mend>(?<here>,)[^\]]*)\]/du,
    message: say`A point has two numbers, x and y: what stands after them must go.`,
    title: say`Remove what is too much`,
    mend: '',
  },
  {
    line: /:\s*(?<mend>(?<x>(?<here>[\d.]+))\s*,\s*(?<y>[\d.]+)\]?)\s*$/du,
    message: say`A point must stand in brackets.`,
    title: say`Put it in brackets`,
    mend: ({ x, y }) => `[${x}, ${y}]`,
  },
  {
    line: /:\s*\[\s*[\d.]+\s*(?<mend>)(?<here>\])/d,
    message: say`A point has two numbers, x and y, with a comma between: [0.3, 0.6].`,
    mend: ', 0.5',
  },
  {
    line: /:\s*\[\s*[\d.]+(?<mend>\s+)(?<here>[\d.]+)/du,
    message: say`A comma is missing between x and y.`,
    title: say`Put the comma`,
    mend: ', ',
  },
  {
    line: /:\s*\[\s*(?<here>[^\s,\]]+)/du,
    message: ({ here }) => say`‘${here}’ is not between 0 and 1, where all points lie.`,
    title: ({ here }) => written(between(here!)),
    mend: ({ here }) => (between(here!) === here ? undefined : (between(here!) ?? '0.5')),
  },
  {
    line: /:\s*\[\s*[^\s,\]]+\s*,\s*(?<here>[^\s,\]]+)/du,
    message: ({ here }) => say`‘${here}’ is not between 0 and 1, where all points lie.`,
    title: ({ here }) => written(between(here!)),
    mend: ({ here }) => (between(here!) === here ? undefined : (between(here!) ?? '0.5')),
  },
]);

/** The number as a place on an axis, where that can be told: percentages divided, a point put in. */
function between(written: string): string | undefined {
  const value = Number.parseFloat(written.replace(/^[^\d.]*/, ''));
  if (Number.isNaN(value) || /^-/.test(written)) return undefined;
  if (/^\d(?:\.\d+)?$/.test(written) && value <= 1) return written;
  if (/^\.\d+$/.test(written)) return `0${written}`;
  return value > 1 && value <= 100 && /%$|^\d{2}/.test(written) ? String(value / 100) : undefined;
}

/** Names and titles take letters, digits and some signs; the rest needs quotes. */
const labels: Finder = function* (broken) {
  const line = brokenLine(broken);
  for (const pattern of [
    /^\s*(?<inner>[^"\s][^"]*?)\s*(?:::\w+)?\s*:\s*\[/d,
    /^\s*quadrant-[1-4]\s+(?<inner>[^"\s].*)$/di,
    /^\s*[xy]-axis\s+(?<inner>[^"\s].*?)(?:\s*--+>.*)?$/di,
    /^\s*[xy]-axis\s+.*--+>\s*(?<inner>[^"\s].*)$/di,
  ]) {
    const match = pattern.exec(line.text);
    if (!match) continue;
    const [start, end] = match.indices!.groups!.inner!;
    yield unquotedLabel(broken.text, { start: line.start + start, end: line.start + end });
  }
};

const finders: readonly Finder[] = [
  comments,
  early,
  arrows,
  labels,
  unclosedOnLine(['"']),
  misspelt(keywordsOf(words)),
  ownSlips,
];

export const quadrant: DiagramLanguage<'quadrant'> = {
  type: 'quadrant',
  judged: ['quadrantChart'],
  keywords: [{ word: 'quadrantChart', since: '10.2' }],
  name: english`Quadrant chart`,
  description: english`points on two axes`,
  hasTitle: true,
  hasAccessibility: true,
  scan: scanEntries('point', keywordsOf(words)),
  words,
  finders,
  tokens: {
    point_start: say`a colon and a point (: [0.3, 0.6])`,
    point_y: say`a comma and a number from 0 to 1`,
    'AXIS-TEXT-DELIMITER': '-->',
    ALPHA: say`plain words, or a text in quotes`,
    NUM: '',
    BRKT: '',
    MINUS: '',
    COMMA: '',
    AMP: '',
    MULT: '',
    UNICODE_TEXT: '',
    NODE_STRING: '',
    COLON: '',
    UNIT: '',
    STYLE: '',
    class_name: '',
    STR: '',
    MD_STR: '',
  },
  line: say`a point (Name: [0.3, 0.6])`,
  doubts: [wordyEnds],
};
