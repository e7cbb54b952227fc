import { comments } from './breaks/comments';
import { brokenFrontMatter, unclosedFrontMatter } from './breaks/front-matter';
import type { Break, Finder, Suspect, Suspicion } from './breaks/suspect';
import { architecture } from './languages/architecture/architecture-breaks';
import { block } from './languages/block/block-breaks';
import { c4 } from './languages/c4/c4-breaks';
import { classDiagram } from './languages/class/class-breaks';
import { cynefin } from './languages/cynefin';
import { er } from './languages/er/er-breaks';
import { eventModeling } from './languages/eventmodeling';
import { flowchart } from './languages/flowchart/flowchart-breaks';
import { gantt } from './languages/gantt/gantt-breaks';
import { gitGraph } from './languages/gitgraph/gitgraph-breaks';
import { journey } from './languages/journey';
import { mindmap } from './languages/mindmap/mindmap-breaks';
import { packet } from './languages/packet';
import { pie } from './languages/pie';
import { quadrant } from './languages/quadrant';
import { radar } from './languages/radar/radar-breaks';
import { railroad } from './languages/railroad';
import { requirement } from './languages/requirement/requirement-breaks';
import { sankey } from './languages/sankey/sankey-breaks';
import { sequence } from './languages/sequence/sequence-breaks';
import { state } from './languages/state/state-breaks';
import { timeline } from './languages/timeline';
import { treemap } from './languages/treemap';
import { useCase } from './languages/usecase';
import { venn } from './languages/venn';
import { wardley } from './languages/wardley';
import { xychart } from './languages/xychart';
import { misspeltHeader, unknownDiagram } from './unknown-diagram';

const finders: Readonly<Record<string, readonly Finder[]>> = {
  '---': [unclosedFrontMatter],
  'flowchart-v2': flowchart,
  'flowchart-elk': flowchart,
  swimlane: flowchart,
  agentflow: flowchart,
  sequence,
  classDiagram,
  stateDiagram: state,
  er,
  gantt,
  pie,
  gitGraph,
  mindmap,
  kanban: mindmap,
  timeline,
  journey,
  quadrantChart: quadrant,
  xychart,
  sankey,
  block,
  packet,
  architecture,
  radar,
  treemap,
  treeView: treemap,
  requirement,
  c4,
  venn,
  wardley,
  usecase: useCase,
  railroad,
  railroadEbnf: railroad,
  railroadAbnf: railroad,
  railroadPeg: railroad,
  cynefin,
  eventmodeling: eventModeling,
};

/** All suspects of a break, the likeliest first. */
export function* suspects(broken: Break): Iterable<Suspicion> {
  const { verdict } = broken;
  if (verdict.token?.name === 'YAML') yield* brokenFrontMatter(broken);
  else if (verdict.type === undefined) yield* unknownDiagram(broken);
  else {
    yield* misspeltHeader(broken);
    for (const find of finders[verdict.type] ?? [comments]) yield* find(broken);
  }
}

/** The token that Mermaid would not take, where nothing better is known. */
export function unexpected({ text, lines, verdict, at }: Break): Suspect {
  const token = verdict.token;
  const read = token ? text.slice(token.start, token.end) : '';
  const word = read.trim();
  if (token && word) {
    const start = token.start + read.indexOf(word[0]!);
    return {
      code: 'mermaid.syntax',
      span: { start, end: start + word.length },
      message: `‘${word}’ cannot stand here.`,
    };
  }
  const end = text.slice(0, lines.lineEnd(lines.lineOf(at))).trimEnd().length;
  return { code: 'mermaid.syntax', span: { start: end, end }, message: 'Something is missing here.' };
}
