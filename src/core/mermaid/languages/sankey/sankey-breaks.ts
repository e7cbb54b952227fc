import { say } from '../../../l10n/say';
import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { sayings } from '../../breaks/saying';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';

const cell = '(?:"(?:[^"]|"")*"|[^",]*)';

/** What Mermaid says only when it draws, without a place. */
const circles = sayings([
  {
    message: /^circular link from (.*) to (.*)$/,
    line: '^\\s*(?<here>"?$1"?\\s*,\\s*"?$2"?\\s*,.*)$',
    last: true,
    says: () =>
      say`This flow leads back to where it comes from. A sankey flows one way only, and is not drawn otherwise.`,
    stays: true,
  },
]);

export const sankeyBreaks: readonly Finder[] = [
  comments,
  circles,
  slips([
    {
      line: /(?:^|,)\s*(?<mend>(?<here>')(?<inner>[^'"]*,[^'"]*)')\s*(?=,|$)/d,
      message: say`A text with a comma must stand in double quotes.`,
      title: say`Write double quotes`,
      mend: ({ inner }) => `"${inner}"`,
      safe: true,
      sure: true,
    },
    {
      line: /(?:^|,)\s*(?<mend>"(?<inner>[^",]*(?<here>")(?!")[^,"]+"?[^,]*)")\s*,/d,
      message: say`A quote within quotes must be doubled here: "".`,
      title: say`Double the quotes inside`,
      mend: ({ inner }) => `"${inner!.replaceAll('"', '""')}"`,
      safe: true,
    },
    {
      line: /(?:^|,)\s*(?<mend>(?<inner>[^",\s][^",]*(?<here>")[^,]*?))\s*,/d,
      message: say`A text that holds quotes stands in quotes, and those inside are doubled: "".`,
      title: say`Put it in quotes`,
      mend: ({ inner }) => `"${inner!.replaceAll('"', '""')}"`,
      safe: true,
    },
    {
      line: /^\s*(?<mend>(?<from>[^,;|[\]"]+?)\s*(?<here>;|\t|\|)\s*(?<to>[^,;|[\]"]+?)\s*(?:;|\t|\|)\s*(?<value>[\d.]+))\s*$/d,
      message: say`Commas must stand between from, to and value.`,
      title: say`Write commas`,
      mend: ({ from, to, value }) => `${from},${to},${value}`,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<mend>(?<from>[^,[\]"]+?)\s*(?<here>\[)\s*(?<value>[\d.]+)\s*\]\s*(?<to>[^,[\]"]+))$/d,
      message: say`A row needs three parts with commas between them: from, to, value.`,
      title: say`Write it with commas`,
      mend: ({ from, to, value }) => `${from},${to},${value}`,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<mend>(?<from>[^,]+?)\s*(?<here>--?>|=>|→)\s*(?<to>[^,:|]+?)\s*[:|]\s*(?<value>[\d.]+))\s*$/d,
      code: 'mermaid.bad-arrow',
      message: say`A row needs three parts with commas between them: from, to, value.`,
      title: say`Write it with commas`,
      mend: ({ from, to, value }) => `${from},${to},${value}`,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*[^,]+,[^,:]+?(?<mend>\s*(?<here>[:=;])\s*)[\d.]+\s*$/d,
      message: say`A comma must stand before the value.`,
      title: say`Write a comma`,
      mend: ',',
      safe: true,
      sure: true,
    },
    {
      line: /^\s*[^,]*?(?<mend>\s*(?<here>--?>|=>|→|;|\t)\s*)[^,]*,/du,
      code: 'mermaid.bad-arrow',
      message: say`Commas must stand between from, to and value.`,
      title: say`Write a comma`,
      mend: ',',
    },
    {
      line: /^(?<margin>\s*)(?<mend>(?<from>[^",]+),(?<over>[^",\d\s][^",]*)(?<here>,)\s*(?<to>[^",\d\s][^",]*),\s*(?<value>[\d.]+))\s*$/d,
      message: say`A row has three columns, from, to and value: what flows on has a row of its own.`,
      title: say`Write a row for each`,
      mend: ({ margin, from, over, to, value }) => `${from},${over},${value}\n${margin}${over!.trim()},${to},${value}`,
      sure: true,
    },
    {
      line: new RegExp(`^\\s*${cell},${cell}(?<here>)\\s*$`, 'd'),
      message: say`The value is missing: a row is from, to, value.`,
      mend: ',1',
    },
    {
      line: new RegExp(`^\\s*${cell}(?<here>)\\s*$`, 'd'),
      message: say`A row is from, to, value.`,
      mend: ',Target,1',
    },
    {
      line: new RegExp(
        `^\\s*${cell},${cell},\\s*(?<mend>(?<number>\\d{1,3}(?<here>,)\\d{3}(?:,\\d{3})*(?:\\.\\d+)?))\\s*$`,
        'd',
      ),
      message: say`A comma begins a new column: a number must be written without one.`,
      title: say`Write the number without commas`,
      mend: ({ number }) => number!.replaceAll(',', ''),
      safe: true,
    },
    {
      line: new RegExp(`^\\s*${cell},${cell},[\\s\\d.]+(?<mend>(?<here>,).*)$`, 'd'),
      message: say`A row has three columns: from, to, value.`,
      title: say`Remove what is too much`,
      mend: '',
    },
  ]),
  unclosedOnLine(['"']),
];
