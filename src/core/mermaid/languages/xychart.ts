import type { Span } from '../../text/span';
import { arrowLike, badArrows, blanked } from '../breaks/arrows';
import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { brokenLine, type Line } from '../breaks/line';
import { misspelt } from '../breaks/misspelt';
import { unquotedLabel } from '../breaks/quoting';
import { sayings } from '../breaks/saying';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { bodyLines, type Doubter } from '../doubts/doubt';
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

const quotedWords = (name: string): string => (/^\w+$/.test(name) ? name : `"${name}"`);

/** A colon behind a word of the language, values and ranges in other signs. */
const early = slips([
  {
    line: /^\s*x-axis\s+(?:"[^"]*"\s+)?(?<here>[^[\]"]+,[^[\]"]*[^[\]",\s])$/di,
    message: 'The names on the axis must stand in brackets: x-axis [jan, feb].',
    title: 'Put them in brackets',
    mend: ({ here }) =>
      `[${here!
        .split(/\s*,\s*/)
        .map(quotedWords)
        .join(', ')}]`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:bar|line|x-axis)\b.*(?<mend>\[[^\]"]*?(?<here>;)[^\]"]*\])/di,
    message: 'A comma must stand between the values, not a semicolon.',
    title: 'Write commas',
    mend: ({ mend }) => mend!.replaceAll(';', ','),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:title|[xy]-axis|bar|line)(?<mend>\s*(?<here>:)\s*)/di,
    message: 'The colon must go: none belongs after this word.',
    title: 'Remove the colon',
    mend: ' ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:bar|line)\b(?:\s+"[^"]*")?\s*(?<mend>(?<here>[({])(?<values>[-+\d.,\s]+)[)}])\s*$/di,
    message: 'The values must stand in brackets: [1, 2].',
    title: 'Write brackets',
    mend: ({ values }) => `[${values}]`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:bar|line)\b.*\[[^\]]*?\d\s*(?<here>[%€$]|[a-zA-Z]+)(?=\s*[,\]])/d,
    message: ({ here }) => `A value is a number alone, without ‘${here}’.`,
    title: ({ here }) => `Remove ${here}`,
    mend: '',
    sure: true,
  },
  {
    line: /^\s*[xy]-axis\b.*?(?<mend>(?<here>from)\s+(?<low>[-+\d.]+)\s*(?:to|-->|-)\s*(?<high>[\d.]+))\s*$/di,
    message: 'An arrow must stand between the ends of a range: 0 --> 10.',
    title: 'Write it with an arrow',
    mend: ({ low, high }) => `${low} --> ${high}`,
    sure: true,
  },
  {
    line: /^\s*[xy]-axis\b.*?[\d.](?<mend>\s*(?<here>to|\.{2,}|–|—|-)\s*)[\d.]+\s*$/di,
    message: 'An arrow must stand between the ends of a range: 0 --> 10.',
    title: 'Write -->',
    mend: ' --> ',
    sure: true,
  },
  {
    line: /^\s*y-axis\b.*?(?<mend>(?<here>\[)\s*(?<low>[-+\d.]+)\s*,\s*(?<high>[-+\d.]+)\s*\])\s*$/di,
    message: 'An arrow must stand between the ends of a range: 0 --> 10.',
    title: 'Write it with an arrow',
    mend: ({ low, high }) => `${low} --> ${high}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<here>scatter|area|column|histogram|points?|plot|series|data|bars|lines|spline)(?=\s*:?\s*(?:"[^"]*"\s*)?\[)/di,
    message: ({ here }) => `‘${here}’ is not drawn: there are bar and line.`,
    title: ({ here }) => `Write ${/^(?:col|hist|bars)/i.test(here!) ? 'bar' : 'line'}`,
    mend: ({ here }) => (/^(?:col|hist|bars)/i.test(here!) ? 'bar' : 'line'),
    sure: true,
  },
  {
    line: /^\s*x-axis\b.*?(?<mend>\[[^\]"']*(?<here>')[^"]*\])\s*$/di,
    message: 'A text must stand in straight double quotes: "a".',
    title: 'Use double quotes',
    mend: ({ mend }) => mend!.replaceAll("'", '"'),
    safe: true,
    sure: true,
  },
]);

const ownSlips = slips([
  {
    line: /^\s*(?:bar|line)\s+(?:"[^"]*"\s*|[A-Za-z]\w*\s+)?(?<mend>(?<here>[-+\d.]+)[^\]]*\]?)$/diu,
    message: 'The values need square brackets: bar [1, 2].',
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
    message: 'A value is missing after the comma.',
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
    sure: true,
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
    mend: ' 100',
  },
]);

/** Where titles, names and categories of a line stand without quotes. */
function* bareTexts(line: Line): Generator<Span> {
  for (const pattern of [
    /^\s*title\s+(?<inner>[^"\s].*)$/dgi,
    /^\s*[xy]-axis\s+(?<inner>[^"[\s\d+.-][^"[]*?)\s*(?=\[|[-+\d.]+\s*-->|$)/dgi,
    /^\s*(?:bar|line)\s+(?<inner>[^"[\s\d+.-][^"[]*?)\s*(?=\[)/dgi,
    /(?<=^\s*x-axis.*(?:\[|,)\s*)(?<inner>[^\s",\]][^",\]]*?)\s*(?=[,\]])/dgi,
  ]) {
    for (const match of line.text.matchAll(pattern)) {
      const [start, end] = match.indices!.groups!.inner!;
      yield { start: line.start + start, end: line.start + end };
    }
  }
}

/** Titles, names and categories of more than one plain word. */
const labels: Finder = function* (broken) {
  for (const span of bareTexts(brokenLine(broken))) {
    if (/^[A-Za-z0-9]+$/.test(broken.text.slice(span.start, span.end))) continue;
    yield unquotedLabel(broken.text, span);
  }
};

/** `title Loss over time`: Mermaid reads the words and forgets what is between them. */
const spacesLost: Doubter = function* (diagram) {
  for (const line of bodyLines(diagram)) {
    for (const span of bareTexts(line)) {
      const words = diagram.text.slice(span.start, span.end);
      if (!/^\w+(?: +\w+)+$/.test(words)) continue;
      yield {
        code: 'mermaid.lost-text',
        span,
        message: `Without quotes the spaces are not drawn: ‘${words.replaceAll(' ', '')}’.`,
        fix: { title: 'Put the text in quotes', safe: true, changes: [{ span, newText: `"${words}"` }] },
      };
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
  early,
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
  hasAccessibility: true,
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
  doubts: [spacesLost],
  tokens: {
    ARROW_DELIMITER: '-->',
    NUMBER_WITH_DECIMAL: 'a number',
    SQUARE_BRACES_START: '‘[’',
    SQUARE_BRACES_END: '‘]’',
    X_AXIS: '',
    Y_AXIS: '',
    LINE: '',
    BAR: '',
    title: '',
    XYCHART: '',
    ALPHA: 'a word',
    STR: 'a text in quotes',
    NUM: '',
    AMP: '',
    COMMA: '‘,’',
    BRKT: '',
  },
};
