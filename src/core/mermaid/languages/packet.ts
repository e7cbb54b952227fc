import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { type Saying, sayings } from '../breaks/saying';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { scanEntries } from '../scan/entries';
import { keywordsOf, keywordsOnly, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = keywordsOnly({ title: say`of the packet` });

const range = '(?:\\d+(?:\\s*-\\s*\\d+)?|\\+\\d+)';

/** What Mermaid says without a place. */
const unplaced: readonly Saying[] = [
  {
    message: /Packet block (\d+)[ -]+\d+ is not contiguous|Packet block (\d+) is not contiguous/,
    line: '^\\s*(?<here>$1)\\b',
    says: (name, { verdict }) => {
      const expected = /start from (\d+)/.exec(verdict.message)?.[1];
      return expected !== undefined && Number(name) < Number(expected)
        ? say`Bit ${name} belongs to the field before already: this one begins at bit ${expected}.`
        : say`Bit ${name} does not follow the field before: the fields leave out no bit.`;
    },
    meant(line, { verdict }) {
      const expected = /start from (\d+)/.exec(verdict.message)?.[1];
      return expected === undefined
        ? undefined
        : { title: say`Begin at ${expected}`, line: line.replace(/\d+/, expected) };
    },
    instead: ({ verdict }) => [...verdict.message.matchAll(/start from (\d+)/g)].map((match) => match[1]!),
  },
  {
    message: /Packet block (\d+)[ -]+(\d+) is invalid. End must be greater/,
    line: '^\\s*(?<here>$1\\s*-\\s*$2)',
    says: (name) => say`The field ${name} ends before it starts.`,
    meant: (line) => ({
      title: say`Turn the numbers round`,
      line: line.replace(/(\d+)(\s*-\s*)(\d+)/, '$3$2$1'),
    }),
  },
  {
    message: /Packet block .* is invalid. Cannot have a zero bit field/,
    line: '^\\s*\\+(?<here>0)\\b',
    says: () => say`A field needs at least one bit.`,
    instead: () => ['1'],
  },
];

const decimals = (first: string, last: string | undefined): string =>
  [first, ...(last === undefined ? [] : [last])].map((one) => Number.parseInt(one, 16)).join('-');

const finders: readonly Finder[] = [
  comments,
  unclosedOnLine(['"']),
  slips([
    {
      line: /^\s*(?<mend>(?<here>0x[\da-f]+)(?:\s*-\s*(?<last>0x[\da-f]+))?)\s*:/di,
      message: say`Bits are counted in decimal numbers: 0-7.`,
      title: ({ here, last }) => say`Write ${decimals(here!, last)}`,
      mend: ({ here, last }) => decimals(here!, last),
      sure: true,
    },
    {
      line: /^\s*\d+(?:\s*-\s*\d+)?(?<mend>\s*(?<here>[,;=])\s*)"/d,
      message: say`A colon must stand between the bits and the label.`,
      title: say`Write a colon`,
      mend: ': ',
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<mend>(?<here>[[(])(?<bits>\d+(?:\s*-\s*\d+)?)[\])])\s*:/d,
      message: say`The brackets must go: bits are written 0-15: "Label".`,
      title: say`Remove the brackets`,
      mend: ({ bits }) => bits,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<here>:)\s*"/d,
      message: say`The bits of the field are missing before the colon: 0-7: "Label".`,
      sure: true,
    },
    {
      line: /^\s*\d+\s*(?<here>-)\s*:/d,
      message: say`The number of the last bit is missing after the dash: 0-7.`,
      sure: true,
    },
    {
      line: /^\s*(?<mend>(?<here>bits?|field|byte)\s+)\d/di,
      message: say`A field begins with the number of its first bit: 0-15: "Label".`,
      title: ({ here }) => say`Remove ${here}`,
      mend: '',
      sure: true,
    },
    {
      line: new RegExp(`^\\s*${range}(?<mend>\\s*)(?<here>"[^"]*")`, 'd'),
      message: say`A colon is missing before the label.`,
      title: say`Put the colon`,
      mend: ': ',
      safe: true,
    },
    {
      line: new RegExp(`^\\s*${range}\\s*:\\s*(?<here>[^"\\s].*)$`, 'd'),
      message: say`The label must stand in quotes.`,
      title: say`Put the label in quotes`,
      mend: ({ here }) => `"${here!.replaceAll('"', "'")}"`,
      safe: true,
    },
    {
      line: new RegExp(`^\\s*${range}\\s*:(?<here>)$`, 'd'),
      message: say`The label is missing after the colon, in quotes.`,
      title: say`Add an empty label`,
      mend: ' ""',
    },
    {
      line: new RegExp(`^\\s*${range}(?<here>)$`, 'd'),
      message: say`A colon and a label in quotes are missing.`,
      title: say`Add an empty label`,
      mend: ': ""',
    },
    {
      line: /^\s*\d+(?<mend>\s*(?<here>\.{2,}|–|—|to|until|:)\s*)\d+\s*:/d,
      message: say`A dash must stand between the first and the last bit.`,
      title: say`Write a dash`,
      mend: '-',
    },
    {
      line: /^\s*\d+(?<here>\s+)\d+\s*:/d,
      message: say`A dash must stand between the first and the last bit.`,
      title: say`Write a dash`,
      mend: '-',
    },
  ]),
  sayings(unplaced),
];

export const packet: DiagramLanguage<'packet'> = {
  type: 'packet',
  judged: ['packet'],
  keywords: [
    { word: 'packet-beta', since: '11.0' },
    { word: 'packet', since: '11.9' },
  ],
  name: english`Packet diagram`,
  description: english`fields by bits`,
  hasTitle: true,
  hasAccessibility: true,
  scan: scanEntries('field', keywordsOf(words)),
  words,
  finders,
  tokens: {
    INT: say`the number of a bit`,
    ':': say`a colon and a label in quotes`,
  },
  line: say`a field (0-15: "Label")`,
  novelties: [{ since: '11.7', what: say`A field by its length`, line: /^\s*(?<here>\+\d+)\s*:/d }],
};
