import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { headerStart } from '../../breaks/header-start';
import { indentOf, spokenLines } from '../../breaks/line';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';
import { quotedLabel } from '../../label-source';
import { type LabelSyntax, unclosedLabels, unquotedLabels } from '../flowchart/flowchart-labels';

const syntax: LabelSyntax = {
  shapes: [
    ['((', '))'],
    ['))', '(('],
    ['{{', '}}'],
    ['(-', '-)'],
    ['-)', '(-'],
    ['[', ']'],
    ['(', ')'],
    [')', '('],
  ],
  after: /^[ \t]*(?:$|[\r\n]|@\{)/u,
  pipes: false,
  multiline: false,
};

/** The first line that is no deeper than the root: a mindmap has one root. */
const secondRoot: Finder = function* (broken) {
  if (!/only (?:be )?one root/.test(broken.verdict.message)) return;
  const header = broken.lines.lineOf(headerStart(broken.text));
  const nodes = [...spokenLines(broken)].filter(
    ({ number, text }) => number > header && !/^\s*(?:::icon|:::)/.test(text),
  );
  const root = nodes[0];
  const second = nodes.slice(1).find(({ indent }) => root && indent <= root.indent);
  if (!root || !second) return;
  const start = second.start + second.text.length - second.text.trimStart().length;
  const child = nodes[1] && nodes[1] !== second ? /^\s*/.exec(nodes[1].text)![0] : `${/^\s*/.exec(root.text)![0]}  `;
  const deeper = child.slice(0, Math.max(0, child.length));
  const moved = nodes.filter(
    ({ number }) => number >= second.number && number < endOf(nodes, second.number, root.indent),
  );
  yield {
    code: 'mermaid.syntax',
    span: { start, end: second.end },
    message: 'A mindmap has one root; this is a second one.',
    fix: {
      title: 'Put it below the root',
      safe: false,
      changes: moved.map((line) => ({
        span: { start: line.start, end: line.start },
        newText: ' '.repeat(Math.max(1, indentOf(deeper) - second.indent)),
      })),
    },
  };
};

/** The next line after `from` that is no deeper than the root. */
function endOf(nodes: readonly { number: number; indent: number }[], from: number, depth: number): number {
  return nodes.find(({ number, indent }) => number > from && indent <= depth)?.number ?? Number.MAX_SAFE_INTEGER;
}

const ownSlips = slips([
  {
    line: /::icon(?<here>\()[^)]*(?<mend>)$/du,
    code: 'mermaid.unclosed',
    message: 'This ( is never closed by ).',
    title: 'Close it with )',
    mend: ')',
  },
  {
    line: /^\s*(?<mend>[\p{L}\p{N}_]+(?<here>\()[^"()]*\)\s+[^\s@:][^"()]*)$/du,
    message: ({ here }) =>
      `‘${here}’ opens a shape, and nothing may stand behind one. A text that holds it stands in quotes.`,
    title: 'Put the whole text in quotes',
    mend: ({ mend }) => `[${quotedLabel(mend!)}]`,
    safe: true,
  },
  {
    line: /(?<mend>(?<close>[\])}]+)\s+(?<here>[^\s@:].*))$/du,
    message: 'Nothing may stand behind a shape.',
    title: 'Put it into the shape',
    mend: ({ close, here }) => ` ${here}${close}`,
  },
  {
    line: /(?<here>\(\s*\)|\[\s*\]|\{\{\s*\}\})/du,
    message: 'The shape is empty.',
    title: 'Remove it',
    mend: '',
  },
  {
    line: /@(?<here>\{)[^}]*(?<mend>)$/du,
    code: 'mermaid.unclosed',
    message: 'This { is never closed by }.',
    title: 'Close it with }',
    mend: ' }',
  },
]);

export const mindmapBreaks: readonly Finder[] = [
  comments,
  secondRoot,
  ownSlips,
  unquotedLabels(syntax),
  unclosedLabels(syntax),
  unclosedOnLine(['"']),
];
