import type { Span } from '../text/span';
import { blanked } from './breaks/arrows';
import { headerStart } from './breaks/header-start';
import { lineAt } from './breaks/line';
import type { DiagramProblem } from './diagram-problem';
import { bodyLines, type Taken } from './doubts/doubt';

/**
 * The versions that brought diagram types, by the word that opens them: from Mermaid's release notes and the tags that
 * first hold each detector. What is older than 10.1 is left out: nobody publishes to less than 10.
 */
const keywordsSince: Readonly<Record<string, string>> = {
  quadrantChart: '10.2',
  'sankey-beta': '10.3',
  'xychart-beta': '10.6',
  'block-beta': '10.8',
  'packet-beta': '11.0',
  'architecture-beta': '11.1',
  architecture: '11.1',
  kanban: '11.4',
  'radar-beta': '11.6',
  'treemap-beta': '11.8',
  treemap: '11.8',
  packet: '11.9',
  block: '11.10',
  sankey: '11.10',
  xychart: '11.10',
  'venn-beta': '11.13',
  'ishikawa-beta': '11.13',
  ishikawa: '11.13',
  'wardley-beta': '11.14',
  'treeView-beta': '11.14',
  eventmodeling: '11.15',
  'cynefin-beta': '11.16',
  'swimlane-beta': '11.16',
  'railroad-beta': '11.16',
  'railroad-ebnf-beta': '11.16',
  'railroad-abnf-beta': '11.16',
  'railroad-peg-beta': '11.16',
  'usecase-beta': '12.0',
  'agentflow-beta': '12.0',
};

interface Novelty {
  readonly since: string;
  readonly what: string;
  /** Finds it on a line; the group `here` is marked. Flag `d`. */
  readonly line: RegExp;
}

/** Syntax that came later than its diagram type. */
const syntax: Readonly<Record<string, readonly Novelty[]>> = {
  flowchart: [
    { since: '11.3', what: 'Shapes by name', line: /(?<here>@\{)[^}]*\b(?:shape|icon|img)\s*:/d },
    { since: '11.10', what: 'A curve of a single edge', line: /@\{[^}]*\b(?<here>curve)\s*:/d },
    { since: '11.5', what: 'Animated edges', line: /@\{[^}]*\b(?<here>animat(?:e|ion))\s*:/d },
    { since: '11.5', what: 'An id of an edge', line: /(?:^|\s)(?<here>[\w-]+@)(?=[<ox]?(?:--|==|-\.))/d },
    { since: '11.15', what: 'The shape datastore', line: /\bshape\s*:\s*"?(?<here>data-?store)\b/d },
    { since: '10.1', what: 'Markdown in a label', line: /(?<here>"`)/d },
  ],
  sequence: [
    { since: '11.0', what: 'An arrow to both sides', line: /(?<here><<--?>>)/d },
    { since: '11.13', what: 'A half arrow', line: /(?<here>--?(?:\|[\\/]|\\\\|\/\/)|(?:[\\/]\||\\\\|\/\/)--?)/d },
    { since: '11.11', what: 'A type of participant', line: /^\s*(?:participant|actor)\s+[^@\n]+(?<here>@\{)/di },
    { since: '10.3', what: 'Creating an actor', line: /^\s*(?<here>create)\s+(?:participant|actor)\b/di },
    { since: '10.3', what: 'Destroying an actor', line: /^\s*(?<here>destroy)\s+\S/di },
    { since: '10.2', what: 'par_over', line: /^\s*(?<here>par_over)\b/di },
    { since: '11.15', what: 'Decimals in autonumber', line: /^\s*autonumber\b.*?(?<here>\d*\.\d+)/di },
    { since: '11.7', what: 'A message that says nothing', line: /--?>>?\s*[+-]?[^:]+(?<here>:)\s*$/d },
  ],
  class: [
    { since: '10.2', what: 'A namespace', line: /^\s*(?<here>namespace)\b/d },
    { since: '11.4', what: 'classDef in a class diagram', line: /^\s*(?<here>classDef)\b/d },
  ],
  state: [{ since: '11.7', what: 'click in a state diagram', line: /^\s*(?<here>click)\b/d }],
  er: [
    { since: '11.5', what: 'A direction of an ER diagram', line: /^\s*(?<here>direction)\s+(?:TB|BT|LR|RL)\b/d },
    { since: '11.5', what: 'Styles in an ER diagram', line: /^\s*(?<here>classDef|style|class)\s+\S+\s+\S/d },
    { since: '11.5', what: 'A style class of an entity', line: /\w(?<here>:::)\w/d },
    { since: '10.5', what: 'An alias of an entity', line: /^\s*[\w-]+(?<here>\[)[^\]]+\]\s*\{?\s*$/d },
    { since: '11.16', what: 'An optional type', line: /^\s*\w+(?<here>\?)\s+\w/d },
  ],
  requirement: [
    {
      since: '11.5',
      what: 'A direction of a requirement diagram',
      line: /^\s*(?<here>direction)\s+(?:TB|BT|LR|RL)\b/d,
    },
    { since: '11.5', what: 'Styles in a requirement diagram', line: /^\s*(?<here>classDef|style)\s+\S/d },
  ],
  gantt: [
    { since: '10.9', what: 'until', line: /[:,]\s*(?<here>until)\s/d },
    { since: '11.7', what: 'A vertical line', line: /[:,]\s*(?<here>vert)\s*,/d },
  ],
  gitgraph: [
    { since: '11.0', what: 'A graph from the bottom up', line: /^\s*gitGraph\s+(?<here>BT)\s*:/d },
    { since: '10.3', what: 'A direction of a git graph', line: /^\s*gitGraph\s+(?<here>LR|TB)\s*:/d },
  ],
  packet: [{ since: '11.7', what: 'A field by its length', line: /^\s*(?<here>\+\d+)\s*:/d }],
  timeline: [{ since: '11.14', what: 'A direction of a timeline', line: /^\s*timeline\s+(?<here>LR|TD)\b/d }],
  architecture: [{ since: '11.16', what: 'align', line: /^\s*(?<here>align)\s+(?:row|column)\b/d }],
};

/**
 * What the Mermaid of the author's host does not know yet.
 * @param target its version, whole or in part: `10`, `11.4`, `11.4.1`; a part left out is the latest there is
 */
export function newerThan({ target, ...diagram }: Taken & { readonly target: string }): DiagramProblem[] {
  const found: DiagramProblem[] = [];
  const mark = (span: Span, what: string, since: string, fixes: DiagramProblem['fixes'] = []) =>
    found.push({
      code: 'mermaid.newer',
      span,
      message: `${what} came with Mermaid ${since}; the target is ${target}.`,
      fixes,
    });
  const start = headerStart(diagram.text);
  const [keyword] = /^[\w-]*/.exec(diagram.text.slice(start))!;
  const since = keywordsSince[keyword];
  if (since && isNewer(since, target)) {
    const span = { start, end: start + keyword.length };
    const older = keywordsSince[`${keyword}-beta`];
    const fix = { title: `Write ${keyword}-beta`, safe: false, changes: [{ span, newText: `${keyword}-beta` }] };
    mark(span, `‘${keyword}’`, since, older && !isNewer(older, target) ? [fix] : []);
  }
  for (const line of bodyLines(diagram)) {
    // What stands in quotes is text, but for the quotes that open markdown.
    const text = blanked(lineAt(diagram, line.number).text, /(?<=")(?!`)[^"]*(?=")/g);
    for (const novelty of syntax[diagram.type] ?? []) {
      const match = isNewer(novelty.since, target) && novelty.line.exec(text);
      if (!match) continue;
      const [from, to] = match.indices!.groups!.here!;
      mark({ start: line.start + from, end: line.start + to }, novelty.what, novelty.since);
    }
  }
  return found;
}

function isNewer(version: string, target: string): boolean {
  const wanted = version.split('.').map(Number);
  const had = target.replace(/^v/, '').split('.').map(Number);
  for (const [i, part] of wanted.entries()) {
    const limit = had[i] ?? Number.POSITIVE_INFINITY;
    if (part !== limit) return part > limit;
  }
  return false;
}
