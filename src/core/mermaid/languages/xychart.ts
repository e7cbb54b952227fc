import { arrowLike, badArrows, blanked } from '../breaks/arrows';
import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { brokenLine } from '../breaks/line';
import { misspelt } from '../breaks/misspelt';
import { unquotedLabel } from '../breaks/quoting';
import { sayings } from '../breaks/saying';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, phrases, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = {
  header: phrases({ horizontal: 'bars go to the right' }),
  keywords: phrases({
    title: 'of the chart',
    'x-axis': 'names or a range',
    'y-axis': 'a range',
    bar: 'numbers',
    line: 'numbers',
  }),
};

const arrows = badArrows({
  valid: /^-->$|^-$/,
  like: arrowLike,
  meant: () => ['-->'],
  mask: (line) =>
    /^\s*[xy]-axis\b/i.test(line) ? blanked(line, /"[^"]*"|\[.*|^\s*[xy]-axis/gi) : ' '.repeat(line.length),
});

const ownSlips = slips([
  {
    line: /^\s*(?:bar|line)\s+(?:"[^"]*"\s*|[A-Za-z]\w*\s+)?(?<mend>(?<here>[-+\d.]+)[^\]]*\]?)$/diu,
    message: 'The values stand in brackets.',
    title: 'Put them in brackets',
    mend: (groups) => `[${groups.mend!.replace(/\]$/, '')}]`,
  },
  {
    line: /\[[^\]]*?[\d.]+(?<mend>\s+)(?<here>[-+\d.]+)/du,
    message: 'A comma is missing between the values.',
    title: 'Put the comma',
    mend: ', ',
  },
  {
    line: /(?<mend>,\s*)(?<here>\])/du,
    message: 'A value is missing behind the comma.',
    title: 'Remove the comma',
    mend: '',
  },
  {
    line: /(?<mend>,\s*(?<here>,))/du,
    message: 'A value is missing between the commas.',
    title: 'Remove a comma',
    mend: ',',
  },
  {
    line: /^\s*(?:bar|line)\b.*\[(?:[^\]]*?,)?\s*(?<here>[^\s,\]\d+.-][^,\]]*?)\s*(?=[,\]])/du,
    message: ({ here }) => `A value is a number, not ‘${here}’.`,
    title: 'Give it a number',
    mend: '0',
  },
  {
    line: /^\s*(?<here>(?<axis>[xy])[ _]?axi?s?)(?=\s)/diu,
    message: 'The axes are called x-axis and y-axis.',
    title: ({ axis }) => `Write ${axis!.toLowerCase()}-axis`,
    mend: ({ axis }) => `${axis!.toLowerCase()}-axis`,
  },
  {
    line: /^\s*[xy]-axis\s.*-->(?<here>)$/diu,
    message: 'The end of the range is missing.',
    title: 'Give it an end',
    mend: ' 100',
  },
]);

/** Titles, names and categories of more than one plain word. */
const labels: Finder = function* (broken) {
  const line = brokenLine(broken);
  for (const pattern of [
    /^\s*title\s+(?<inner>[^"\s].*)$/dgi,
    /^\s*[xy]-axis\s+(?<inner>[^"[\s\d+.-][^"[]*?)\s*(?=\[|[-+\d.]+\s*-->|$)/dgi,
    /^\s*(?:bar|line)\s+(?<inner>[^"[\s\d+.-][^"[]*?)\s*(?=\[)/dgi,
    /(?<=^\s*x-axis.*(?:\[|,)\s*)(?<inner>[^\s",\]][^",\]]*?)\s*(?=[,\]])/dgi,
  ]) {
    for (const match of line.text.matchAll(pattern)) {
      const [start, end] = match.indices!.groups!.inner!;
      const span = { start: line.start + start, end: line.start + end };
      if (/^[A-Za-z0-9]+$/.test(broken.text.slice(span.start, span.end))) continue;
      yield unquotedLabel(broken.text, span);
    }
  }
};

/** What Mermaid says only when it draws, without a place. */
const nothingDrawn = sayings([
  {
    message: /^no plot$/,
    line: '^\\s*(?<here>xychart(?:-beta)?)\\b',
    says: () => 'There is no bar and no line, so nothing is drawn.',
    stays: true,
  },
]);

const finders: readonly Finder[] = [
  comments,
  nothingDrawn,
  arrows,
  misspelt(keywordsOf(words)),
  unclosedOnLine(['"', '[']),
  ownSlips,
  labels,
];

export const xychart: DiagramLanguage<'xychart'> = {
  type: 'xychart',
  judged: ['xychart'],
  keywords: [
    { word: 'xychart-beta', since: '10.6' },
    { word: 'xychart', since: '11.10' },
  ],
  name: 'XY chart',
  description: 'bars and lines',
  hasTitle: true,
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
};
