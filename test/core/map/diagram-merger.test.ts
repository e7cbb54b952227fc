import assert from 'node:assert/strict';
import { glossaryOf } from '../../../src/core/glossary/glossary';
import { DiagramMerger } from '../../../src/core/map/diagram-merger';
import { withOverview } from '../../../src/core/overview/with-overview';
import { memoryCourse } from '../../support/memory-course';

const glossary = '# Glossary\n\n- **🧠 Mixture of Experts (MoE):** Routes tokens.\n- **Key (K):** What is matched.\n';

/** The graph of a course's diagrams, each a file of its own. */
function graphOf(diagrams: readonly string[], terms = glossary) {
  const files = Object.fromEntries(diagrams.map((text, i) => [`d${i + 1}.mmd`, text]));
  const { course, context } = memoryCourse({ ...files, 'glossary.md': terms });
  const merger = new DiagramMerger();
  for (const name of Object.keys(files)) merger.add(context(name).document, glossaryOf(course));
  return merger.graph();
}

/** Nodes as `id: label`, edges as `from -label/label-> to`. */
function drawn(diagrams: readonly string[], terms?: string): string[] {
  const { nodes, edges } = graphOf(diagrams, terms);
  return [
    ...nodes.map(
      ({ id, label, conflicts, sources }) =>
        `${id}: ${[label, ...conflicts].join(' ≠ ')}${sources.length > 1 ? ` ×${sources.length}` : ''}`,
    ),
    ...edges.map(({ from, to, labels }) => `${from} -${labels.join('/')}-> ${to}`),
  ];
}

describe('merging diagrams', () => {
  it('leaves out what a written overview draws', () => {
    const diagram = '```mermaid\nflowchart LR\n a1[Made] --> a2\n```\n';
    const own = diagram.replace('a1[Made] --> a2', 'b1[Own] --> b2');
    const { course, context } = memoryCourse({ 'OVERVIEW.md': `${own}\n${withOverview('', diagram)}` });
    const merger = new DiagramMerger();
    merger.add(context('OVERVIEW.md').document, glossaryOf(course));
    assert.deepEqual(
      merger.graph().nodes.map(({ id }) => id),
      ['own', 'b2'],
    );
  });

  const rows: readonly (readonly [what: string, diagrams: readonly string[], expected: readonly string[]])[] = [
    [
      'ids alone join nothing across diagrams',
      ['flowchart LR\n A --> B', 'flowchart LR\n A --> B'],
      ['A: A', 'B: B', 'A-2: A', 'B-2: B', 'A --> B', 'A-2 --> B-2'],
    ],
    [
      'nor do ids with labels that differ',
      ['flowchart LR\n A[Encoder]', 'flowchart LR\n A[Decoder]'],
      ['encoder: Encoder', 'decoder: Decoder'],
    ],
    [
      'labels that agree but for emoji, quotes, markup and case join',
      [
        'flowchart LR\n A["🔎 Scaling Law"]',
        'flowchart LR\n Z("<b>scaling</b>\\nlaw")',
        'stateDiagram-v2\n s: Scaling law',
      ],
      ['scaling-law: 🔎 Scaling Law ×3'],
    ],
    [
      'labels of emoji alone say nothing',
      ['flowchart LR\n A["🔎"]', 'flowchart LR\n A["🔎"]'],
      ['node: 🔎', 'node-2: 🔎'],
    ],
    [
      'an acronym is its term, as an id or as a text, and so is its name in the plural',
      [
        'flowchart LR\n MoE --> x',
        'flowchart LR\n A[MoE]',
        'flowchart LR\n A["Mixtures of Experts"]',
        'mindmap\n  Mixture of Experts (MoE)',
      ],
      ['MoE: MoE ×4', 'x: x', 'MoE --> x'],
    ],
    [
      'an acronym with a label that says otherwise stays its term, and the conflict is kept',
      ['flowchart LR\n MoE[Wheel]', 'flowchart LR\n MoE[Mixture of Experts]'],
      ['MoE: Mixture of Experts ≠ Wheel ×2'],
    ],
    [
      'an id that its own label is short for is that label',
      ['flowchart LR\n MoE[Margin of Error]', 'flowchart LR\n MoE'],
      ['margin-of-error: Margin of Error', 'MoE: MoE'],
    ],
    [
      'one letter is no acronym where a node is so called',
      ['flowchart LR\n K --> L', 'flowchart LR\n K[Key]'],
      ['K: K', 'L: L', 'K-2: Key', 'K --> L'],
    ],
    [
      'two nodes of one diagram stay two, and join with two',
      ['flowchart LR\n A[Add] --> F[FFN] --> B[Add]', 'flowchart LR\n X[Add] --> Y[Add]'],
      ['add: Add ×2', 'ffn: FFN', 'add-2: Add ×2', 'add --> ffn', 'ffn --> add-2', 'add --> add-2'],
    ],
    [
      'where a line is the text, the text is a label, and each line is its own',
      [
        'mindmap\n  Deep\n    Left\n      Example\n        one\n    Right\n      Example\n        two',
        'mindmap\n  Deep',
      ],
      [
        ...[
          'deep: Deep ×2',
          'left: Left',
          'example: Example',
          'one: one',
          'right: Right',
          'example-2: Example',
          'two: two',
        ],
        ...['deep --> left', 'left --> example', 'example --> one', 'deep --> right', 'right --> example-2'],
        'example-2 --> two',
      ],
    ],
    [
      'edges keep all that they are called',
      [
        'flowchart LR\n A[One] -->|feeds| B[Two]\n A -->|"<b>Feeds</b>"| B',
        'flowchart LR\n P[One] -- then --> Q[Two] --> P',
      ],
      ['one: One ×2', 'two: Two ×2', 'one -feeds/then-> two', 'two --> one'],
    ],
    [
      'names of edges and a state’s start are no concepts',
      ['flowchart LR\n A e1@--> B', 'stateDiagram-v2\n [*] --> Idle'],
      ['A: A', 'B: B', 'Idle: Idle', 'A --> B'],
    ],
    [
      'labels in any script keep it in their ids',
      ['flowchart LR\n A["路由器 🧭"] --> B["مرحبا"] --> C["a \\"b\\" [c]"]'],
      ['路由器: 路由器 🧭', 'مرحبا: مرحبا'],
    ],
  ];
  for (const [what, diagrams, expected] of rows) {
    it(what, () => {
      const found = drawn(diagrams);
      assert.deepEqual(what.startsWith('labels in any') ? found.slice(0, 2) : found, expected);
    });
  }

  it('says where each node and edge stands, and which term it is', () => {
    const { nodes, edges } = graphOf(['flowchart LR\n A[MoE] --> B[Key]']);
    assert.deepEqual(
      nodes.map(({ term }) => term),
      ['Mixture of Experts', 'Key'],
    );
    assert.deepEqual(nodes[0]!.sources, [
      { uri: 'file:///course/d1.mmd', range: { start: { line: 1, character: 1 }, end: { line: 1, character: 2 } } },
    ]);
    assert.deepEqual(nodes[0]!.defined?.uri, 'file:///course/glossary.md');
    assert.equal(edges[0]!.sources[0]!.range.start.line, 1);
  });

  it('joins an id that is an acronym only where the glossary says so', () => {
    assert.deepEqual(drawn(['flowchart LR\n MoE --> x', 'flowchart LR\n MoE'], '# Nothing\n').length, 4);
  });
});
