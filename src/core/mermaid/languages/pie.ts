import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { headerStart } from '../breaks/header-start';
import { brokenLine, lineAt } from '../breaks/line';
import { misspelt } from '../breaks/misspelt';
import { type Saying, sayings } from '../breaks/saying';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { misreadings } from '../doubts/misreadings';
import { scanEntries } from '../scan/entries';
import { keywordsOf, phrases, type Vocabulary } from '../vocabulary';
import { accessibility } from './common-words';
import type { DiagramLanguage } from './language';

const words: Vocabulary = {
  header: phrases({ showData: say`shows the numbers`, title: say`of the chart` }),
  keywords: [...phrases({ title: say`of the chart` }), ...accessibility],
  rare: ['showData'],
};

/** A number with digits on both sides of its point. */
const whole = (number: string): string => number.replace(/^\./, '0.').replace(/\.$/, '.0');

const ownSlips = slips([
  {
    line: /^\s*(?:pie\s+)?title(?<mend>\s*(?<here>:)\s*)/d,
    message: say`The colon must go: none belongs after title.`,
    title: say`Remove the colon`,
    mend: ' ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*pie\s+(?:showData\s+)?(?<here>(?<mend>)(?!title\b|showData\b)[\p{L}\p{N}][^":]*)$/du,
    message: say`The word ‘title’ is missing before the title.`,
    title: say`Put title`,
    mend: 'title ',
  },
  {
    line: /^\s*pie\s+(?:showData\s+)?(?<here>(?<mend>)"[^":]*")\s*$/d,
    message: say`The word ‘title’ is missing before the title.`,
    title: say`Put title`,
    mend: 'title ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*"[^"]*"\s*:\s*[\d.]+(?<mend>\s*(?<here>[,;])\s*)"/d,
    message: ({ here }) => say`No ‘${here}’ stands after a slice: each has a line of its own.`,
    title: say`Begin a new line`,
    mend: '\n  ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*"[^"]*"\s*:\s*[\d.]+\s*(?<here>[,;])\s*$/d,
    message: ({ here }) => say`No ‘${here}’ stands after a slice: each has a line of its own.`,
    title: say`Remove it`,
    mend: '',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>\[)\s*["'](?<label>[^"']*)["']\s*[,:]\s*(?<value>[\d.]+)\s*\],?)\s*$/d,
    message: say`A slice is a label in quotes, a colon and a number, without brackets.`,
    title: say`Write it without brackets`,
    mend: ({ label, value }) => `"${label}" : ${value}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>[\d.]+)\s*[:=,]\s*(?<label>"[^"]*"))\s*$/d,
    message: say`The label comes first, and then the value: "Dogs" : 4.`,
    title: say`Turn them round`,
    mend: ({ here, label }) => `${label} : ${here}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>[-*+])\s+)"/d,
    message: say`A slice begins with its label in quotes, without a mark of a list.`,
    title: say`Remove the mark`,
    mend: '',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*pie\s+(?<here>showdata)\b/diu,
    message: say`The word must be written showData.`,
    title: say`Write showData`,
    mend: ({ here }) => (here === 'showData' ? undefined : 'showData'),
    safe: true,
  },
  {
    line: /^\s*(?<mend>(?<here>[“”„‟«'‘’](?<label>[^"]*?)[“”‟»'‘’])\s*(?::|(?=[\d.]+\s*$)))/du,
    message: say`A label must stand in straight quotes.`,
    title: say`Use straight quotes`,
    mend: ({ label, mend }) => `"${label}" :${mend!.endsWith(':') ? '' : ' '}`,
    safe: true,
  },
  {
    line: /^\s*(?<here>[^"\s:][^":]*?)\s*:\s*-?[\d.]+\s*$/du,
    message: say`A label must stand in quotes.`,
    title: say`Put the label in quotes`,
    mend: ({ here }) => `"${here}"`,
    safe: true,
  },
  {
    line: /^\s*"[^"]*"\s*(?<here>[=\-–→|,;]+>?)\s*[\d.]+/du,
    message: say`A colon must stand between the label and its value.`,
    title: say`Write a colon`,
    mend: ':',
    safe: true,
  },
  {
    line: /^\s*"[^"]*"(?<mend>\s*)(?<here>[\d.]+)/du,
    message: say`A colon is missing before the value.`,
    title: say`Put the colon`,
    mend: ' : ',
    safe: true,
  },
  {
    line: /^\s*"[^"]*"\s*:(?<here>)$/du,
    message: say`The value is missing: a number after the colon.`,
    mend: ' 1',
  },
  {
    line: /^\s*"[^"]*"(?<here>)$/du,
    message: say`A colon and a value are missing.`,
    mend: ' : 1',
  },
  {
    line: /^\s*"[^"]*"\s*:\s*[\d.]+(?<mend>\s*(?<here>(?:(?<=[\s:]\d+)(?<kilo>k)|[^\s\d.,].*)))$/diu,
    message: ({ here }) => say`A value is a number alone, without ‘${here}’.`,
    title: ({ here, kilo }) => (kilo ? say`Write it in full` : say`Remove ${here}`),
    mend: ({ kilo }) => (kilo ? '000' : ''),
  },
  {
    line: /^\s*"[^"]*"\s*:\s*(?<here>\d{1,3}(?:,\d{3})+)(?:\.\d+)?\s*$/du,
    message: ({ here }) => say`A number has no commas between its thousands: ${here!.replaceAll(',', '')}.`,
    title: say`Remove the commas`,
    mend: ({ here }) => here!.replaceAll(',', ''),
  },
  {
    line: /^\s*"[^"]*"\s*:\s*\d+(?<here>,)\d+\s*$/du,
    message: say`The decimal mark of a number is a point, not a comma.`,
    title: say`Write a point`,
    mend: '.',
  },
  {
    line: /^\s*"[^"]*"\s*:\s*(?<here>\.\d+|\d+\.)$/du,
    message: ({ here }) => say`Digits must stand on both sides of the point: ${whole(here!)}.`,
    title: ({ here }) => say`Write ${whole(here!)}`,
    mend: ({ here }) => whole(here!),
    safe: true,
  },
  {
    line: /^\s*"[^"]*"\s*:\s*(?<here>[^\s\d.-][^\s]*)/du,
    message: ({ here }) => say`A value is a number, not ‘${here}’.`,
    mend: '1',
  },
]);

/** `showData` on a line of its own: it belongs behind the word that opens the chart, once. */
const strayShowData: Finder = function* (broken) {
  const line = brokenLine(broken);
  const header = lineAt(broken, broken.lines.lineOf(headerStart(broken.text)));
  const match = /^(?<margin>\s*)showData$/i.exec(line.text);
  if (!match || header.number === line.number) return;
  const span = { start: line.start + match.groups!.margin!.length, end: line.end };
  const removed = { span: { start: lineAt(broken, line.number - 1).end, end: line.end }, newText: '' };
  const opener = /^\s*pie\b/.exec(header.text)?.[0].length;
  const has = /^\s*pie\s+showData\b/.test(header.text);
  yield {
    code: 'mermaid.syntax',
    span,
    message: say`showData stands once, on the first line: pie showData.`,
    sure: true,
    ...(opener !== undefined && {
      fix: {
        title: has ? say`Remove ${'showData'}` : say`Write ${'pie showData'}`,
        safe: false,
        changes: has
          ? [removed]
          : [{ span: { start: header.start + opener, end: header.start + opener }, newText: ' showData' }, removed],
      },
    }),
  };
};

/** What Mermaid says without a place. */
const unplaced: readonly Saying[] = [
  {
    message: /^"(.+?)" has invalid value/,
    line: '"$1"\\s*:\\s*(?<here>-[\\d.]+)',
    says: () => say`A slice cannot be negative: a value is 0 or more.`,
    instead: (_, name) => [name],
  },
];

const finders: readonly Finder[] = [
  comments,
  unclosedOnLine(['"']),
  strayShowData,
  ownSlips,
  misspelt(keywordsOf(words)),
  sayings(unplaced),
];

export const pie: DiagramLanguage<'pie'> = {
  type: 'pie',
  judged: ['pie'],
  keywords: [{ word: 'pie' }],
  name: english`Pie chart`,
  headerRest: /^(?:showData|title)\b/,
  hasTitle: true,
  hasAccessibility: true,
  scan: scanEntries('slice', keywordsOf(words)),
  words,
  finders,
  tokens: {
    NUMBER_PIE: 'a number',
    TITLE: 'title',
  },
  line: say`a slice ("Label" : 3)`,
  doubts: [
    misreadings([
      {
        line: /^(?<mend>(?<pie>\s*pie)(?<title>\s+title\s+.*?)\s+(?<here>showData))$/d,
        message: say`showData is drawn as a part of the title: it stands before it.`,
        title: say`Write ${'pie showData'}`,
        mend: ({ pie: word, title }) => `${word} showData${title}`,
      },
    ]),
  ],
};
