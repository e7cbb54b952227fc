import { quotedText } from '../mermaid/label-source';
import { isRenamed, type PlacedDiagram, pairParts } from './diagram-parts';

/** Two states of a diagram in one picture. */
export interface ComparedDiagram {
  /** A flowchart in Mermaid's words, whatever kind the diagram is of. */
  readonly text: string;
  /** How many nodes and edges differ. */
  readonly changes: number;
}

/** What became of a node or an edge, each told by a word, a pattern and a colour: any one of them is enough. */
const kinds = {
  added: { word: 'new', style: 'stroke:#2e9e44,stroke-width:4px' },
  removed: { word: 'gone', style: 'stroke:#d1493f,stroke-width:2px,stroke-dasharray:8 5' },
  renamed: { word: '', style: 'stroke:#b7791f,stroke-width:3px,stroke-dasharray:2 3' },
} as const;
type Kind = keyof typeof kinds;

/** Draws what a diagram is, together with what it was before. */
export function comparedDiagram(before: PlacedDiagram, after: PlacedDiagram): ComparedDiagram {
  const { nodes, edges, later } = pairParts(before, after);
  const numbers = new Map<string, string>();
  const lines: string[] = [];
  const used = new Set<Kind>();
  let changes = 0;
  const marked = (name: string, kind: Kind | undefined): string => {
    if (!kind) return name;
    used.add(kind);
    changes++;
    return [kinds[kind].word, name].filter(Boolean).join(': ');
  };
  const addNode = (id: string, name: string, kind: Kind | undefined): void => {
    const number = `n${numbers.size + 1}`;
    numbers.set(id, number);
    lines.push(`  ${number}[${quotedText(marked(name, kind))}]${kind ? `:::${kind}` : ''}`);
  };
  for (const [was, { node, name }] of nodes.pairs) {
    const renamed = isRenamed(was.name, name);
    addNode(node.id, renamed ? `${was.name} → ${name}` : name, renamed ? 'renamed' : undefined);
  }
  for (const { node, name } of nodes.added) addNode(node.id, name, 'added');
  for (const { node, name } of nodes.removed) addNode(`removed ${node.id}`, name, 'removed');

  const styles = new Map<Kind, number[]>();
  let count = 0;
  const addEdge = (from: string, to: string, label: string, kind: Kind | undefined): void => {
    const [start, end] = [numbers.get(from), numbers.get(to)];
    // An end that is no node, such as a state's start, is not drawn.
    if (!start || !end) return;
    const words = marked(label, kind);
    lines.push(`  ${start} -->${words === '' ? '' : `|${quotedText(words)}|`} ${end}`);
    if (kind) styles.set(kind, [...(styles.get(kind) ?? []), count]);
    count++;
  };
  for (const [was, { edge, label }] of edges.pairs) {
    const changed = isRenamed(was.label, label);
    addEdge(
      edge.from,
      edge.to,
      changed ? `${was.label || 'nothing'} → ${label || 'nothing'}` : label,
      changed ? 'renamed' : undefined,
    );
  }
  for (const { edge, label } of edges.added) addEdge(edge.from, edge.to, label, 'added');
  const idOf = (id: string): string => later.get(id) ?? `removed ${id}`;
  for (const { edge, label } of edges.removed) addEdge(idOf(edge.from), idOf(edge.to), label, 'removed');

  for (const kind of used) lines.push(`  classDef ${kind} ${kinds[kind].style}`);
  for (const [kind, indices] of styles) lines.push(`  linkStyle ${indices.join(',')} ${kinds[kind].style}`);
  return { text: `flowchart TD\n${lines.join('\n')}\n`, changes };
}
