import assert from 'node:assert/strict';
import { labelChange } from '../../../src/core/mermaid/label-change';
import { scanDiagram } from '../../../src/core/mermaid/scan-diagram';
import { applyChanges } from '../../../src/core/text/span';

/** A diagram, what is written over `MLA` in its first label, and the diagram after. */
const rows: readonly (readonly [before: string, newText: string, after: string])[] = [
  ['flowchart TD\n  A[MLA here] --> B', 'MQA', 'flowchart TD\n  A[MQA here] --> B'],
  ['flowchart TD\n  A[MLA here] --> B', 'Latent (MLA)', 'flowchart TD\n  A["Latent (MLA) here"] --> B'],
  ['flowchart TD\n  A["MLA"] --> B', 'Latent (MLA)', 'flowchart TD\n  A["Latent (MLA)"] --> B'],
  ['flowchart TD\n  A -->|MLA| B', 'a | b', 'flowchart TD\n  A -->|"a | b"| B'],
  ['flowchart TD\n  A -- MLA --> B', 'x -- y', 'flowchart TD\n  A -- "x -- y" --> B'],
  ['mindmap\n  A((MLA))', 'x (y)', 'mindmap\n  A(("x (y)"))'],
  ['erDiagram\n  A ||--o{ B : MLA', 'x (y)', 'erDiagram\n  A ||--o{ B : "x (y)"'],
  ['sequenceDiagram\n  A->>B: use MLA', 'Latent (MLA)', 'sequenceDiagram\n  A->>B: use Latent (MLA)'],
  ['sequenceDiagram\n  participant A as MLA', 'x [y]', 'sequenceDiagram\n  participant A as x [y]'],
  ['stateDiagram-v2\n  a : MLA', 'x (y)', 'stateDiagram-v2\n  a : x (y)'],
];

describe('labelChange', () => {
  for (const [before, newText, after] of rows) {
    it(`writes ${newText} in ${before.split('\n')[1]!.trim()}`, () => {
      const { type, symbols } = scanDiagram(before);
      const labels = [
        ...symbols.nodes.flatMap((node) => node.labels),
        ...symbols.edges.flatMap((edge) => edge.label ?? []),
      ];
      const start = before.indexOf('MLA');
      const label = labels.find(({ span }) => span.start <= start && start < span.end)!;
      const change = labelChange(before, type, label, { start, end: start + 'MLA'.length }, newText);
      assert.equal(applyChanges(before, [change]), after);
    });
  }
});
