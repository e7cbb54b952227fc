import { say } from '../../../l10n/say';
import { arrowLike, badArrows, blanked } from '../../breaks/arrows';
import { classNames } from '../../breaks/class-names';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { endings } from '../../breaks/endings';
import { brokenLine, spokenLines } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { written } from '../../breaks/placeholder';
import { unquotedLabel } from '../../breaks/quoting';
import { sayings } from '../../breaks/saying';
import { slips, slipsAnywhere } from '../../breaks/slip';
import { styles } from '../../breaks/styles';
import type { Finder, Suspect } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { flowchartSyntax, type LabelSyntax, unclosedLabels, unquotedLabels } from '../flowchart/flowchart-labels';
import { blockWords } from './block-words';

/** Blocks stand side by side on a line, and a label is always in quotes. */
const syntax: LabelSyntax = {
  ...flowchartSyntax,
  after: /^(?:[ \t]*(?:$|[\r\n:]|%%|[<ox]?[-=~])|[ \t]+\S)/u,
  pipes: false,
  multiline: false,
};

const arrows = badArrows({
  valid: /^(?:[xo<]?--+[-xo>]?|[xo<]?==+[=xo>]?|[xo<]?-?\.+-?[xo>]?|~~~+)$/,
  like: arrowLike,
  meant: () => ['-->', '---'],
  mask: (line) => blanked(line, /"[^"]*"|<\[.*?\]>\([^)]*\)/g),
});

/** `a -- goes --> b`: the text of an edge stands in quotes here. */
const edgeTexts: Finder = function* (broken) {
  const line = brokenLine(broken);
  const match = /(?:--|==|-\.)\s+(?<inner>[^"\s>-][^"]*?)\s+(?:--+>?|==+>?|\.-+>?)/d.exec(line.text);
  if (!match) return;
  const [start, end] = match.indices!.groups!.inner!;
  yield unquotedLabel(broken.text, { start: line.start + start, end: line.start + end });
};

/** The way of a block arrow that a word means. */
function arrowMeant(word: string): string | undefined {
  if (/^(?:horizontal|sideways)/i.test(word)) return 'x';
  if (/^vertical/i.test(word)) return 'y';
  if (/^(?:r|east|forward)/i.test(word)) return 'right';
  if (/^(?:l|west|back)/i.test(word)) return 'left';
  if (/^(?:u|t|north)/i.test(word)) return 'up';
  return /^(?:d|b|south)/i.test(word) ? 'down' : undefined;
}

/** `block {` … `}` around blocks, as other kinds group. */
const bracedGroups: Finder = function* (broken) {
  const found: Suspect[] = [];
  const open: Suspect[] = [];
  for (const line of spokenLines(broken)) {
    const opening = /^\s*block(?::\w[^{\s]*)?(?<mend>\s*(?<here>\{))$/d.exec(line.text);
    if (opening) {
      const { here, mend } = opening.indices!.groups!;
      const suspect: Suspect = {
        code: 'mermaid.syntax',
        span: { start: line.start + here![0], end: line.start + here![1] },
        message: say`Blocks have no braces here: a line that holds end alone closes one.`,
        fix: {
          title: say`Write end for the brace`,
          safe: false,
          changes: [{ span: { start: line.start + mend![0], end: line.end }, newText: '' }],
        },
      };
      open.push(suspect);
    } else if (/^\s*\}$/.test(line.text) && open.length > 0) {
      const { fix, ...seen } = open.pop()!;
      const brace = { start: line.end - 1, end: line.end };
      found.push({ ...seen, fix: { ...fix!, changes: [...fix!.changes, { span: brace, newText: 'end' }] } });
    }
  }
  if (found.length > 0) yield found.sort((a, b) => a.span.start - b.span.start);
};

/** What people bring from flowcharts, or write as it looks. */
const foreign = slips([
  {
    line: /\s(?:--|==|-\.)\s+"[^"]*"\s+(?<here>(?<mend>)\w+(?:[[({].*)?)\s*$/d,
    message: say`An arrow with its text ends as an arrow does: A -- text --> B.`,
    title: say`Write -->`,
    mend: '--> ',
    sure: true,
  },
  {
    line: /(?:^|\s)\w+(?:\["[^"]*"\])?(?<here>=)\d+(?=\s|$)/d,
    message: say`How many columns a block takes stands after a colon: a:2.`,
    title: say`Write a colon`,
    mend: ':',
  },
  {
    line: /\["(?<mend>(?<here>`)(?<text>[^`"]*)`)"\]/d,
    message: say`A block takes no markdown: bold is <b>…</b>, italic <i>…</i>.`,
    title: say`Write it with tags`,
    mend: ({ text }) =>
      text!.replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>').replace(/(?<![*\w])[*_]([^*_]+)[*_](?![*\w])/g, '<i>$1</i>'),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*columns(?<mend>\s*(?<here>[([{])\s*(?<count>\d+|auto)\s*[)\]}])\s*$/d,
    message: say`The number of columns has no brackets: columns 3.`,
    title: say`Remove the brackets`,
    mend: ({ count }) => ` ${count}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*columns(?<mend>\s*(?<here>[:=])\s*)(?:\d+|auto)\s*$/d,
    message: say`Only a space stands between columns and the number.`,
    title: say`Write a space`,
    mend: ' ',
    safe: true,
    sure: true,
  },
  {
    line: /\]>\(\s*(?<here>(?!(?:right|left|up|down|x|y)\b)\p{L}+)/du,
    message: ({ here }) => say`‘${here}’ is no direction of a block arrow; there are right, left, up, down, x and y.`,
    title: ({ here }) => written(arrowMeant(here!)),
    mend: ({ here }) => arrowMeant(here!) ?? 'right',
    sure: true,
  },
  {
    line: /[\w\])}](?<here>:)(?=[^\s\d:])\S/d,
    message: say`A colon after a block is followed by its width, a number: a:2.`,
  },
]);

/** Groups as a flowchart has them, noticed only where they end. */
const groups = slipsAnywhere(
  [
    {
      line: /^\s*(?<mend>(?<here>subgraph|group)\s+(?<id>\w+))\s*(?:\[[^\]]*\])?$/d,
      message: say`Blocks are grouped by block, a colon and a name: block:group1.`,
      title: ({ id }) => say`Write block:${id}`,
      mend: ({ id }) => `block:${id}`,
    },
  ],
  spokenLines,
);

/** What Mermaid says only when it draws, without a place. */
const noColumns = sayings([
  {
    message: /^block columns 0$/,
    line: '^\\s*columns\\s+(?<here>0+)\\s*$',
    says: () => say`There has to be one column at least; auto gives each block its own.`,
    instead: () => ['auto', '1'],
  },
]);

export const blockBreaks: readonly Finder[] = [
  comments,
  styles,
  classNames,
  bracedGroups,
  endings(['block', 'group', 'subgraph']),
  foreign,
  groups,
  noColumns,
  edgeTexts,
  unquotedLabels(syntax),
  unclosedLabels(syntax),
  unclosedOnLine(['"']),
  arrows,
  slips([
    {
      line: /\bspace(?<here>:)\s*(?=\D|$)/du,
      message: say`The colon after ‘space’ is followed by a number: space:2 leaves two places empty.`,
      title: say`Leave one place empty`,
      mend: ' ',
    },
    {
      line: /[\w\])}](?<mend>\s*(?<here>[<ox]?(?:--+[-xo>]|==+[=xo>]|-\.+-[xo>]?)))$/d,
      message: say`The arrow leads nowhere: a block is missing after it.`,
      title: say`Remove the arrow`,
      mend: '',
    },
  ]),
  misspelt(keywordsOf(blockWords)),
  compounds({ opens: /^\s*(?<here>block)(?::\S.*|\s*)$/d, closes: /^\s*(?<here>end)\s*$/d, closer: 'end' }),
];
