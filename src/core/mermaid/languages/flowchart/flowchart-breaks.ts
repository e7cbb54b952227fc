import { arrowLike, badArrows, blanked } from '../../breaks/arrows';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { endings } from '../../breaks/endings';
import { brokenLine } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { nearest } from '../../breaks/nearest';
import { reservedWords } from '../../breaks/reserved-words';
import { slips } from '../../breaks/slip';
import { styles } from '../../breaks/styles';
import type { Finder } from '../../breaks/suspect';
import { titleLine } from '../../breaks/title-line';
import { nodeShapes } from '../../node-shapes';
import { keywordsOf, type Vocabulary } from '../../vocabulary';
import { braces, flowchartForeign } from './flowchart-foreign';
import { flowchartSyntax, unclosedLabels, unquotedLabels } from './flowchart-labels';
import { spacedIds } from './spaced-ids';

/** Labels, quoted texts and edge texts hold anything. */
const mask = (line: string): string =>
  blanked(
    blanked(line, /"[^"]*"|\[[^\]]*\]|\{[^}]*\}|\((?:[^()]|\([^()]*\))*\)|(?<=[-=.>ox~]\s{0,2})\|[^|]*\|/g),
    // Directives, and `--` where it opens an edge's text, are no arrows.
    /^\s*(?:style|classDef|linkStyle|click)\b.*|[<ox]?(?:--|==|-\.)(?=\s+[^-=.\s].*?(?:--+[->xo]|==+[=>xo]|\.-+[>xo]?))/g,
  );

const arrows = badArrows({
  valid: /^(?:[xo<]?--+[-xo>]|[xo<]?==+[=xo>]|[xo<]?-?\.+-[xo>]?|~~~+)$/,
  like: arrowLike,
  meant(run) {
    const left = /^(?:&lt;|[<←⇐⟵↔⇔])/.test(run);
    const head = left && !/(?:&gt;|[>»↔⇔])$/.test(run) ? '<-->' : left ? '<-->' : '-->';
    if (/[.]/.test(run)) return ['-.->', '-->'];
    if (/[=⇒⟹]/.test(run)) return ['-->', '==>'];
    if (/~/.test(run)) return ['-->', '~~~'];
    return [head, '---'];
  },
  mask,
});

/** `A <-- B` points backwards, which no flowchart arrow does: the ends change places. */
const backwards = slips([
  {
    line: /^\s*(?<mend>(?<to>[\p{L}\p{N}_]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?)\s*(?<here><--?|<==|<-\.-?|←|⇐)\s*(?<from>[\p{L}\p{N}_]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?))\s*;?$/du,
    code: 'mermaid.bad-arrow',
    message: ({ here }) => `‘${here}’ is no arrow here: an arrow points to the right.`,
    title: 'Turn the arrow round',
    mend: ({ from, to }) => `${from} --> ${to}`,
  },
]);

/** What these directives begin with is no arrow and no bracket: the word is meant for a node. */
const directiveNodes = slips([
  {
    line: /^\s*(?<here>style|linkStyle|classDef)\s*(?:[<ox]?(?:--|==|-\.)|[[({>])/du,
    code: 'mermaid.reserved-word',
    message: ({ here }) => `‘${here}’ is a word of the language and cannot be an id.`,
    title: ({ here }) => `Rename it to ${capital(here!)}`,
    mend: ({ here }) => capital(here!),
  },
]);

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

const ownSlips = slips([
  {
    line: /[\p{L}\p{N}_]\s*[[({]+(?<here>"\s*"|)[\])}]+/du,
    message: 'A label may not be empty.',
    title: 'Leave a space for a label',
    mend: '" "',
    safe: true,
  },
  {
    line: /(?:--+>|==+>|-\.+->)\|[^|]*\|(?<here>-*>)/du,
    message: 'Behind the words of an arrow stands its node; this is too much.',
    title: ({ here }) => `Remove ${here}`,
    mend: '',
    safe: true,
  },
  {
    line: /^\s*(?:flowchart|graph)\s+(?:TB|TD|BT|LR|RL)(?<mend>[ \t]+)(?<here>[^\s;%]\S*)/du,
    message: 'Behind the direction the line ends: the first node stands on a line of its own.',
    title: 'Begin a new line',
    mend: '\n  ',
    safe: true,
  },
  {
    line: /^\s*click\s+\S+\s+(?:href\s+)?(?<here>(?:https?:\/\/|\.{0,2}\/)[^\s"]+)/du,
    message: 'The address of a link stands in quotes.',
    title: 'Put the address in quotes',
    mend: ({ here }) => `"${here}"`,
    safe: true,
  },
  {
    line: /^\s*style\s+[\p{L}\p{N}_]+(?<mend>\s*(?<here>&)\s*(?<node>[\p{L}\p{N}_]+)\s+(?<style>\S.*))$/du,
    message: 'style takes one node: each has a line of its own.',
    title: 'Give each a line',
    mend: ({ node, style }) => ` ${style}\n  style ${node} ${style}`,
    safe: true,
  },
  {
    line: /(?<mend>(?<here>--[ox])-+>)/du,
    message: ({ here }) => `An arrow ends in one sign: ${here}, or -->.`,
    title: ({ here }) => `Write ${here}`,
    mend: ({ here }) => here!,
  },
  {
    line: /^\s*(?<here>note)\s+(?:left|right|over)\b/diu,
    message: 'A flowchart has no notes. Make it a node, or a comment.',
    title: 'Make it a comment',
    mend: ({ here }) => `%% ${here}`,
  },
  {
    line: /(?:^\s*|[>\-=|&]\s*)(?<here>\p{Extended_Pictographic}\uFE0F?)(?=\s|$)/du,
    message: 'An emoji is no id of a node. Give the node an id, and the emoji as its label.',
    title: 'Make it a label',
    mend: ({ here }) => `e${here!.codePointAt(0)!.toString(16)}["${here}"]`,
  },
  {
    line: /^\s*(?:flowchart|graph|flowchart-elk|swimlane-beta)\s+(?<here>[a-z]{2,12})(?=\s*(?:;|$))/diu,
    message: ({ here }) => `‘${here}’ is no direction; directions are TB, TD, BT, LR and RL.`,
    title: ({ here }) => `Write ${direction(here!)}`,
    mend: ({ here }) => (direction(here!) === here ? undefined : direction(here!)),
  },
  {
    line: /^\s*direction\s+(?<here>[a-z]{1,2})\b/diu,
    message: ({ here }) => `‘${here}’ is no direction; directions are TB, TD, BT, LR and RL.`,
    title: ({ here }) => `Write ${direction(here!)}`,
    mend: ({ here }) => (direction(here!) === here ? undefined : direction(here!)),
  },
  {
    line: /[\p{L}\p{N}_\])}](?<mend>:::\s*(?<here>))(?:\s|$)/du,
    message: 'The name of a class is missing.',
    title: 'Remove :::',
    mend: '',
  },
  {
    line: /(?<mend>\s*[<ox]?(?:--+[-xo>]|==+[=xo>]|-\.+-[xo>]?)(?<here>))\s*;?$/du,
    message: 'The arrow leads nowhere.',
    title: 'Remove the arrow',
    mend: '',
  },
  {
    line: /^\s*(?<mend>(?<here>[<ox]?(?:--+[-xo>]|==+[=xo>]|-\.+-[xo>]?))\s*)/du,
    message: 'The arrow comes from nowhere.',
    title: 'Remove the arrow',
    mend: '',
  },
  {
    line: /(?<mend>\s*&\s*)(?<here>[<ox]?(?:--+[-xo>]|==+[=xo>]|-\.+-[xo>]?))/du,
    message: 'A node is missing between & and the arrow.',
    title: 'Remove &',
    mend: ' ',
  },
  {
    line: /^\s*style\s+[\w,]+(?<here>)\s*$/du,
    message: 'The style is missing.',
    title: 'Give it a style',
    mend: ' fill:#eee',
  },
  {
    line: /^\s*click\s+\S+(?<here>)\s*$/du,
    message: 'What a click does is missing.',
    title: 'Give it a link',
    mend: ' href "https://example.org"',
  },
  {
    line: /^\s*classDef\s+[\w,]+(?<here>)\s*$/du,
    message: 'The style is missing.',
    title: 'Give it a style',
    mend: ' fill:#eee',
  },
  {
    line: /^\s*class\s+[\w,]+(?<here>)\s*$/du,
    message: 'The name of the class is missing.',
    title: 'Name the class',
    mend: ' default',
  },
  {
    line: /(?:--+>|---|==+>|-\.+->)\s*[\p{L}\p{N}_]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?(?<mend>[ \t]+)(?<here>[\p{L}\p{N}_]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?)\s*(?:--|==|-\.)/du,
    message: 'Here a second statement begins: each has a line of its own.',
    title: 'Begin a new line',
    mend: '\n  ',
  },
  {
    line: /[\p{L}\p{N}_\])}"]\s+(?<here>(?<mend>)[\p{L}\p{N}_]+(?:[[({].*)?)$/du,
    message: 'An arrow is missing before this node.',
    title: 'Put --> before it',
    mend: '--> ',
  },
  {
    line: /^\s*linkStyle\s+(?<here>\d[\d,\s]*?)\s/du,
    message: ({ here }) => `There is no link ${here}: links are counted from 0 in the order of the text.`,
    title: 'Style all links',
    mend: 'default',
  },
  {
    line: /@\{.*\bshape:\s*"?(?<here>[\w-]+)/du,
    message: ({ here }) => `‘${here}’ is no shape.`,
    title: ({ here }) => `Write ${nearest(here!, nodeShapes)[0] ?? 'rect'}`,
    mend: ({ here }) => (nodeShapes.includes(here!) ? undefined : (nearest(here!, nodeShapes)[0] ?? 'rect')),
  },
  {
    line: /(?:^|[\s;&>|])(?<mend>)(?<here>[[({]{1,3})"?(?<label>[^\])}"]*)"?[\])}]{1,3}/du,
    message: 'A label needs the id of a node before it.',
    title: 'Give it an id',
    mend: ({ label }) => label!.replace(/[^\p{L}\p{N}]+/gu, '') || 'node1',
  },
]);

function direction(word: string): string {
  const upper = word.toUpperCase();
  if (['TB', 'TD', 'BT', 'LR', 'RL'].includes(upper)) return upper;
  if (upper.startsWith('L')) return 'LR';
  if (upper.startsWith('R')) return 'RL';
  return upper.startsWith('B') ? 'BT' : 'TD';
}

/** `[Start]]`: a closer more than was opened. */
const surplusClosers = slips([
  {
    line: /^\s*(?<here>[\])}]+)\s*;?$/du,
    message: ({ here }) => `This ${here} closes nothing.`,
    title: ({ here }) => `Remove ${here}`,
    mend: '',
  },
  {
    line: /[\])}](?<here>[\])}]+)/du,
    message: ({ here }) => `This ${here} closes nothing.`,
    title: ({ here }) => `Remove ${here}`,
    mend: '',
  },
]);

const shapeData: Finder = slips([
  {
    line: /@\{(?:[^"]*"[^"]*")*[^"]*(?<here>")[^"}]*(?<mend>)$/du,
    code: 'mermaid.unclosed',
    message: 'This quote is never closed.',
    title: 'Close it with " }',
    mend: '" }',
  },
  {
    line: /@(?<here>\{)[^}]*(?<mend>)$/du,
    code: 'mermaid.unclosed',
    message: 'This { is never closed.',
    title: 'Close it with }',
    mend: ' }',
  },
]);

/** `Store -->|text| Small Model`: a node is named by what it is called; an edge leads to its id. */
const labelsForIds: Finder = function* (broken) {
  const line = brokenLine(broken);
  const labelled = /(?<id>[\p{L}\p{N}_]+)(?:\[+|\(+|\{+)"?(?<label>[^[\](){}"|]+ [^[\](){}"|]+)"?[\])}]/gu;
  for (const { groups } of broken.text.matchAll(labelled)) {
    const { id, label } = groups as { id: string; label: string };
    const at = line.text.indexOf(label);
    if (at < 0 || /[\p{L}\p{N}[("{|]/u.test(line.text[at - 1] ?? '')) continue;
    const span = { start: line.start + at, end: line.start + at + label.length };
    yield {
      code: 'mermaid.syntax',
      span,
      message: `‘${label}’ is what the node ‘${id}’ is called; an arrow leads to its id.`,
      fix: { title: `Write ${id}`, safe: false, changes: [{ span, newText: id }] },
    };
  }
};

/** The finders of flowcharts, by the words of a dialect and those that open its groups. */
export const flowchartBreaks = (words: Vocabulary, groups: readonly string[]): readonly Finder[] => [
  comments,
  labelsForIds,
  styles,
  titleLine,
  endings([...groups, 'group', 'graph', 'if', 'note']),
  braces,
  flowchartForeign,
  unquotedLabels(flowchartSyntax),
  backwards,
  arrows,
  surplusClosers,
  unclosedLabels(flowchartSyntax),
  unclosedOnLine(['"']),
  compounds({
    opens: new RegExp(`^\\s*(?<here>${groups.join('|')})\\b`, 'd'),
    closes: /^\s*(?<here>end)\s*;?\s*(?:%%.*)?$/d,
    closer: 'end',
  }),
  directiveNodes,
  reservedWords(words.reserved ?? [], mask),
  shapeData,
  misspelt(keywordsOf(words)),
  spacedIds,
  ownSlips,
];
