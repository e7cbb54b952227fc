import { say } from '../../../l10n/say';
import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { brokenLine } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { placeholder, written } from '../../breaks/placeholder';
import { type Saying, sayings } from '../../breaks/saying';
import { slips } from '../../breaks/slip';
import type { Break, Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { architectureWords } from './architecture-words';

const services = ({ text }: Break): string[] =>
  [...text.matchAll(/^[^\S\r\n]*(?:service|junction|group)\s+([\w-]+)/gm)].map((match) => match[1]!);
const groups = ({ text }: Break): string[] =>
  [...text.matchAll(/^[^\S\r\n]*group\s+([\w-]+)/gm)].map((match) => match[1]!);

/** An id may not begin with the letter of a side. It is written small wherever it stands. */
const sideIds: Finder = function* (broken) {
  const line = brokenLine(broken);
  const match =
    /^\s*(?:service|group|junction)\s+(?<here>[LRTB][\w-]*)/d.exec(line.text) ??
    /^\s*(?<here>[LRTB][\w-]+)(?:\{group\})?:[LRTB]\b/d.exec(line.text);
  if (!match) return;
  const [from, to] = match.indices!.groups!.here!;
  const id = match.groups!.here!;
  const small = id[0]!.toLowerCase() + id.slice(1);
  const uses = [
    ...broken.text.matchAll(new RegExp(`(?<![\\w"'[(:-]|\\w:)${id}(?![\\w-])|(?<=[LRTB]:)${id}(?![\\w-])`, 'g')),
  ];
  yield {
    code: 'mermaid.reserved-word',
    span: { start: line.start + from, end: line.start + to },
    message: say`‘${id}’ begins with a side: an id may not begin with a capital L, R, T or B.`,
    sure: true,
    fix: {
      title: say`Rename it to ${small}`,
      safe: false,
      changes: uses.map(({ index }) => ({ span: { start: index, end: index + id.length }, newText: small })),
    },
  };
};

/** What Mermaid draws without a pack of icons. */
const icons = ['cloud', 'database', 'disk', 'internet', 'server'];

/** What people bring from flowcharts and PlantUML, or write as it looks. */
const foreign = slips([
  {
    line: /^\s*(?:service|group|junction)\s+\w.*[\w)\]]\s+(?<here>inside|within|into|at|of|on|under)\s+\w[\w-]*\s*$/d,
    message: ({ here }) => say`The group of a service must stand after ‘in’, not after ‘${here}’.`,
    title: say`Write in`,
    mend: 'in',
    sure: true,
  },
  {
    line: /^\s*(?:service|group|junction)\s+\w[\w-]*(?:\([^)]*\))?(?:\[[^\]]*\])?\s+(?<mend>)(?<here>(?!in\b)\w[\w-]*)\s*$/d,
    message: say`The word ‘in’ is missing before the group.`,
    title: say`Put in`,
    mend: 'in ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<here>node|server|component|container|database|db|cloud|vm|host|app|storage|queue)\s+(?=\w[\w-]*\s*[([])/d,
    message: ({ here }) => say`What stands in an architecture is a service, not a ‘${here}’; its icon says what it is.`,
    title: say`Write service`,
    mend: 'service ',
    sure: true,
  },
  {
    line: /^\s*(?<from>\w[\w-]*)(?<mend>\s*(?<here><?--+>?|->)\s*)(?=\w[\w-]*\s*$)/d,
    message: say`An edge names the sides that it joins: a:R --> L:b.`,
    title: say`Join right and left`,
    mend: ({ here }) => `:R ${here === '->' ? '-->' : here} L:`,
    sure: true,
  },
  {
    line: /:[LRTB]\s*(?<mend>(?<left><?)--(?<right>>?)\s*(?<here>\|)\s*"?(?<text>[^|"]+?)"?\s*\|)\s*[LRTB]:/d,
    message: say`The text of an edge must stand in it, in brackets: a:R -[text]- L:b.`,
    title: say`Put the text into the edge`,
    mend: ({ left, right, text }) => `${left}-[${text}]-${right}`,
    safe: true,
    sure: true,
  },
  {
    line: /:[LRTB]\s*(?<mend>(?<left><?)--?\s+"?(?<here>(?<text>[\p{L}\p{N}][\p{L}\p{N} ]*?))"?\s+--?(?<right>>?))\s*[LRTB]:/du,
    message: say`The text of an edge must stand in it, in brackets: a:R -[text]- L:b.`,
    title: say`Put the text into the edge`,
    mend: ({ left, right, text }) => `${left}-[${text}]-${right}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<from>\w[\w-]*:[LRTB])\s*(?<left><?)--(?<right>>?)\s*(?<to>[LRTB]:\w[\w-]*)\s*(?<here>:)\s*"?(?<text>[^":]+?)"?)\s*$/d,
    message: say`The text of an edge must stand in it, in brackets: a:R -[text]- L:b.`,
    title: say`Put the text into the edge`,
    mend: ({ from, left, right, to, text }) => `${from} ${left}-[${text}]-${right} ${to}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<from>\w+)(?<here>\.)(?<side>[LRTB])\s*(?<edge><?-->?)\s*(?<other>[LRTB])\.(?<to>\w+))\s*$/d,
    message: say`A colon must stand between a service and its side: a:R.`,
    title: say`Write colons`,
    mend: ({ from, side, edge, other, to }) => `${from}:${side} ${edge} ${other}:${to}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:service|group)\s+\w[\w-]*(?:\([^)]*\))?(?<mend>\s*(?<here>"[^"]+"))(?=\s*$|\s+in\s)/d,
    message: ({ here }) => say`The title must stand in brackets: service a(server)[${here!.slice(1, -1)}].`,
    title: say`Put it in brackets`,
    mend: ({ here }) => (/^"[\w ]+"$/.test(here!) ? `[${here!.slice(1, -1)}]` : `[${here}]`),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:service|group)\s+\w[\w-]*(?<mend>\s*(?<here>\[)(?<inBrackets>[^[\]()]+)\]\s*\((?<inParentheses>[^[\]()]+)\))/d,
    message: say`The icon must stand in parentheses, and the title behind it in brackets: service a(server)[Title].`,
    title: say`Change the order`,
    mend: ({ inBrackets = '', inParentheses = '' }) =>
      icons.includes(inBrackets.trim()) && !icons.includes(inParentheses.trim())
        ? `(${inBrackets.trim()})[${inParentheses}]`
        : `(${inParentheses.trim()})[${inBrackets}]`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:service|group)\s+\w[\w-]*(?<here>\(\s*\))/d,
    message: say`The icon is missing between the parentheses; they may be left out.`,
    title: say`Leave them out`,
    mend: '',
    safe: true,
    sure: true,
  },
]);

/** The side that a word means: left, top, up, south. */
function sideOf(word: string): string | undefined {
  if (/^(?:l|west)/i.test(word)) return 'L';
  if (/^(?:r|east)/i.test(word)) return 'R';
  if (/^(?:t|u|north)/i.test(word)) return 'T';
  return /^(?:b|d|south)/i.test(word) ? 'B' : undefined;
}

/** What Mermaid says without a place. */
const unplaced: readonly Saying[] = [
  {
    message: /parent does not exist|parent is not a group|(?:'s parent)/,
    line: '\\bin\\s+(?<here>[\\w-]+)\\s*$',
    says: (name) => say`There is no group ‘${name}’ above.`,
    instead: groups,
  },
  {
    message: /right-hand id \[(.+?)\] does not/,
    line: '[LRTB]:\\s*(?<here>$1)\\b|:[LRTB]\\s*.*?(?<other>$1)\\b',
    says: (name) => say`There is no service ‘${name}’ above.`,
    instead: services,
  },
  {
    message: /left-hand id \[(.+?)\] does not/,
    line: '^\\s*(?<here>$1)(?:\\{group\\})?:[LRTB]',
    says: (name) => say`There is no service ‘${name}’ above.`,
    instead: services,
  },
  {
    message: /id \[(.+?)\] is already in use/,
    line: '^\\s*(?:service|group|junction)\\s+(?<here>$1)\\b',
    last: true,
    says: (name) => say`The id ‘${name}’ is used already: each part needs one of its own.`,
  },
  {
    message: /^second edge from (\S+) to (\S+)$/,
    line: '^\\s*(?<here>$1(?:\\{group\\})?\\s*:\\s*[LRTB]\\b.*\\b[LRTB]\\s*:\\s*$2(?:\\{group\\})?)\\s*$',
    last: true,
    says: () =>
      say`Between these two there is a line already: Mermaid draws a second one only if it is written from the other end.`,
    stays: true,
    meant: (line) => {
      const turned = turnedRound(line);
      return turned === undefined ? undefined : { title: say`Write it from the other end`, line: turned };
    },
  },
];

const edge =
  /^(?<indent>\s*)(?<from>[\w-]+(?:\{group\})?)\s*:\s*(?<out>[LRTB])(?<before>\s*)(?<back><?)(?<line>--|-\[[^\]]*\]-)(?<forth>>?)(?<after>\s*)(?<in>[LRTB])\s*:\s*(?<to>[\w-]+(?:\{group\})?)\s*$/;

/** The same edge, its ends the other way round. */
function turnedRound(text: string): string | undefined {
  const parts = edge.exec(text)?.groups;
  if (!parts) return undefined;
  const { indent, from, out, before, back, line, forth, after, to } = parts;
  return `${indent}${to}:${parts.in}${before}${forth ? '<' : ''}${line}${back ? '>' : ''}${after}${out}:${from}`;
}

export const architectureBreaks: readonly Finder[] = [
  comments,
  sideIds,
  foreign,
  misspelt(keywordsOf(architectureWords)),
  unclosedOnLine(['"', '[', '(', '{']),
  slips([
    {
      line: /^\s*(?:service|group|junction)\s*(?<mend>)(?<here>[([])/du,
      message: say`The id is missing: service a(server)[Label].`,
      title: say`Put _${placeholder} for the id`,
      // No id may begin with a T.
      mend: `_${placeholder}`,
    },
    {
      line: /^\s*(?<here>(?!(?:service|group|junction|align|title)\b)[a-z]+)\s+(?=\w[\w-]*\s*[([])/du,
      message: ({ here }) =>
        say`What stands in an architecture is a service, not a ‘${here}’; its icon says what it is.`,
      title: say`Write service`,
      mend: 'service',
    },
    {
      line: /^\s*(?<mend>)(?<here>(?!(?:service|group|junction|align|title)\b)\w[\w-]*)\s*[([][^:]*$/d,
      message: ({ here }) => say`The word ${'service'} is missing before ‘${here}’.`,
      title: say`Put ${'service'}`,
      mend: 'service ',
    },
    {
      line: /^\s*(?:service|group)\s+\w[\w-]*(?:\([^)]*\))?(?<here>\[\s*\])/d,
      message: say`A label may not be empty: it is written, or left out with its brackets.`,
      title: say`Leave the brackets out`,
      mend: '',
    },
    {
      line: /^\s*\w[\w-]*(?:\{group\})?\s*:\s*(?<mend>)(?<here><?--?>?)/d,
      message: say`The side is missing: an edge begins like server:R.`,
      title: say`Let it begin at the right side`,
      mend: 'R ',
    },
    {
      line: /-\s*>?\s*[LRTB]\s*:(?<here>)$/d,
      message: say`The service that the edge leads to is missing after its side: L:server.`,
    },
    {
      line: /[\w}]\s*:\s*(?<here>(?![LRTB]\b)\w+)/du,
      message: ({ here }) => say`‘${here}’ is no side; sides are L, R, T and B.`,
      title: ({ here }) => written(sideOf(here!)),
      mend: ({ here }) => sideOf(here!) ?? 'R',
    },
    {
      line: /(?:--|-)>?\s*(?<here>(?![LRTB]\s*:)\w+)\s*:\s*\w/du,
      message: ({ here }) => say`‘${here}’ is no side; sides are L, R, T and B.`,
      title: ({ here }) => written(sideOf(here!)),
      mend: ({ here }) => sideOf(here!) ?? 'L',
    },
    {
      line: /:[LRTB]\s*(?<here>[<>]?(?:--|-\[[^\]]*\]-)?[-=~.–—→]*>*)\s*[LRTB]:/du,
      code: 'mermaid.bad-arrow',
      message: ({ here }) => say`‘${here}’ is no edge here; edges are --, -->, <-- and <-->.`,
      title: ({ here }) => say`Write ${here!.includes('>') || here!.includes('→') ? '-->' : '--'}`,
      mend: ({ here }) =>
        /^<?-->?$/.test(here!) ? undefined : here!.includes('>') || here!.includes('→') ? '-->' : '--',
    },
    {
      line: /:[LRTB]\s*<?--?>?\s*(?<mend>)(?<here>\w+)\s*$/du,
      message: say`The side is missing: an edge ends like L:server.`,
      title: say`Let it end at the left side`,
      mend: 'L:',
    },
    {
      line: /^\s*\w+(?<mend>)\s*(?<here><?--?>?)\s*[LRTB]:/du,
      message: say`The side is missing: an edge begins like server:R.`,
      title: say`Let it begin at the right side`,
      mend: ':R',
    },
    {
      line: /\[(?<here>[^\]"']+)\]/du,
      code: 'mermaid.unquoted-label',
      message: say`A label with more than words must stand in quotes.`,
      title: say`Put the label in quotes`,
      mend: ({ here }) => `"${here}"`,
      safe: true,
    },
    {
      line: /^\s*(?:service|group|junction)\s+(?<mend>[\w-]+(?<here>[.:/])[\w.:/-]+)(?=\s*(?:[([]|in\b|$))/d,
      message: say`An id has letters, digits and underscores alone.`,
      title: ({ mend }) => say`Write ${mend!.replace(/[.:/]+/g, '_')}`,
      mend: ({ mend }) => mend!.replace(/[.:/]+/g, '_'),
    },
    {
      line: /^\s*(?:service|group)\s+(?<here>[\w]+(?:[ -][\w]+)+)\s*(?=[([]|$)/du,
      message: say`An id may have no spaces.`,
      title: say`Write it with underscores`,
      mend: ({ here }) => here!.replace(/[ -]+/g, '_'),
    },
  ]),
  sayings(unplaced),
];
