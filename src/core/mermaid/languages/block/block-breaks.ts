import { arrowLike, badArrows, blanked } from '../../breaks/arrows';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { brokenLine } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { unquotedLabel } from '../../breaks/quoting';
import { sayings } from '../../breaks/saying';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';
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

/** What Mermaid says only when it draws, without a place. */
const noColumns = sayings([
  {
    message: /^block columns 0$/,
    line: '^\\s*columns\\s+(?<here>0+)\\s*$',
    says: () => 'There has to be one column at least; auto gives each block its own.',
    instead: () => ['auto', '1'],
  },
]);

export const blockBreaks: readonly Finder[] = [
  comments,
  noColumns,
  edgeTexts,
  unquotedLabels(syntax),
  unclosedLabels(syntax),
  unclosedOnLine(['"']),
  arrows,
  slips([
    {
      line: /\bspace(?<here>:)(?<mend>)\s*(?=\D)/du,
      message: 'A number stands behind space:.',
      title: 'Give it a number',
      mend: '2 ',
    },
  ]),
  misspelt(keywordsOf(blockWords)),
  compounds({ opens: /^\s*(?<here>block)(?::\S.*|\s*)$/d, closes: /^\s*(?<here>end)\s*$/d, closer: 'end' }),
];
