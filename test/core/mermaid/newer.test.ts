import assert from 'node:assert/strict';
import { newerThan } from '../../../src/core/mermaid/newer';
import { scanDiagram } from '../../../src/core/mermaid/scan-diagram';
import { LineIndex } from '../../../src/core/text/line-index';
import { applyChanges } from '../../../src/core/text/span';

describe('newerThan', () => {
  const marked = (text: string, target: string) => {
    const { type, symbols } = scanDiagram(text);
    return newerThan({ text, lines: new LineIndex(text), type, symbols, target });
  };
  const words = (text: string, target: string) =>
    marked(text, target).map(({ span }) => text.slice(span.start, span.end));

  it('marks types that the target does not know, with the version that brought them', () => {
    const [problem] = marked('kanban\n  todo\n', '10');
    assert.equal(problem?.code, 'mermaid.newer');
    assert.match(problem?.message ?? '', /11\.4/);
    assert.deepEqual(words('kanban\n  todo\n', '11'), []);
    assert.deepEqual(words('kanban\n  todo\n', '11.3'), ['kanban']);
    assert.deepEqual(words('%% a board\n---\nkanban\n', 'v11.4.1'), []);
    assert.deepEqual(words('usecase-beta\n  actor A\n', '11'), ['usecase-beta']);
    assert.deepEqual(words('flowchart TD\n  A --> B\n', '10'), []);
  });

  it('offers the older name of a type where there is one', () => {
    const text = 'xychart\n  bar [1]\n';
    const [problem] = marked(text, '10.9');
    assert.equal(applyChanges(text, problem!.fixes[0]!.changes), 'xychart-beta\n  bar [1]\n');
    assert.deepEqual(marked(text, '10.2')[0]?.fixes, []);
  });

  it('marks syntax that is newer than its type', () => {
    const flow = 'flowchart LR\n  A@{ shape: rect }\n  A e1@--> B\n  C["`**bold**`"] --> D["a@{ shape: x }"]\n';
    assert.deepEqual(words(flow, '10'), ['@{', 'e1@']);
    assert.deepEqual(words(flow, '10.0'), ['@{', 'e1@', '"`']);
    assert.deepEqual(words(flow, '11'), []);
    assert.deepEqual(words('sequenceDiagram\n  A<<->>B: hi\n  create participant C\n', '10'), ['<<->>']);
    assert.deepEqual(words('gantt\n  One :a, 2024-01-01, until b\n', '10.8'), ['until']);
    assert.deepEqual(words('erDiagram\n  direction LR\n  A ||--o{ B : x\n', '11.4'), ['direction']);
  });
});
