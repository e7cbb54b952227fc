import assert from 'node:assert/strict';
import { symbolsOf } from '../../../src/core/mermaid/scan-diagram';
import { panelSubject } from '../../../src/core/panel/panel-subject';
import { parseCourseDocument } from '../../../src/core/parse-course-document';
import { branchKey, Foldable } from '../../../webview/tree/foldable';

function subjectOf(diagram: string) {
  const text = `\`\`\`mermaid\n${diagram}\n\`\`\`\n`;
  const document = parseCourseDocument({ uri: 'file:///a.md', text, version: 1 }, 'markdown');
  const subject = panelSubject(document, { index: 0 }, symbolsOf);
  assert.equal(subject?.kind, 'diagram');
  return subject;
}

/** The hidden nodes, the hidden lines by number, the hidden groups by number, and how much each fold hides. */
function hidden(diagram: string, folds: readonly string[]) {
  const { nodes, edges, groups, counts } = new Foldable(subjectOf(diagram)).foldedAway(folds);
  return [
    [...nodes.keys()].sort().join(' '),
    [...edges].join(' '),
    [...groups].join(' '),
    Object.fromEntries(counts),
  ] as const;
}

const tree = 'flowchart TD\n  A --> B --> C\n  A --> D --> E\n  F --> E';
const groups = [
  'flowchart TD',
  '  A --> B',
  '  subgraph G1 [Group]',
  '    B --> C',
  '    subgraph G2',
  '      D',
  '    end',
  '  end',
  '  C --> X',
  '  G2 --> X',
].join('\n');

describe('Foldable', () => {
  const rows: readonly (readonly [
    what: string,
    diagram: string,
    folds: readonly string[],
    expected: ReturnType<typeof hidden>,
  ])[] = [
    ['hides nothing without folds', tree, [], ['', '', '', {}]],
    [
      'hides what is reached through a node alone, not what another way leads to',
      tree,
      ['node:A'],
      ['B C D', '0 1 2 3', '', { 'node:A': 3 }],
    ],
    ['hides what all ways to are folded', tree, ['node:D', 'node:F'], ['E', '3 4', '', { 'node:D': 1 }]],
    ['leaves a node without a branch', tree, ['node:C'], ['', '', '', {}]],
    ['leaves a node that is gone', tree, ['node:Q', 'group:Q'], ['', '', '', {}]],
    ['hides a fold within a fold once', tree, ['node:A', 'node:B'], ['B C D', '0 1 2 3', '', { 'node:A': 3 }]],
    [
      'begins a circle at its first',
      'flowchart TD\n  A --> B --> C --> A',
      ['node:A'],
      ['B C', '0 1 2', '', { 'node:A': 2 }],
    ],
    ['does not hide a node that leads to itself', 'flowchart TD\n  A --> A', ['node:A'], ['', '', '', {}]],
    [
      'hides what a frame holds, and leaves the lines that cross it',
      groups,
      ['group:G1'],
      ['B C D G2', '1', '1', { 'group:G1': 4 }],
    ],
    ['folds a frame within a frame', groups, ['group:G2'], ['D', '', '', { 'group:G2': 1 }]],
    [
      'hides frames that a branch has emptied',
      'flowchart TD\n  A --> B\n  subgraph S\n    B --> C\n  end',
      ['node:A'],
      ['B C', '0 1', '0', { 'node:A': 2 }],
    ],
    [
      'hides a frame that a branch leads to, with what it holds',
      'flowchart TD\n  A --> S\n  subgraph S\n    B --> C\n  end',
      ['node:A'],
      ['B C S', '0 1', '0', { 'node:A': 3 }],
    ],
    [
      'tells groups of one title apart',
      'flowchart TD\n  subgraph "X y"\n    A\n  end\n  subgraph "X y"\n    B\n  end',
      ['group:X y\n1'],
      ['B', '', '', { 'group:X y\n1': 1 }],
    ],
    [
      'folds a state with what is in it',
      'stateDiagram-v2\n  [*] --> Still\n  Still --> Moving\n  state Moving {\n    [*] --> a\n    a --> b\n  }',
      ['group:Moving'],
      ['a b', '2 3', '', { 'group:Moving': 2 }],
    ],
    [
      'folds the branch of a mind map',
      'mindmap\n  root((AI))\n    Attention\n      Heads\n    MoE',
      ['node:Attention'],
      ['Heads', '1', '', { 'node:Attention': 1 }],
    ],
    [
      'folds a stretch of messages, whoever sends them',
      'sequenceDiagram\n  A->>B: one\n  loop again\n    B->>C: two\n    opt maybe\n      C->>A: three\n    end\n  end',
      ['group:again'],
      ['', '1 2', '1', { 'group:again': 2 }],
    ],
  ];
  for (const [what, diagram, folds, expected] of rows) {
    it(what, () => assert.deepEqual(hidden(diagram, folds), expected));
  }

  it('says what can be folded', () => {
    const foldable = new Foldable(subjectOf(groups));
    assert.deepEqual(
      ['A', 'B', 'C', 'X'].map((id) => foldable.branchSize(id)),
      [2, 1, 0, 0],
    );
    assert.deepEqual(foldable.groupKeys, ['group:G1', 'group:G2']);
    assert.deepEqual([foldable.groupOf('B'), foldable.groupOf('D'), foldable.groupOf('A')], [0, 1, undefined]);
    assert.equal(foldable.groupNamed('G2'), 1);
    assert.equal(new Foldable(subjectOf('classDiagram\n  class A {\n    +run()\n  }')).groupNamed('A'), undefined);
  });

  it('works out a large tree at once', () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `  N${i >> 1} --> M${i}\n  M${i} --> N${i + 1}`);
    const foldable = new Foldable(subjectOf(`flowchart TD\n${lines.join('\n')}`));
    assert.equal(foldable.foldedAway([branchKey('N0')]).nodes.size > 9000, true);
  });
});
