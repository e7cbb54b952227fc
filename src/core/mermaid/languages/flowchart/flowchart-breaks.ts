import { say } from '../../../l10n/say';
import { arrowLike, badArrows, blanked } from '../../breaks/arrows';
import { braceForEnd } from '../../breaks/brace-for-end';
import { classNames } from '../../breaks/class-names';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { endings } from '../../breaks/endings';
import { brokenLine } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { reservedWords } from '../../breaks/reserved-words';
import { slips } from '../../breaks/slip';
import { styles } from '../../breaks/styles';
import type { Finder } from '../../breaks/suspect';
import { titleLine } from '../../breaks/title-line';
import { keywordsOf, type Vocabulary } from '../../vocabulary';
import { arrowTexts } from './arrow-texts';
import { colonLabels } from './colon-labels';
import { braces, flowchartForeign } from './flowchart-foreign';
import { flowchartSyntax, unclosedLabels, unquotedLabels } from './flowchart-labels';
import { flowchartSlips, sourcelessBelow } from './flowchart-slips';
import { halfTexts } from './half-texts';
import { spacedIds, spacedLabelledIds } from './spaced-ids';

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
    if (/^==+$/.test(run)) return ['==>', '-->'];
    if (/[=⇒⟹]/.test(run)) return ['-->', '==>'];
    if (/~/.test(run)) return ['-->', '~~~'];
    return [head, '---'];
  },
  mask,
});

/** `A <-- B` points backwards, which no flowchart arrow does: the ends change places. */
const backwards = slips([
  {
    line: /^\s*(?<mend>(?<to>[\p{L}\p{N}_]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?)\s*(?<here><--?|<==|<-\.-?|←|⇐)\s*(?<text>\|[^|]*\|)?\s*(?<from>[\p{L}\p{N}_]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?))\s*;?$/du,
    code: 'mermaid.bad-arrow',
    message: ({ here }) => say`‘${here}’ is no arrow here: arrows point to the right, so the two ends change places.`,
    title: say`Turn the arrow round`,
    mend: ({ from, to, text }) => `${from} -->${text ?? ''} ${to}`,
  },
]);

/** What these directives begin with is no arrow and no bracket: the word is meant for a node. */
const directiveNodes = slips([
  {
    line: /^\s*(?<here>style|linkStyle|classDef)\s*(?:[<ox]?(?:--|==|-\.)|[[({>])/du,
    code: 'mermaid.reserved-word',
    message: ({ here }) => say`‘${here}’ is a word that Mermaid keeps for itself and cannot be an id.`,
    title: ({ here }) => say`Rename it to ${capital(here!)}`,
    mend: ({ here }) => capital(here!),
  },
]);

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** `[Start]]`: a closer more than was opened. */
const surplusClosers = slips([
  {
    line: /^\s*(?<here>[\])}]+)\s*;?$/du,
    message: ({ here }) => say`This ${here} closes nothing: nothing before it is open.`,
    title: ({ here }) => say`Remove ${here}`,
    mend: '',
  },
  {
    line: /[\])}](?<here>[\])}]+)/du,
    message: ({ here }) => say`This ${here} closes nothing: nothing before it is open.`,
    title: ({ here }) => say`Remove ${here}`,
    mend: '',
  },
]);

const shapeData: Finder = slips([
  {
    line: /@\{(?:[^"]*"[^"]*")*[^"]*(?<here>")[^"}]*(?<mend>)$/du,
    code: 'mermaid.unclosed',
    message: say`This quote is never closed.`,
    title: say`Close it with " }`,
    mend: '" }',
  },
  {
    line: /@(?<here>\{)[^}]*(?<mend>)$/du,
    code: 'mermaid.unclosed',
    message: say`This { is never closed.`,
    title: say`Close it with }`,
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
      message: say`‘${label}’ is what the node ‘${id}’ is called; an arrow leads to its id.`,
      fix: { title: say`Write ${id}`, safe: false, changes: [{ span, newText: id }] },
    };
  }
};

/** The finders of flowcharts, by the words of a dialect and those that open its groups. */
export const flowchartBreaks = (words: Vocabulary, groups: readonly string[]): readonly Finder[] => [
  comments,
  labelsForIds,
  styles,
  classNames,
  titleLine,
  endings([...groups, 'group', 'graph', 'if', 'note']),
  braces,
  colonLabels,
  halfTexts,
  flowchartForeign,
  arrowTexts,
  unquotedLabels(flowchartSyntax),
  backwards,
  arrows,
  braceForEnd(groups),
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
  spacedLabelledIds,
  flowchartSlips,
  sourcelessBelow,
];
