import type { DiagramType, ReadType } from '../diagram-type';
import { agentflow } from './agentflow';
import { architecture } from './architecture/architecture';
import { block } from './block/block';
import { c4 } from './c4/c4';
import { classDiagram } from './class/class';
import { cynefin } from './cynefin';
import { er } from './er/er';
import { eventmodeling } from './eventmodeling';
import { flowchart } from './flowchart/flowchart';
import { gantt } from './gantt/gantt';
import { gitgraph } from './gitgraph/gitgraph';
import { info } from './info';
import { ishikawa } from './ishikawa';
import { journey } from './journey';
import { kanban } from './kanban';
import type { DiagramLanguage } from './language';
import { mindmap } from './mindmap/mindmap';
import { packet } from './packet';
import { pie } from './pie';
import { quadrant } from './quadrant';
import { radar } from './radar/radar';
import { railroad, railroadAbnf, railroadEbnf, railroadPeg } from './railroad';
import { requirement } from './requirement/requirement';
import { sankey } from './sankey/sankey';
import { sequence } from './sequence/sequence';
import { state } from './state/state';
import { swimlane } from './swimlane';
import { timeline } from './timeline';
import { treeView } from './tree-view';
import { treemap } from './treemap';
import { usecase } from './usecase/usecase';
import { venn } from './venn';
import { wardley } from './wardley';
import { xychart } from './xychart';
import { zenuml } from './zenuml';

const byType: { readonly [Type in DiagramType]: DiagramLanguage<Type> } = {
  flowchart,
  swimlane,
  sequence,
  class: classDiagram,
  state,
  er,
  journey,
  gantt,
  pie,
  quadrant,
  requirement,
  gitgraph,
  c4,
  mindmap,
  timeline,
  zenuml,
  sankey,
  xychart,
  block,
  packet,
  kanban,
  architecture,
  radar,
  treemap,
  treeView,
  venn,
  ishikawa,
  eventmodeling,
  wardley,
  cynefin,
  usecase,
  agentflow,
  railroad,
  'railroad-ebnf': railroadEbnf,
  'railroad-abnf': railroadAbnf,
  'railroad-peg': railroadPeg,
  info,
};

/** Every kind of diagram of Mermaid 12, the commonest first. */
export const languages: readonly DiagramLanguage[] = Object.values(byType);

const byJudged = new Map(languages.flatMap((one) => one.judged.map((name) => [name, one] as const)));
const byKeyword = new Map(languages.flatMap((one) => one.keywords.map(({ word }) => [word, one] as const)));
const inAnyCase = new Map([...byKeyword].map(([word, one]) => [word.toLowerCase(), one]));

/** The language that a keyword opens. Mermaid minds the case of most keywords; `anyCase` does not. */
export function languageOf(keyword: string, anyCase = false): DiagramLanguage | undefined {
  return byKeyword.get(keyword) ?? (anyCase ? inAnyCase.get(keyword.toLowerCase()) : undefined);
}

/** The language of a type as the scanner names it; undefined for `unknown`. */
export const languageNamed = (type: ReadType): DiagramLanguage | undefined =>
  type === 'unknown' ? undefined : byType[type];

/** The language of a type as Mermaid's verdicts name it. */
export const languageJudged = (name: string): DiagramLanguage | undefined => byJudged.get(name);
