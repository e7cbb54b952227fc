import { architecture } from './architecture';
import { block } from './block';
import { c4 } from './c4';
import { classDiagram } from './class';
import { comments } from './comments';
import { er } from './er';
import { flowchart } from './flowchart';
import { brokenFrontMatter, unclosedFrontMatter } from './front-matter';
import { gantt } from './gantt';
import { gitGraph } from './git-graph';
import { misspeltHeader, unknownDiagram } from './header';
import { journey } from './journey';
import { mindmap } from './mindmap';
import { packet } from './packet';
import { pie } from './pie';
import { quadrant } from './quadrant';
import { radar } from './radar';
import { requirement } from './requirement';
import { sankey } from './sankey';
import { sequence } from './sequence';
import { cynefin, eventModeling, railroad, useCase, venn, wardley } from './small-types';
import { state } from './state';
import type { Break, Finder, Suspect, Suspicion } from './suspect';
import { timeline } from './timeline';
import { treemap } from './treemap';
import { xychart } from './xychart';

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
