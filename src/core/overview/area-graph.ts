import { getOrSet } from '../get-or-set';
import type { ConceptNode } from '../map/concept-graph';
import { quotedText } from '../mermaid/label-source';
import { plainLabel } from '../text/plain-label';
import type { Area } from './areas';
import type { OverviewSource } from './overview-source';

interface Relation {
  readonly from: Area;
  readonly to: Area;
  readonly labels: string[];
  count: number;
}

/** How many labels an arrow carries before it only counts the rest. */
const mostLabels = 2;

/**
 * How the areas hang together, as Mermaid: an arrow stands where a diagram leads from a concept of one area to one of
 * another, with the author's own labels. A concept is at home in the area that is called after it, else where it is first
 * drawn. Undefined where no arrow leads across.
 * @param most the areas that are drawn: those with the most arrows
 */
export function areaGraph({ graph }: OverviewSource, areas: readonly Area[], most = 12): string | undefined {
  const homeOf = homes(areas);
  const home = new Map(graph.nodes.map((node) => [node.id, homeOf(node)]));
  const relations = new Map<string, Relation>();
  const number = new Map(areas.map((area, i) => [area, i]));
  for (const edge of graph.edges) {
    const [from, to] = [home.get(edge.from), home.get(edge.to)];
    if (!from || !to || from === to) continue;
    const relation = getOrSet(relations, `${number.get(from)} ${number.get(to)}`, () => ({
      from,
      to,
      labels: [],
      count: 0,
    }));
    for (const label of edge.labels) if (!relation.labels.includes(label)) relation.labels.push(label);
    relation.count++;
  }
  if (relations.size === 0) return undefined;
  const arrows = new Map<Area, number>();
  for (const { from, to, count } of relations.values())
    for (const area of [from, to]) arrows.set(area, (arrows.get(area) ?? 0) + count);
  const drawn = new Set([...arrows.keys()].sort((a, b) => arrows.get(b)! - arrows.get(a)!).slice(0, most));
  const ids = new Map(areas.filter((area) => drawn.has(area)).map((area, i) => [area, `a${i + 1}`]));
  const lines = ['flowchart LR'];
  for (const [area, id] of ids) lines.push(`    ${id}[${quotedText(titleOf(area))}]`);
  for (const { from, to, labels } of relations.values()) {
    const [start, end] = [ids.get(from), ids.get(to)];
    if (!start || !end) continue;
    const more = labels.length > mostLabels ? ` +${labels.length - mostLabels}` : '';
    const label = labels.length > 0 ? `|${quotedText(labels.slice(0, mostLabels).join(' / ') + more)}|` : '';
    lines.push(`    ${start} -->${label} ${end}`);
  }
  return lines.join('\n');
}

function homes(areas: readonly Area[]): (node: ConceptNode) => Area | undefined {
  const called = new Map<string, Area>();
  for (const area of areas)
    for (const name of [area.name, area.acronym ?? ''])
      if (name !== '' && !called.has(plainLabel(name))) called.set(plainLabel(name), area);
  const byUri = new Map<string, Area[]>();
  for (const area of areas) getOrSet(byUri, area.file.uri, () => []).push(area);
  return ({ names, sources: [first] }) => {
    const named = names.find((name) => called.has(name));
    if (named !== undefined) return called.get(named);
    return (
      first &&
      byUri
        .get(first.uri)
        ?.find(({ line, lastLine }) => first.range.start.line >= line && first.range.start.line <= lastLine)
    );
  };
}

/** An area as it is shown: its emoji, its name, its acronym. */
export const titleOf = ({ emoji, name, acronym }: Pick<Area, 'emoji' | 'name' | 'acronym'>): string =>
  [emoji, name, acronym && acronym !== name ? `(${acronym})` : null].filter(Boolean).join(' ');
