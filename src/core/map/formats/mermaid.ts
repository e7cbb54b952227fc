import { quotedText } from '../../mermaid/label-source';
import type { ConceptGraph, ConceptNode } from '../concept-graph';
import { readsSideways } from './reads-sideways';

/** The most edges and characters that Mermaid draws with its own settings, which a diagram cannot change. */
const most = { edges: 500, characters: 50_000 };

/** A graph as a flowchart. Its ids are numbers: an author's words may be Mermaid's own. */
export function toMermaid(graph: ConceptGraph): string {
  const { nodes, edges } = graph;
  const numbers = new Map(nodes.map(({ id }, i) => [id, `n${i + 1}`]));
  const lines = [`flowchart ${readsSideways(graph) ? 'LR' : 'TD'}`];
  for (const node of nodes) {
    const mark = node.conflicts.length > 0 ? ':::conflict' : '';
    lines.push(`  ${numbers.get(node.id)}[${quotedText(labelOf(node))}]${mark}`);
  }
  for (const { from, to, labels } of edges) {
    const label = labels.length > 0 ? `|${quotedText(labels.join(' / '))}|` : '';
    lines.push(`  ${numbers.get(from)} -->${label} ${numbers.get(to)}`);
  }
  if (nodes.some(({ conflicts }) => conflicts.length > 0)) {
    lines.push('  classDef conflict stroke-width:3px,stroke-dasharray:6 4');
  }
  return `${lines.join('\n')}\n`;
}

/** What else the node is called against the glossary is said in its own label. */
const labelOf = ({ label, conflicts }: ConceptNode): string => [label, ...conflicts].join(' ≠ ');

/** Why Mermaid would refuse to draw a map, in a sentence; undefined where it draws it. */
export function tooLargeForMermaid({ edges }: ConceptGraph, text: string): string | undefined {
  const [size, limit] =
    edges.length > most.edges
      ? [`${edges.length} edges`, `${most.edges} edges`]
      : [`${text.length} characters`, `${most.characters} characters`];
  if (edges.length <= most.edges && text.length <= most.characters) return undefined;
  return `The map has ${size}; Mermaid draws no more than ${limit}. Ask for fewer files or for one concept's neighbourhood.`;
}
