import { english, say } from '../../l10n/say';
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
  header: phrases({ horizontal: say`bars go to the right` }),
  keywords: phrases({
    title: say`of the chart`,
    'x-axis': say`names or a range`,
    'y-axis': 'a range',
    bar: 'numbers',
    line: say`numbers`,
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
    message: say`The names on the axis must stand in brackets: x-axis [jan, feb].`,
    title: say`Put them in brackets`,
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
    message: say`A comma must stand between the values, not a semicolon.`,
    title: say`Write commas`,
    mend: ({ mend }) => mend!.replaceAll(';', ','),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:title|[xy]-axis|bar|line)(?<mend>\s*(?<here>:)\s*)/di,
    message: say`The colon must go: none belongs after this word.`,
    title: say`Remove the colon`,
    mend: ' ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:bar|line)\b(?:\s+"[^"]*")?\s*(?<mend>(?<here>[({])(?<values>[-+\d.,\s]+)[)}])\s*$/di,
    message: say`The values must stand in brackets: [1, 2].`,
    title: say`Write brackets`,
    mend: ({ values }) => `[${values}]`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:bar|line)\b.*\[[^\]]*?\d\s*(?<here>[%€$]|[a-zA-Z]+)(?=\s*[,\]])/d,
    message: ({ here }) => say`A value is a number alone, without ‘${here}’.`,
    title: ({ here }) => say`Remove ${here}`,
    mend: '',
    sure: true,
  },
  {
    line: /^\s*[xy]-axis\b.*?(?<mend>(?<here>from)\s+(?<low>[-+\d.]+)\s*(?:to|-->|-)\s*(?<high>[\d.]+))\s*$/di,
    message: say`An arrow must stand between the ends of a range: 0 --> 10.`,
    title: say`Write it with an arrow`,
    mend: ({ low, high }) => `${low} --> ${high}`,
    sure: true,
  },
  {
    line: /^\s*[xy]-axis\b.*?[\d.](?<mend>\s*(?<here>to|\.{2,}|[–—,;:-])\s*)[\d.]+\s*$/di,
    message: say`An arrow must stand between the ends of a range: 0 --> 10.`,
    title: say`Write -->`,
    mend: ' --> ',
    sure: true,
  },
  {
    line: /^\s*y-axis\b.*?(?<mend>(?<here>\[)\s*(?<low>[-+\d.]+)\s*,\s*(?<high>[-+\d.]+)\s*\])\s*$/di,
    message: say`An arrow must stand between the ends of a range: 0 --> 10.`,
    title: say`Write it with an arrow`,
    mend: ({ low, high }) => `${low} --> ${high}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<here>scatter|area|columns?|histogram|points?|plot|series|data|bars|lines|spline)(?=\s*:?\s*(?:"[^"]*"\s*)?\[)/di,
    message: ({ here }) => say`‘${here}’ is not drawn: there are bar and line.`,
    title: ({ here }) => say`Write ${/^(?:col|hist|bars)/i.test(here!) ? 'bar' : 'line'}`,
    mend: ({ here }) => (/^(?:col|hist|bars)/i.test(here!) ? 'bar' : 'line'),
    sure: true,
  },
  {
    line: /^\s*x-axis\b.*?(?<mend>\[[^\]"']*(?<here>')[^"]*\])\s*$/di,
    message: say`A text must stand in straight double quotes: "a".`,
    title: say`Use double quotes`,
    mend: ({ mend }) => mend!.replaceAll("'", '"'),
    safe: true,
    sure: true,
  },
]);

const ownSlips = slips([
  {
    line: /^\s*(?:bar|line)\b.*?(?<mend>\[\s*(?<here>(?:"[^"]*"|[\p{L}\p{N}_]+)\s*:)\s*[-+\d.]+(?:\s*,\s*(?:"[^"]*"|[\p{L}\p{N}_]+)\s*:\s*[-+\d.]+)*\s*\])\s*$/du,
    message: say`The values stand without names: those stand on the x-axis.`,
    title: say`Remove the names`,
    mend: ({ mend }) => mend!.replace(/(?:"[^"]*"|[\p{L}\p{N}_]+)\s*:\s*/gu, ''),
    sure: true,
  },
  {
    line: /^\s*(?:bar|line)\b.*?(?<mend>\[\s*(?<here>["'])[-+\d.]+["'](?:\s*,\s*["']?[-+\d.]+["']?)*\s*\])\s*$/di,
    message: say`A value is a number without quotes.`,
    title: say`Remove the quotes`,
    mend: ({ mend }) => mend!.replace(/["']/g, ''),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*[xy]-axis\s+(?<mend>(?<here>"(?<low>[^"]*)"|(?<lowWord>[\p{L}_][^"[\]]*?))\s*(?:-->|\bto\b|-)\s*(?:"(?<high>[^"]*)"|(?<highWord>[\p{L}_][^"[\]]*?)))\s*$/diu,
    message: say`The ends of a range are numbers here: 0 --> 10. Words at both ends of an axis are for a quadrantChart.`,
    title: say`Make them the name of the axis`,
    mend: ({ low, lowWord, high, highWord }) => `"${low ?? lowWord} – ${high ?? highWord}"`,
    sure: true,
  },
  {
    line: /^\s*[xy]-axis(?:\s+"[^"]*"|\s+[A-Za-z]\w*)?\s*(?<mend>)(?<here>-->)/du,
    message: say`The number before the arrow is missing: 0 --> 10.`,
    mend: '0 ',
  },
  {
    line: /^\s*[xy]-axis\b.*?[\d.]\s*-->(?<here>)$/du,
    message: say`The number after the arrow is missing: 0 --> 10.`,
    mend: ' 10',
  },
  {
    line: /^\s*(?:bar|line)\s+(?:"[^"]*"\s*|[A-Za-z]\w*\s+)?(?<mend>(?<here>[-+\d.]+)[^\]]*\]?)$/diu,
    message: say`The values need square brackets: bar [1, 2].`,
    title: say`Put them in brackets`,
    mend: (groups) => `[${groups.mend!.replace(/\]$/, '')}]`,
  },
  {
    line: /\[[^\]]*?[\d.]+(?<mend>\s+)(?<here>[-+\d.]+)/du,
    message: say`A comma is missing between the values.`,
    title: say`Put the comma`,
    mend: ', ',
  },
  {
    line: /(?<mend>\s*(?<here>,)\s*)\]/du,
    message: say`A value is missing after this comma.`,
    title: say`Remove the comma`,
    mend: '',
  },
  {
    line: /(?<mend>,\s*(?<here>,))/du,
    message: say`A value is missing between the commas.`,
    title: say`Remove a comma`,
    mend: ',',
  },
  {
    line: /^\s*(?:bar|line)\b.*\[(?:[^\]]*?,)?\s*(?<here>[^\s,\]\d+.-][^,\]]*?)\s*(?=[,\]])/du,
    message: ({ here }) => say`A value is a number, not ‘${here}’.`,
    sure: true,
  },
  {
    line: /^\s*(?<here>(?<axis>[xy])[ _]?axi?s?)(?=\s)/diu,
    message: say`The axes are called x-axis and y-axis.`,
    title: ({ axis }) => say`Write ${axis!.toLowerCase()}-axis`,
    mend: ({ axis }) => `${axis!.toLowerCase()}-axis`,
  },
  {
    line: /^\s*[xy]-axis\s.*-->(?<here>)$/diu,
    message: say`The end of the range is missing: 0 --> 10.`,
    mend: ' 100',
  },
]);

/** Where titles, names and categories of a line stand without quotes. */
function* bareTexts(line: Line): Generator<Span> {
  for (const pattern of [
    /^\s*title\s+(?<inner>[^"\s].*)$/dgi,
    /^\s*[xy]-axis\s+(?<inner>[^"[\s\d+.-][^"[]*?)\s*(?=\[|[-+\d.]+\s*-->|$)/dgi,
    /^\s*(?:bar|line)\s+(?<inner>[^"[\s\d+.-][^"[]*?)\s*(?=\[)/dgi,
    // Only of an x-axis, which is asked below: looked back for from each category, a long line would take its square.
    /(?<=[[,]\s*)(?<inner>[^\s",\]][^",\]]*?)\s*(?=[,\]])/dgi,
  ]) {
    if (pattern.source.startsWith('(?<=') && !/^\s*x-axis/i.test(line.text)) continue;
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
        message: say`Without quotes the spaces are not drawn: ‘${words.replaceAll(' ', '')}’.`,
        fix: { title: say`Put the text in quotes`, safe: true, changes: [{ span, newText: `"${words}"` }] },
      };
    }
  }
};

/** What Mermaid says only when it draws, without a place. */
const nothingDrawn = sayings([
  {
    message: /^no plot$/,
    line: '^\\s*(?<here>xychart(?:-beta)?)\\b',
    says: () => say`There is no bar and no line, so nothing is drawn.`,
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
  name: english`XY chart`,
  description: english`bars and lines`,
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
    STR: say`a text in quotes`,
    NUM: '',
    AMP: '',
    COMMA: '‘,’',
    BRKT: '',
  },
};
