import type { ConceptEdge, ConceptPlace } from '../core/map/concept-graph';
import type { ConceptPath } from '../core/map/find-path';

/** A way through the map as a list to read: each concept with its places, and under it how it leads on. */
export function pathText(
  { graph: { nodes, edges }, alongArrows }: ConceptPath,
  pathOf: (uri: string) => string,
): string {
  const place = ({ uri, range: { start } }: ConceptPlace) => `${pathOf(uri)}:${start.line + 1}:${start.character + 1}`;
  const byEnds = new Map(edges.map((edge): [string, ConceptEdge] => [`${edge.from} ${edge.to}`, edge]));
  const lines = alongArrows ? [] : ['No arrows lead all the way; some steps go against them (←).'];
  for (const [i, node] of nodes.entries()) {
    const term = node.term === null || node.term === node.label ? '' : ` (${node.term})`;
    lines.push(`${i + 1}. ${node.label}${term}`);
    if (node.defined) lines.push(`   defined ${place(node.defined)}`);
    for (const source of node.sources) lines.push(`   drawn   ${place(source)}`);
    const next = nodes[i + 1];
    if (!next) continue;
    const along = byEnds.get(`${node.id} ${next.id}`);
    const edge = along ?? byEnds.get(`${next.id} ${node.id}`)!;
    const label = edge.labels.length > 0 ? ` ${edge.labels.join(' / ')}` : '';
    if (label !== '' || !along) lines.push(`   ${along ? '→' : '←'}${label}`);
  }
  return `${lines.join('\n')}\n`;
}
