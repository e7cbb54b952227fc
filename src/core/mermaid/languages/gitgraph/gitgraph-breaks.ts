import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { misspelt } from '../../breaks/misspelt';
import { nearest } from '../../breaks/nearest';
import { type Saying, sayings } from '../../breaks/saying';
import { slips } from '../../breaks/slip';
import type { Break, Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { commitTypes, gitgraphDirections, gitgraphWords } from './gitgraph-words';

const ownSlips = slips([
  {
    line: /^\s*gitGraph\s+(?<here>\w+)\s*:/du,
    message: ({ here }) => `‘${here}’ is no direction; directions are LR, TB and BT.`,
    title: 'Write LR',
    mend: ({ here }) => (gitgraphDirections.includes(here!) ? undefined : 'LR'),
  },
  {
    line: /\b(?:id|tag|msg|parent)(?<mend>\s+)(?<here>"[^"]*")/du,
    message: 'A colon is missing.',
    title: 'Put the colon',
    mend: ': ',
    safe: true,
  },
  {
    line: /\b(?:id|tag|msg|parent):\s*(?<here>[^\s"]+)/du,
    message: 'The value must stand in quotes.',
    title: 'Put it in quotes',
    mend: ({ here }) => `"${here}"`,
    safe: true,
  },
  {
    line: /\b(?<here>(?:id|tag|msg|parent|type|order))\s+:/du,
    message: ({ here }) => `No space stands before the colon of ${here}:.`,
    title: 'Remove the space',
    mend: ({ here }) => here,
  },
  {
    line: /\btype:\s*(?<here>[\w-]+)/du,
    message: ({ here }) => `‘${here}’ is no type of commit; types are NORMAL, REVERSE and HIGHLIGHT.`,
    title: ({ here }) => `Write ${nearest(here!, commitTypes)[0] ?? 'HIGHLIGHT'}`,
    mend: ({ here }) => (commitTypes.includes(here!) ? undefined : (nearest(here!, commitTypes)[0] ?? 'HIGHLIGHT')),
  },
  {
    line: /\btype\s+(?<mend>)(?<here>\w+)/du,
    message: 'A colon is missing.',
    title: 'Put the colon',
    mend: ': ',
  },
  {
    line: /\border:?\s*(?<here>[^\s\d]\S*)/du,
    message: 'An order is a number.',
    title: 'Give it a number',
    mend: '1',
  },
  {
    line: /^\s*(?:branch|checkout|switch|merge)(?<here>)$/du,
    message: 'The name of a branch is missing.',
    title: 'Name the branch',
    mend: ' main2',
  },
  {
    line: /^\s*(?:branch|checkout|switch|merge)\s+(?<here>[^\s"]+(?:\s+[^\s":]+)+)\s*$/du,
    message: 'The name of a branch has no spaces.',
    title: 'Write it with dashes',
    mend: ({ here }) => here!.replace(/\s+/g, '-'),
  },
  {
    line: /^\s*(?:branch|checkout|switch|merge)\s+(?<here>(?:commit|branch|merge|checkout|switch|cherry-pick)\b)/du,
    code: 'mermaid.reserved-word',
    message: ({ here }) => `‘${here}’ is a word of the language; as a name it must stand in quotes.`,
    title: 'Put it in quotes',
    mend: ({ here }) => `"${here}"`,
  },
]);

const branches = ({ text }: Break): string[] => [
  'main',
  ...[...text.matchAll(/^\s*branch\s+"?([^\s"]+)/gm)].map((match) => match[1]!),
];
const commits = ({ text }: Break): string[] => [...text.matchAll(/\bid:\s*"([^"]+)"/g)].map((match) => match[1]!);

/** What Mermaid says without a place. */
const unplaced: readonly Saying[] = [
  {
    message: /Trying to checkout branch which is not yet created.*"branch (.+?)"/s,
    line: '^\\s*(?:checkout|switch)\\s+"?(?<here>$1)"?\\s*$',
    says: (name) => `There is no branch ‘${name}’ yet.`,
    instead: branches,
  },
  {
    message: /Branch to be merged \((.+?)\) does not exist|Cannot merge branch "(.+?)"|Cannot merge branch '(.+?)'/,
    line: '^\\s*merge\\s+"?(?<here>$1)"?(?:\\s|$)',
    says: (name) => `The branch ‘${name}’ cannot be merged here.`,
    instead: branches,
  },
  {
    message: /Trying to create an existing branch.*"checkout (.+?)"/s,
    line: '^\\s*branch\\s+"?(?<here>$1)"?(?:\\s|$)',
    last: true,
    says: (name) => `The branch ‘${name}’ exists already.`,
  },
  {
    message: /cherry.?pick/i,
    line: '^\\s*cherry-pick\\b.*?id:\\s*(?<here>"[^"]*")',
    says: (name) => `The commit ${name} cannot be picked here.`,
    instead: commits,
  },
];

export const gitgraphBreaks: readonly Finder[] = [
  comments,
  unclosedOnLine(['"']),
  misspelt(keywordsOf(gitgraphWords)),
  ownSlips,
  sayings(unplaced),
];
