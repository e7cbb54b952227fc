import type { ConceptGraph } from '../concept-graph';

/** A graph in the DOT language, https://graphviz.org/doc/info/lang.html, every name in quotes. */
export function toDot({ nodes, edges }: ConceptGraph): string {
  return [
    'digraph "Course map" {',
    '  node [shape=box];',
    ...nodes.map(({ id, label, conflicts }) => {
      const style = conflicts.length > 0 ? ', style=dashed' : '';
      return `  ${quoted(id)} [label=${quoted([label, ...conflicts].join(' ≠ '))}${style}];`;
    }),
    ...edges.map(({ from, to, labels }) => {
      const label = labels.length > 0 ? ` [label=${quoted(labels.join(' / '))}]` : '';
      return `  ${quoted(from)} -> ${quoted(to)}${label};`;
    }),
    '}',
    '',
  ].join('\n');
}

/** In a label a backslash begins an escape, and `&` an HTML entity; the two of them are doubled and spelt out. */
const quoted = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/&(?=#?\w+;)/g, '&amp;')}"`;
