import type { DiagramSymbols } from '../../../../../src/core/mermaid/diagram-symbols';
import { type Comparison, canonicalLabel } from '../../scan/against-mermaid';

/** Flowcharts and their dialects, brought to one form with Mermaid's database. */
export const flowchartComparison: Pick<Comparison, 'ofDatabase' | 'ofSymbols'> = {
  ofDatabase(db) {
    const vertices: { id: string; text?: string }[] = [...db.getVertices().values()];
    const edges: { start: string; end: string; text?: string }[] = db.getEdges();
    const subgraphs: { id: string; title: string }[] = db.getSubGraphs();
    return {
      nodes: Object.fromEntries(vertices.map(({ id, text }) => [id, canonicalLabel(text)])),
      edges: edges.map(({ start, end, text }) => `${start} → ${end}: ${canonicalLabel(text)}`),
      subgraphs: distinct(subgraphs.map(({ id, title }) => (/^subGraph\d+$/.test(id) ? canonicalLabel(title) : id))),
      classes: [...db.getClasses().keys()].filter(Boolean).sort(),
    };
  },

  ofSymbols({ nodes, edges, groups, classes }: DiagramSymbols) {
    // A subgraph becomes one of Mermaid's vertices only where an edge, a style or a statement names it.
    const vertices = nodes.filter(
      ({ kind, occurrences }) =>
        kind !== 'edge' &&
        occurrences.some(
          ({ role }) =>
            role === 'edge' ||
            role === 'member' ||
            role === 'style' ||
            (role === 'declaration' && !['subgraph', 'flow'].includes(kind)),
        ),
    );
    const titles = new Set(groups.map(({ label }) => label));
    return {
      nodes: Object.fromEntries(
        vertices.map(({ id, labels }) => [id, canonicalLabel(labels.findLast((one) => !titles.has(one))?.text ?? id)]),
      ),
      edges: edges.map(({ from, to, label }) => `${from} → ${to}: ${canonicalLabel(label?.text)}`),
      subgraphs: distinct(
        groups.filter(({ kind }) => kind !== 'global').map(({ id, label }) => id ?? canonicalLabel(label?.text)),
      ),
      classes: classes
        .filter(({ declaration }) => declaration)
        .map(({ name }) => name)
        .sort(),
    };
  },
};

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();
