import { say } from '../../../l10n/say';
import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { directionNamed } from '../../breaks/direction-named';
import { misspelt } from '../../breaks/misspelt';
import { nearest } from '../../breaks/nearest';
import { placeholder, written } from '../../breaks/placeholder';
import { type Saying, sayings } from '../../breaks/saying';
import { slips } from '../../breaks/slip';
import type { Break, Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { commitTypes, gitgraphDirections, gitgraphWords } from './gitgraph-words';

/** What people bring from the command line of Git. */
const commands = slips([
  {
    line: /^\s*(?<mend>(?<here>create|new|make|add)\s+)branch\s+\S/d,
    message: ({ here }) => say`The word branch makes one by itself, without ‘${here}’.`,
    title: ({ here }) => say`Remove ${here}`,
    mend: '',
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>git)\s+)(?=\w)/d,
    message: say`Remove the word git: a line begins with what is done, as in checkout main.`,
    title: say`Remove git`,
    mend: '',
    sure: true,
  },
  {
    line: /^\s*commit\b.*?\s(?<mend>(?<here>-(?:-message|\w*m))(?:\s+|=)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'].*)))/d,
    message: say`The name of a commit is written commit id: "name", without options.`,
    title: say`Write ${'id:'}`,
    mend: ({ double, single, bare }) => `id: "${double ?? single ?? bare}"`,
    sure: true,
  },
  {
    line: /^\s*(?:commit|merge|cherry-pick)\b.*?\s(?<mend>(?<here>--?(?<word>id|tag|type|parent))(?:\s*[:=]\s*|\s+))(?=\S)/d,
    message: ({ word }) => say`There are no options here: write ${word}: in place of them.`,
    title: ({ word }) => say`Write ${word}:`,
    mend: ({ word }) => `${word}: `,
    sure: true,
  },
  {
    line: /^\s*(?:commit|merge\s+\S+|cherry-pick)\b.*?\s(?:id|msg|tag|parent)(?<mend>\s*)(?<here>"[^"]*")/d,
    message: say`A colon is missing before this text.`,
    title: say`Put the colon`,
    mend: ': ',
    safe: true,
  },
  {
    line: /^\s*(?:merge|branch)\b.*?(?<mend>\s+(?<here>--[a-z][\w-]*|-[a-z]))(?=\s|$)/d,
    message: say`There are no options here: a git graph draws what is done, not how.`,
    title: ({ here }) => say`Remove ${here}`,
    mend: '',
    sure: true,
  },
  {
    line: /^\s*commit(?<mend>\s*(?<here>[-–—=])\s*)"[^"]*"/d,
    message: say`What a commit is called must stand in quotes after id:.`,
    title: say`Write ${'id:'}`,
    mend: ' id: ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*commit(?<mend>\s*(?<here>:)\s*)"[^"]*"/d,
    message: say`What the text is must stand before the colon: id:, msg: or tag:.`,
    title: say`Write ${'id:'}`,
    mend: ' id: ',
  },
  {
    line: /^\s*commit\s+(?<mend>(?<here>[[(])\s*"?(?<words>[^"[\]()]+)"?\s*[\])])\s*$/d,
    message: say`What a commit is called must stand in quotes after id:, without brackets.`,
    title: say`Write ${'id:'}`,
    mend: ({ words }) => `id: "${words}"`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?:checkout|switch)\s+(?<here>-(?:b|c|B|C))\s+)\S/d,
    message: say`A branch is made by branch, which also goes to it.`,
    title: say`Write branch`,
    mend: 'branch ',
    sure: true,
  },
  {
    line: /^\s*merge\s+(?:"[^"]*"|\S+)(?<mend>\s+(?<here>into|to|in)\s+\S+)/d,
    message: say`A branch is merged into the one that was checked out last: that one is not named.`,
    title: say`Remove the other branch`,
    mend: '',
    sure: true,
  },
  {
    line: /^\s*branch\s+(?:"[^"]*"|\S+)(?<mend>\s+(?<here>from|off|of)\s+\S+)/d,
    message: say`A branch begins at the one that was checked out last: that one is not named.`,
    title: say`Remove the other branch`,
    mend: '',
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>tag)\s+(?:"(?<quoted>[^"]*)"|(?<bare>\S+)))\s*$/d,
    message: say`A tag belongs to a commit: commit tag: "v1".`,
    title: say`Write it as a commit with a tag`,
    mend: ({ quoted, bare }) => `commit tag: "${quoted ?? bare}"`,
    sure: true,
  },
  {
    line: /^\s*(?<here>push|pull|fetch|rebase|reset|revert|stash|clone|init|add|status|log|delete|squash)\b/d,
    message: ({ here }) =>
      say`‘${here}’ is not drawn: a git graph shows commit, branch, checkout, merge and cherry-pick.`,
    title: say`Make it a comment`,
    mend: ({ here }) => `%% ${here}`,
    sure: true,
  },
  {
    line: /\b(?:id|tag|msg|type|parent|order)(?<mend>\s*(?<here>=)\s*)/d,
    message: say`A colon is missing here, in place of =: commit id: "name".`,
    title: say`Write a colon`,
    mend: ': ',
    safe: true,
    sure: true,
  },
  {
    line: /"[^"]*"(?<mend>\s*(?<here>,)\s*)(?=(?:id|tag|msg|type|parent|order)\b)/d,
    message: say`The comma must go: what a commit takes follows without one.`,
    title: say`Remove the comma`,
    mend: ' ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:commit|merge\s+\S+)(?<mend>\s*(?<here>--?>|→)\s*)(?=commit\b|branch\b|merge\b|checkout\b)/d,
    message: say`There are no arrows: commits follow each other line by line.`,
    title: say`Begin a new line`,
    mend: '\n  ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*cherry-pick\s+(?<here>(?<mend>)"?[\w.-]+"?)\s*$/d,
    message: say`The commit that is picked must stand after id:.`,
    title: say`Write ${'id:'}`,
    mend: ({ here }) => (here!.startsWith('"') ? 'id: ' : undefined),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*gitGraph\s+(?<here>LR|TB|BT)(?<mend>)\s*$/d,
    message: say`A colon must stand after the direction.`,
    title: say`Put the colon`,
    mend: ':',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*commit\s+(?<here>(?!(?:id|tag|msg|type|parent)\b)[^\s"':-][^":]*)$/d,
    message: say`What a commit is called must stand in quotes after id:.`,
    title: say`Write ${'id:'}`,
    mend: ({ here }) => `id: "${here}"`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:branch|checkout|switch|merge)\s+(?<here>\d[^\s":]*|[^\s":]*[^\p{L}\p{N}_\s/.":-][^\s":]*)/du,
    message: say`A name that begins with a digit or holds other signs must stand in quotes.`,
    title: say`Put it in quotes`,
    mend: ({ here }) => `"${here}"`,
    safe: true,
    sure: true,
  },
]);

/** What is meant by a word behind a commit that Mermaid does not know. */
const commitWord = (word: string): string =>
  /^m/.test(word) ? 'id' : (nearest(word, ['tag', 'type', 'parent'])[0] ?? (/^v/.test(word) ? 'tag' : 'id'));

const ownSlips = slips([
  {
    line: /^\s*(?<mend>)(?<here>(?:id|tag|type):)\s*["A-Z]/d,
    message: ({ here }) => say`The word ${'commit'} is missing before ‘${here}’.`,
    title: say`Put ${'commit'}`,
    mend: 'commit ',
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>\S+)\s+(?<word>branch|checkout|switch|merge))\s*$/d,
    message: ({ here, word }) => say`The word ${word} must stand before the name: ${word} ${here}.`,
    title: ({ here, word }) => say`Write ${word} ${here}`,
    mend: ({ here, word }) => `${word} ${here}`,
  },
  {
    line: /^\s*(?<mend>)(?<here>(?!(?:commit|branch|checkout|switch|merge|cherry-pick)\b)[\w/.-]+)\s*$/d,
    message: ({ here }) =>
      say`What is to be done with ‘${here}’ is missing: checkout ${here} goes to a branch, branch ${here} opens one.`,
    title: say`Put ${'checkout'}`,
    mend: 'checkout ',
  },
  {
    line: /^\s*(?:commit|merge|cherry-pick)\b.*?\s(?<here>(?!(?:id|tag|msg|type|parent)\b)[a-z]+)\s*:\s*["A-Z]/du,
    message: ({ here }) => say`A commit takes id:, msg:, tag: and type:, not ‘${here}’.`,
    title: ({ here }) => say`Write ${commitWord(here!)}`,
    mend: ({ here }) => commitWord(here!),
    sure: true,
  },
  {
    line: /^\s*gitGraph\s+(?<here>\w+)\s*:/du,
    message: ({ here }) => say`‘${here}’ is no direction; directions are LR, TB and BT.`,
    title: ({ here }) =>
      written(gitgraphDirections.find((one) => one === here!.toUpperCase() || one === directionNamed(here!))),
    mend: ({ here }) =>
      gitgraphDirections.includes(here!)
        ? undefined
        : (gitgraphDirections.find((one) => one === here!.toUpperCase() || one === directionNamed(here!)) ?? 'LR'),
  },
  {
    line: /\b(?:id|tag|msg|parent)(?<mend>\s+)(?<here>"[^"]*")/du,
    message: say`A colon is missing: commit id: "name" type: REVERSE.`,
    title: say`Put the colon`,
    mend: ': ',
    safe: true,
  },
  {
    line: /\b(?<word>id|tag|msg|parent):\s*(?<here>[^\s":]+(?:\s+(?!(?:id|tag|msg|parent|type|order):)[^\s":]+)*)/du,
    message: ({ word, here }) => say`What stands after ${word}: must stand in quotes: ${word}: "${here}".`,
    title: say`Put it in quotes`,
    mend: ({ here }) => `"${here}"`,
    safe: true,
  },
  {
    line: /\b(?<here>(?:id|tag|msg|parent|type|order))\s+:/du,
    message: ({ here }) => say`No space stands before the colon of ${here}:.`,
    title: say`Remove the space`,
    mend: ({ here }) => here,
  },
  {
    line: /\btype:\s*(?<here>[\w-]+)/du,
    message: ({ here }) => say`‘${here}’ is no type of commit; types are NORMAL, REVERSE and HIGHLIGHT.`,
    title: ({ here }) => written(nearest(here!, commitTypes)[0]),
    mend: ({ here }) => (commitTypes.includes(here!) ? undefined : (nearest(here!, commitTypes)[0] ?? 'HIGHLIGHT')),
  },
  {
    line: /\btype\s+(?<mend>)(?<here>\w+)/du,
    message: say`A colon is missing: commit id: "name" type: REVERSE.`,
    title: say`Put the colon`,
    mend: ': ',
  },
  {
    line: /\border:?\s*(?<here>[^\s\d]\S*)/du,
    message: say`An order must be a number: branch dev order: 2.`,
    mend: '1',
  },
  {
    line: /^\s*(?:branch|checkout|switch|merge)(?<here>)$/du,
    message: say`The name of a branch is missing after this word.`,
    title: say`Put ${placeholder} for the name`,
    mend: ` ${placeholder}`,
  },
  {
    line: /^\s*(?:branch|checkout|switch|merge)\s+(?<here>[^\s"]+(?:\s+[^\s":]+)+)\s*$/du,
    message: say`The name of a branch may have no spaces.`,
    title: say`Write it with dashes`,
    mend: ({ here }) => here!.replace(/\s+/g, '-'),
  },
  {
    line: /^\s*(?:branch|checkout|switch|merge)\s+(?<here>(?:commit|branch|merge|checkout|switch|cherry-pick)\b)/du,
    code: 'mermaid.reserved-word',
    message: ({ here }) => say`‘${here}’ is a word of the language; as a name it must stand in quotes.`,
    title: say`Put it in quotes`,
    mend: ({ here }) => `"${here}"`,
  },
]);

const branches = ({ text }: Break): string[] => [
  'main',
  ...[...text.matchAll(/^[^\S\r\n]*branch\s+"?([^\s"]+)/gm)].map((match) => match[1]!),
];
const commits = ({ text }: Break): string[] => [...text.matchAll(/\bid:\s*"([^"]+)"/g)].map((match) => match[1]!);

/** What Mermaid says without a place. */
const unplaced: readonly Saying[] = [
  {
    message: /Trying to checkout branch which is not yet created.*"branch (.+?)"/s,
    line: '^\\s*(?:checkout|switch)\\s+"?(?<here>$1)"?\\s*$',
    says: (name) => say`There is no branch ‘${name}’ yet: branch ${name} opens it and goes there.`,
    meant: (line) => ({ title: say`Write branch`, line: line.replace(/\b(?:checkout|switch)\b/i, 'branch') }),
    instead: branches,
  },
  {
    message: /Cannot merge branch '(.+?)' into itself/,
    line: '^\\s*merge\\s+"?(?<here>$1)"?(?:\\s|$)',
    says: (name) =>
      say`‘${name}’ has nothing to merge here: both branches stand at the same commit. One of them needs a commit of its own first.`,
    stays: true,
  },
  {
    message: /Cannot merge a branch to itself/,
    line: '^\\s*merge\\s+"?(?<here>[^\\s"]+)',
    says: (name) =>
      say`‘${name}’ is checked out here, and no branch is merged into itself: checkout main, or another, stands before.`,
    stays: true,
    meant: (line) => ({
      title: say`Put ${'checkout main'} before it`,
      line: line.replace(/^\s*/, (margin) => `${margin}checkout main\n${margin}`),
    }),
  },
  {
    message: /Branch to be merged \((.+?)\) does not exist/,
    line: '^\\s*merge\\s+"?(?<here>$1)"?(?:\\s|$)',
    says: (name) => say`There is no branch ‘${name}’ above that could be merged: branch ${name} makes one.`,
    instead: branches,
  },
  {
    message: /Branch to be merged \((.+?)\) has no commits/,
    line: '^\\s*merge\\s+"?(?<here>$1)"?(?:\\s|$)',
    says: (name) => say`‘${name}’ has nothing to merge: it needs a commit of its own first.`,
  },
  {
    message: /Both branches have same head/,
    line: '^\\s*merge\\s+"?(?<here>[^\\s"]+)',
    says: (name) => say`‘${name}’ has nothing new to merge: it needs a commit of its own first.`,
  },
  {
    message: /Current branch \(.+?\)\s*has no commits/,
    line: '^\\s*merge\\s+"?(?<here>[^\\s"]+)',
    says: (name) => say`The branch that ‘${name}’ is merged into has no commit yet: it needs one first.`,
  },
  {
    message: /Trying to create an existing branch.*"checkout (.+?)"/s,
    line: '^\\s*branch\\s+"?(?<here>$1)"?(?:\\s|$)',
    last: true,
    says: (name) => say`The branch ‘${name}’ exists already: checkout goes there.`,
    meant: (line) => ({
      title: say`Write ${'checkout'}`,
      line: line.replace(/^(\s*)branch(\s+(?:"[^"]*"|\S+)).*$/, '$1checkout$2'),
    }),
  },
  {
    message: /cherry.?pick/i,
    line: '^\\s*cherry-pick\\b.*?id:\\s*(?<here>"[^"]*")',
    says: (name) =>
      say`The commit ${name} cannot be picked here: it must stand above on another branch, and this branch needs a commit of its own first.`,
    instead: commits,
  },
];

export const gitgraphBreaks: readonly Finder[] = [
  comments,
  commands,
  unclosedOnLine(['"']),
  misspelt(keywordsOf(gitgraphWords)),
  ownSlips,
  sayings(unplaced),
];
