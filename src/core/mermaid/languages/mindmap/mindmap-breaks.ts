import { say } from '../../../l10n/say';
import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { headerStart } from '../../breaks/header-start';
import { type Line, spokenLines } from '../../breaks/line';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';
import { quotedLabel } from '../../label-source';
import { type LabelSyntax, unclosedLabels, unquotedLabels } from '../flowchart/flowchart-labels';
import { openLines } from './open-lines';

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
  const second = nodes.slice(1).find((node) => root && columns(node) <= columns(root));
  if (!root || !second) return;
  const start = second.start + second.text.length - second.text.trimStart().length;
  if (second.text.slice(0, start - second.start).includes('\t')) {
    const width = ' '.repeat(columns(root) + 2);
    yield {
      code: 'mermaid.syntax',
      span: { start, end: second.end },
      message: say`A tab counts as one column, so that this line is no deeper than the root: it reads as a second root.`,
      fix: {
        title: say`Write spaces for the tabs`,
        safe: true,
        changes: nodes.flatMap((node) => {
          const margin = /^\s*/.exec(node.text)![0];
          if (!margin.includes('\t')) return [];
          return {
            span: { start: node.start, end: node.start + margin.length },
            newText: margin.replaceAll('\t', width),
          };
        }),
      },
    };
    return;
  }
  const child = nodes[1] && nodes[1] !== second ? /^\s*/.exec(nodes[1].text)![0] : `${/^\s*/.exec(root.text)![0]}  `;
  const deeper = child.slice(0, Math.max(0, child.length));
  const moved = nodes.filter(
    ({ number }) => number >= second.number && number < endOf(nodes, second.number, columns(root)),
  );
  yield {
    code: 'mermaid.syntax',
    span: { start, end: second.end },
    message: say`A mindmap has one root; this line, no deeper than it, is a second one. Deeper, it becomes a branch.`,
    fix: {
      title: say`Put it below the root`,
      safe: false,
      changes: moved.map((line) => ({
        span: { start: line.start, end: line.start },
        newText: ' '.repeat(Math.max(1, deeper.length - columns(second))),
      })),
    },
  };
};

/** The next line after `from` that is no deeper than the root. */
function endOf(nodes: readonly Line[], from: number, depth: number): number {
  return nodes.find((node) => node.number > from && columns(node) <= depth)?.number ?? Number.MAX_SAFE_INTEGER;
}

/** As Mermaid counts here: each sign of white space is a column, a tab too. */
const columns = ({ text }: Line): number => text.length - text.trimStart().length;

const closerOf = (sign: string): string => ({ '[': ']', '(': ')', '{': '}' })[sign] ?? sign;

const ownSlips = slips([
  {
    line: /::icon(?<here>\()[^)]*(?<mend>)$/du,
    code: 'mermaid.unclosed',
    message: say`This ( is never closed by ).`,
    title: say`Close it with )`,
    mend: ')',
  },
  {
    line: /^\s*(?<mend>(?<here>")(?<words>[^"]*)")$/du,
    message: say`A text in quotes must stand in a shape: ["text"].`,
    title: say`Put it in brackets`,
    mend: ({ words }) => `["${words}"]`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<here>[[(]+)[^[\](){}"]*(?<mend>)$/du,
    code: 'mermaid.unclosed',
    message: ({ here }) => say`This ${here} is never closed.`,
    title: say`Close it`,
    mend: ({ here }) =>
      [...here!]
        .reverse()
        .map((sign) => (sign === '[' ? ']' : ')'))
        .join(''),
  },
  {
    line: /^\s*(?<mend>[\p{L}\p{N}_][^[\](){}"]*\s(?<here>[[({])[^[\](){}"]*)$/du,
    code: 'mermaid.unclosed',
    message: ({ here }) => say`This ${here} is never closed.`,
    title: ({ here }) => say`Close it with ${closerOf(here!)}, the text in quotes`,
    mend: ({ mend, here }) => `[${quotedLabel(mend! + closerOf(here!))}]`,
  },
  {
    line: /^\s*(?<mend>[\p{L}\p{N}_][^[\](){}"]*\s(?<here>[[({]+)[^[\](){}"]*[\])}]+\s+[^\s@:].*)$/du,
    message: ({ here }) =>
      say`‘${here}’ opens a shape, and nothing may stand after one. A text that holds it stands in quotes.`,
    title: say`Put the whole text in quotes`,
    mend: ({ mend }) => `[${quotedLabel(mend!)}]`,
    safe: true,
  },
  {
    line: /^\s*(?<mend>[\p{L}\p{N}_][^[\](){}"@]*(?<here>\{)(?!\{)[^{}"]*\})$/du,
    message: ({ here }) => say`‘${here}’ opens no shape here. A text that holds it stands in quotes.`,
    title: say`Put the whole text in quotes`,
    mend: ({ mend }) => `[${quotedLabel(mend!)}]`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*\[(?<here>[^[\]"]*[({][^[\]"]*)\]\s*(?:@\{.*)?$/du,
    code: 'mermaid.unquoted-label',
    message: ({ here }) =>
      say`A label that holds ${[...new Set(here!.match(/[(){}]/g))].join(' ')} must stand in quotes.`,
    title: say`Put the label in quotes`,
    mend: ({ here }) => quotedLabel(here!),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<mend>[\p{L}\p{N}_]+(?<here>\()[^"()]*\)\s+[^\s@:][^"()]*)$/du,
    message: ({ here }) =>
      say`‘${here}’ opens a shape, and nothing may stand after one. A text that holds it stands in quotes.`,
    title: say`Put the whole text in quotes`,
    mend: ({ mend }) => `[${quotedLabel(mend!)}]`,
    safe: true,
  },
  {
    line: /^(?<margin>\s*)[\p{L}\p{N}_]*[[({)][^:]*[\])}(](?<mend>\s*(?<here>:::\s*(?<names>[\p{L}\p{N}_-]+(?:\s+[\p{L}\p{N}_-]+)*)))$/du,
    message: ({ names }) => say`Style classes stand on a line of their own below the node: :::${names}.`,
    title: say`Begin a new line`,
    mend: ({ margin, names }) => `\n${margin}:::${names}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*[\p{L}\p{N}_]*(?<open>\[)[^[\](){}"]*(?<mend>(?<here>\))(?<rest>\s+[^\s@:][^[\](){}"]*)?)$/du,
    message: say`What ${'['} opens is closed by ${']'}, not by ${')'}.`,
    title: say`Close it with ${']'}`,
    mend: ({ rest }) => `${rest ?? ''}]`,
  },
  {
    line: /^\s*[\p{L}\p{N}_]*\[(?<here>[^[\]"]*\[[^[\]"]*\][^[\]"]*|[^[\]"]*\][^[\]"]+)\]\s*(?:@\{.*)?$/du,
    code: 'mermaid.unquoted-label',
    message: ({ here }) =>
      say`A label that holds ${[...new Set(here!.match(/[[\](){}]/g))].join(' ')} must stand in quotes.`,
    title: say`Put the label in quotes`,
    mend: ({ here }) => quotedLabel(here!),
    safe: true,
    sure: true,
  },
  {
    line: /(?<=[[({].*)(?<mend>(?<close>[\])}]+)\s+(?<here>[^\s@:].*))$/du,
    message: say`Nothing may stand after a shape: the text belongs inside.`,
    title: say`Put it into the shape`,
    mend: ({ close, here }) => ` ${here}${close}`,
  },
  {
    line: /(?<here>\(\s*\)|\[\s*\]|\{\{\s*\}\})/du,
    message: say`The shape is empty: a text must stand in it.`,
    title: say`Remove it`,
    mend: '',
  },
  {
    line: /@(?<here>\{)[^}]*(?<mend>)$/du,
    code: 'mermaid.unclosed',
    message: say`This { is never closed by }.`,
    title: say`Close it with }`,
    mend: ' }',
  },
]);

export const mindmapBreaks: readonly Finder[] = [
  comments,
  secondRoot,
  openLines,
  ownSlips,
  unquotedLabels(syntax),
  unclosedLabels(syntax),
  unclosedOnLine(['"']),
];
