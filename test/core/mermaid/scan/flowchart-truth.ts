import { symbolsOf } from '../../../../src/core/mermaid/scan/scan-diagram';
import type { ParsedDiagram } from '../../../support/mermaid-database';

/** What a flowchart says, in a form that our symbols and Mermaid's database both can be brought to. */
export interface FlowchartTruth {
  readonly nodes: Readonly<Record<string, string>>;
  readonly edges: readonly string[];
  readonly subgraphs: readonly string[];
  readonly classes: readonly string[];
}

interface Vertex {
  readonly id: string;
  readonly text?: string;
}

export function truthOfDatabase({ db }: ParsedDiagram): FlowchartTruth {
  const vertices: Vertex[] = [...db.getVertices().values()];
  const edges: { start: string; end: string; text?: string }[] = db.getEdges();
  const subgraphs: { id: string; title: string }[] = db.getSubGraphs();
  return {
    nodes: Object.fromEntries(vertices.map(({ id, text }) => [id, canonical(String(text ?? ''))])),
    edges: edges.map(({ start, end, text }) => `${start} → ${end}: ${canonical(text ?? '')}`),
    subgraphs: distinct(subgraphs.map(({ id, title }) => (/^subGraph\d+$/.test(id) ? canonical(title) : id))),
    classes: [...db.getClasses().keys()].filter(Boolean).sort(),
  };
}

export function truthOfSymbols(text: string): FlowchartTruth {
  const { nodes, edges, groups, classes } = symbolsOf(text);
  const drawn = nodes.filter(
    ({ kind, occurrences }) =>
      kind !== 'edge' &&
      occurrences.some(
        ({ role }) => role === 'edge' || role === 'member' || role === 'style' || role === 'declaration',
      ),
  );
  // A subgraph becomes one of Mermaid's vertices only where an edge, a style or a statement names it.
  const vertices = drawn.filter(
    ({ kind, occurrences }) =>
      kind !== 'subgraph' || occurrences.some(({ role }) => role === 'edge' || role === 'member' || role === 'style'),
  );
  const titles = new Set(groups.map(({ label }) => label));
  return {
    nodes: Object.fromEntries(
      vertices.map(({ id, labels }) => [id, canonical(labels.findLast((label) => !titles.has(label))?.text ?? id)]),
    ),
    edges: edges.map(({ from, to, label }) => `${from} → ${to}: ${canonical(label?.text ?? '')}`),
    subgraphs: distinct(groups.map(({ id, label }) => id ?? canonical(label?.text ?? ''))),
    classes: classes
      .filter(({ declaration }) => declaration)
      .map(({ name }) => name)
      .sort(),
  };
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** Labels alike but for what Mermaid rewrites: entities, quotes in tags, white space where it breaks lines. */
function canonical(label: string): string {
  return label
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/ﬂ°quot¶ß/g, '"')
    .replace(/ﬂ°(\w+)¶ß/g, '#$1;')
    .replaceAll('"', "'")
    .replace(/\s+/g, ' ')
    .trim();
}
