import { say } from '../../../l10n/say';
import { directionNamed } from '../../breaks/direction-named';
import { headerStart } from '../../breaks/header-start';
import { lineAt, spokenLines } from '../../breaks/line';
import { written } from '../../breaks/placeholder';
import { slips } from '../../breaks/slip';
import type { Finder, Suspect } from '../../breaks/suspect';
import { quotedLabel } from '../../label-source';
import { pipedText, unquotedText } from './piped-text';

const edge = '(?:--+>|==+>|-\\.+->|---+|===+|-\\.+-|--[ox])';
const name = '[\\p{L}\\p{N}_]+';
const shape = '(?:\\[[^\\]]*\\]|\\([^)]*\\)|\\{[^}]*\\})?';

/** An id made of a label's words. */
const idOf = (label: string): string => label.replace(/[^\p{L}\p{N}]+/gu, '') || 'node1';

/** What people bring from PlantUML, DOT, sequence diagrams and markdown, or write as it looks. */
export const flowchartForeign = slips([
  {
    line: /^\s*(?<mend>(?<id>[\p{L}\p{N}_]+)\s*(?<here>:?=)\s*"(?<text>[^"]*)")\s*;?$/du,
    message: say`What a node is called stands in brackets behind its id: A["text"].`,
    title: say`Put the text in brackets`,
    mend: ({ id, text }) => `${id}["${text}"]`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<here>sub|group|cluster|section|package|sub-?graph|sub_graph|sub graph)\s+(?=[\p{L}"[])(?!.*(?:--|==|-\.))/diu,
    message: ({ here }) => say`A group of nodes opens with subgraph, not with ‘${here}’.`,
    title: say`Write subgraph`,
    mend: ({ here }) => (here === 'subgraph' ? undefined : 'subgraph'),
    sure: true,
  },
  {
    line: new RegExp(
      `(?<mend>(?<arrow>${edge})\\s*(?<target>${name}${shape})\\s*(?<here>:)(?!:)\\s*(?<label>"[^"]*"|[^"|:\\s][^"|]*))$`,
      'du',
    ),
    message: ({ arrow }) => say`The text of an arrow must stand between pipes after it: ${arrow}|text|.`,
    title: say`Put the text between pipes`,
    mend: ({ arrow, target, label }) => `${arrow}|${pipedText(unquotedText(label!))}| ${target}`,
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `[\\p{L}\\p{N}_\\])}]\\s*(?<mend>(?<here>\\|)(?<label>[^|]+)\\|\\s*(?<arrow>${edge}))\\s*${name}`,
      'du',
    ),
    message: say`The text between pipes must stand after the arrow.`,
    title: say`Put it after the arrow`,
    mend: ({ label, arrow }) => `${arrow}|${label}|`,
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `(?<mend>(?<arrow>${edge}|->)\\s*(?<target>${name})\\s*(?<here>\\[)\\s*label\\s*=\\s*"?(?<label>[^"\\]]*)"?[^\\]]*\\])`,
      'du',
    ),
    message: say`This is DOT. Here the text of an arrow stands between pipes after it: -->|text|.`,
    title: say`Put the text between pipes`,
    mend: ({ arrow, target, label }) => `${arrow === '->' ? '-->' : arrow}|${pipedText(label!)}| ${target}`,
    sure: true,
  },
  {
    line: new RegExp(`(?<mend>(?<arrow>${edge})\\s*(?<here>"[^"\\n]*"))\\s*(?=${name})`, 'du'),
    message: ({ arrow }) => say`The text of an arrow must stand between pipes after it: ${arrow}|text|.`,
    title: say`Put the text between pipes`,
    mend: ({ arrow, here }) => `${arrow}|${here}|`,
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(`${edge}\\s*\\|[^|]+\\|(?<here>\\|+)(?!\\s*${name}\\s*\\|)(?=\\s*${name})`, 'du'),
    message: say`One pipe closes the text of an arrow.`,
    title: ({ here }) => say`Remove ${here}`,
    mend: '',
    safe: true,
    sure: true,
  },
  {
    line: /[\p{L}\p{N}_\])}]\s*(?<mend>(?<here>[–—])\s*(?<text>[^-–—>|"[\](){}]*[^-–—>|"[\](){}\s])\s*[–—]+>)/du,
    code: 'mermaid.bad-arrow',
    message: ({ here }) => say`‘${here}’ begins no arrow: one with a text is written -- text -->.`,
    title: say`Write -- and -->`,
    mend: ({ text }) => `-- ${text!.trim()} -->`,
    sure: true,
  },
  {
    line: /--\s+(?<mend>(?<text>[^\s"|>-][^"|>]*?\s(?<here>--)\s[^"|>]*?))\s+--+>/d,
    message: say`Two dashes end the text of an arrow. Between pipes, in quotes, it may hold them: -->|"a -- b"|.`,
    title: say`Put the text in quotes`,
    mend: ({ text }) => `"${text}"`,
  },
  {
    line: new RegExp(
      `(?:\\[[^\\]]*\\]|\\([^)]*\\)|\\{[^}]*\\})(?<mend>\\s*(?<here>:)(?!:)\\s*(?<text>[^|"\\[\\](){}>-]*[^|"\\[\\](){}>\\s-])\\s*(?<arrow>${edge}))\\s*${name}`,
      'du',
    ),
    message: ({ arrow }) => say`The text of an arrow must stand between pipes after it: ${arrow}|text|.`,
    title: say`Put the text between pipes`,
    mend: ({ arrow, text }) => ` ${arrow}|${pipedText(text!)}|`,
    sure: true,
  },
  {
    line: new RegExp(
      `(?<mend>(?<arrow>${edge})\\s*(?<here>[[({])(?<text>[^[\\](){}|"]+)[\\])}]\\s+)${name}\\s*(?:[[({;]|$|${edge})`,
      'du',
    ),
    message: ({ arrow }) => say`The text of an arrow must stand between pipes after it: ${arrow}|text|.`,
    title: say`Put the text between pipes`,
    mend: ({ arrow, text }) => `${arrow}|${pipedText(text!)}| `,
    sure: true,
  },
  {
    line: /[\p{L}\p{N}_\])}](?<mend>(?<here>::)\s*)(?=\p{L}[\p{L}\p{N}_-]*\s*(?:$|;|&))/du,
    message: say`The class of a node must stand after three colons: A:::name.`,
    title: say`Write :::`,
    mend: ':::',
    sure: true,
  },
  {
    line: new RegExp(`${edge}\\s*\\|[^|]*\\|(?<here>)\\s*;?$`, 'du'),
    message: say`The node that the arrow leads to is missing.`,
    sure: true,
  },
  {
    line: /(?<mend>-\.\s*(?<label>[^\s.>|-][^.>|-]*?)\s*(?<here>--?>))/du,
    message: say`A dotted arrow with a text ends in .->.`,
    title: say`End it with .->`,
    mend: ({ label }) => `-. ${label} .->`,
    safe: true,
  },
  {
    line: /(?:^\s*|(?:--+>|---+|==+>|-\.+->|&)\s*(?:\|[^|]*\|\s*)?)(?<here>"(?<label>[^"`]+)")(?=\s*(?:$|;|&|[<ox]?[-=~.]))/du,
    message: say`A node is named by an id; a text in quotes is its label, in brackets after the id.`,
    title: ({ label }) => say`Write ${idOf(label!)}["…"]`,
    mend: ({ label }) => `${idOf(label!)}["${label}"]`,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>participant|actor)\s+(?<id>[\p{L}\p{N}_]+)(?:\s+as\s+(?<label>.+?))?)\s*$/du,
    message: ({ here }) => say`‘${here}’ belongs to a sequence diagram. Here a node is written by its id alone.`,
    title: say`Write the node alone`,
    mend: ({ id, label }) => (label ? `${id}[${quotedLabel(unquotedText(label))}]` : id!),
    sure: true,
  },
  {
    line: /^\s*(?<here>(?:else)?if)\s*\(/diu,
    message: say`This is PlantUML. In a flowchart a question is a node in braces, its answers are texts of arrows: q{Ready?} -->|yes| next.`,
    sure: true,
  },
  {
    line: /^\s*(?<here>:[^:;|]*;)\s*$/du,
    message: say`This is PlantUML. In a flowchart a step is a node with an id: step1[text].`,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>[-*+]|\d+[.)])\s+)(?=[\p{L}_])/du,
    message: say`A flowchart is no list: a line begins with a node.`,
    title: say`Remove the mark of the list`,
    mend: '',
    sure: true,
  },
  {
    line: new RegExp(`${edge}\\s+(?<mend>(?<here>${edge})\\s*)${name}`, 'du'),
    message: say`A node is missing between the two arrows.`,
    title: say`Remove one arrow`,
    mend: '',
    sure: true,
  },
  {
    line: new RegExp(
      `^(?!\\s*(?:style|class|classDef|linkStyle|click)\\b)(?=.*${edge}).*?[\\p{L}\\p{N}_\\])}](?<mend>\\s*(?<here>,)\\s*)(?=${name}\\s*(?:[[({,;]|$|${edge}))`,
      'du',
    ),
    message: say`Several nodes are joined by &, not by a comma.`,
    title: say`Write &`,
    mend: ' & ',
    safe: true,
  },
  {
    line: new RegExp(
      `(?:^\\s*|${edge}\\s*(?:\\|[^|]*\\|\\s*)?)${name}${shape}(?<mend>\\s+(?<here>and)\\s+)${name}${shape}\\s*(?=;?$|[<ox]?(?:--|==|-\\.))`,
      'du',
    ),
    message: say`Several nodes are joined by &, not by ‘and’.`,
    title: say`Write &`,
    mend: ' & ',
    sure: true,
  },
  {
    line: new RegExp(`${edge}\\s*(?:\\|[^|]*\\|\\s*)?(?<here>subgraph)\\s+[\\p{L}"]`, 'du'),
    message: say`No subgraph opens after an arrow: it has lines of its own, and the arrow leads to its id.`,
    sure: true,
  },
  {
    line: /^\s*(?:flowchart|graph|direction)\s+(?<here>(?:left|right|top|bottom|down|up|horizontal|vertical)\b[^;[({]*)$/diu,
    message: ({ here }) => say`‘${here}’ is no direction; directions are TB, TD, BT, LR and RL.`,
    title: ({ here }) => written(directionNamed(here!)),
    mend: ({ here }) => directionNamed(here!),
    sure: true,
  },
  {
    line: /^\s*(?:flowchart|graph)(?:\s+[A-Z]{2})?\s*(?<here>:)/d,
    message: say`The colon must go: the first line of a flowchart has none.`,
    title: say`Remove the colon`,
    mend: '',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*class\s+(?<mend>[\p{L}\p{N}_]+\s*,(?<here>\s+)[\p{L}\p{N}_]+(?:\s*,\s*[\p{L}\p{N}_]+)*)\s+[\p{L}\p{N}_]+/du,
    message: say`The spaces must go: names in a list follow each other as A,B.`,
    title: say`Remove the spaces`,
    mend: ({ mend }) => mend!.replace(/\s*,\s*/g, ','),
    safe: true,
    sure: true,
  },
  {
    line: /[[({]\s*"(?<here>`)[^`"]*(?:\*[^\s*"`]|\b_[^\s_"`])[^`"]*(?<mend>)"\s*[\])}]/du,
    message: say`Markdown in a label begins and ends with a backtick: this one is not closed.`,
    title: say`Close it with a backtick`,
    mend: '`',
    safe: true,
    sure: true,
  },
  {
    line: /[[({]\s*"(?<here>`+)[^`"]*"\s*[\])}]/du,
    message: say`A backtick at the beginning of a label opens markdown, which ends in a backtick too. As a sign it is written #96;.`,
    title: say`Write #96;`,
    mend: ({ here }) => '#96;'.repeat(here!.length),
    safe: true,
    sure: true,
  },
]);

/** `graph TD {` … `}` and `subgraph one {` … `}`: what DOT opens and closes by braces. */
export const braces: Finder = function* (broken) {
  const header = broken.lines.lineOf(headerStart(broken.text));
  const open: { start: number; isHeader: boolean }[] = [];
  const found: Suspect[] = [];
  for (const line of spokenLines(broken)) {
    if (line.number < header) continue;
    const opener = /^\s*(?:subgraph|graph|flowchart|digraph)\b[^"{}]*?(?<gap>\s*)\{$/.exec(line.text);
    if (opener) open.push({ start: line.end - 1 - opener.groups!.gap!.length, isHeader: line.number === header });
    else if (/^\s*\}\s*;?$/.test(line.text) && open.length > 0) {
      const { start, isHeader } = open.pop()!;
      const from = lineAt(broken, line.number).start + line.text.indexOf('}');
      const brace = broken.text.indexOf('{', start);
      found.push({
        code: 'mermaid.syntax',
        span: { start: brace, end: brace + 1 },
        message: isHeader
          ? say`A flowchart has no braces around it.`
          : say`A subgraph has no braces: the word end closes it.`,
        fix: {
          title: isHeader ? say`Remove the braces` : say`Close it with end`,
          safe: true,
          changes: [
            { span: { start, end: brace + 1 }, newText: '' },
            { span: { start: from, end: line.end }, newText: isHeader ? '' : 'end' },
          ],
        },
      });
    }
  }
  if (found.length > 0) yield found;
};
