import type { Span } from '../text/span';
import type { DiagramSymbols } from './diagram-symbols';
import { scanArchitecture } from './languages/architecture/architecture-scan';
import { scanBlock } from './languages/block/block-scan';
import { scanC4 } from './languages/c4/c4-scan';
import { scanClass } from './languages/class/class-scan';
import { scanEr } from './languages/er/er-scan';
import { scanFlowchart } from './languages/flowchart/flowchart-scan';
import { scanGantt } from './languages/gantt/gantt-scan';
import { scanGitGraph } from './languages/gitgraph/gitgraph-scan';
import { diagramTypeOf } from './languages/languages';
import { scanKanban, scanMindmap } from './languages/mindmap/mindmap-scan';
import { scanRadar } from './languages/radar/radar-scan';
import { scanRequirement } from './languages/requirement/requirement-scan';
import { scanSankey } from './languages/sankey/sankey-scan';
import { scanSequence } from './languages/sequence/sequence-scan';
import { scanState } from './languages/state/state-scan';
import { isSpace } from './scan/characters';
import { scanEntries } from './scan/entries';
import { scanIndented } from './scan/indented';
import { prepareText } from './scan/prepared-text';
import { Scan } from './scan/scan';
import type { TokenList } from './scan/token';
import { scanWords } from './scan/words';

const quadrantKeywords = 'title x-axis y-axis quadrant-1 quadrant-2 quadrant-3 quadrant-4'.split(' ');

const anyKeywords =
  'title x-axis y-axis bar line set union text component anchor evolve pipeline note participant'.split(' ');

/** A diagram's text read once: its tokens, which tile it, and its symbols. */
export interface ScannedDiagram {
  /** As in `diagramTypes`; `unknown` where no keyword opens the text. */
  readonly type: string;
  readonly header: Span;
  readonly tokens: TokenList;
  readonly symbols: DiagramSymbols;
}

/** The grammars, by diagram type. */
const grammars: Readonly<Record<string, (scan: Scan) => void>> = {
  flowchart: scanFlowchart,
  swimlane: scanFlowchart,
  sequence: scanSequence,
  class: scanClass,
  state: scanState,
  er: scanEr,
  mindmap: scanMindmap,
  kanban: scanKanban,
  gantt: scanGantt,
  gitgraph: scanGitGraph,
  block: scanBlock,
  c4: scanC4,
  architecture: scanArchitecture,
  requirement: scanRequirement,
  sankey: scanSankey,
  radar: scanRadar,
  treemap: scanIndented,
  treeView: scanIndented,
  ishikawa: scanIndented,
  pie: scanEntries('slice', ['showData', 'title']),
  packet: scanEntries('field', ['title']),
  journey: scanEntries('task', ['title']),
  timeline: scanEntries('period', ['title']),
  quadrant: scanEntries('point', quadrantKeywords),
};

/** Of the other types only words are told apart. */
const anyGrammar = scanWords(anyKeywords);

/**
 * Reads a diagram's text, broken or not, in time linear in its length. Offsets are in the text as given; nothing in it
 * makes this throw.
 */
export function scanDiagram(text: string): ScannedDiagram {
  const scan = new Scan(prepareText(text));
  scan.takeSpace();
  const header = takeHeader(scan);
  const type = diagramTypeOf(scan.slice(header), true)?.type ?? 'unknown';
  if (type !== 'unknown') (grammars[type] ?? anyGrammar)(scan);
  scan.take('unknown', scan.end);
  return { type, header, tokens: scan.tokens, symbols: scan.symbols.build(type, header, scan.end) };
}

/** What the diagram declares and where it is used. */
export function symbolsOf(text: string): DiagramSymbols {
  return scanDiagram(text).symbols;
}

/** The first word, up to a blank or a sign that no keyword holds. */
function takeHeader(scan: Scan): Span {
  let end = scan.at;
  while (end < scan.end && !isSpace(scan.code(end)) && scan.code(end) !== 59 && scan.code(end) !== 58) end++;
  const known = diagramTypeOf(scan.text.slice(scan.at, end), true) !== undefined;
  return known ? scan.takeSpan('header', end) : { start: scan.at, end: scan.at };
}
