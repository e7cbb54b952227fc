import assert from 'node:assert/strict';
import { compareDiagram } from '../../../src/core/diff/compare-diagram';
import { courseDocument } from '../../support/course-text';

const fence = (diagram: string) => `\`\`\`mermaid\n${diagram}\n\`\`\`\n`;
const compared = (before: string, after: string, offset = 0) =>
  compareDiagram(courseDocument(after), courseDocument(before), offset);

describe('compareDiagram', () => {
  it('draws what was added, removed and renamed, each by a word, a pattern and a colour', () => {
    const before = fence('flowchart LR\n  A[Old] -->|feeds| B\n  B --> Gone\n  A --> C');
    const after = fence('flowchart LR\n  A[New] -->|drives| B\n  A --> C\n  C --> D["a <b>"]');
    assert.deepEqual(compared(before, after), {
      changes: 6,
      text: [
        ...['flowchart TD', '  n1["Old → New"]:::renamed', '  n2["B"]', '  n3["C"]', '  n4["new: a"]:::added'],
        ...['  n5["gone: Gone"]:::removed', '  n1 -->|"feeds → drives"| n2', '  n1 --> n3', '  n3 -->|"new"| n4'],
        '  n2 -->|"gone"| n5',
        '  classDef renamed stroke:#b7791f,stroke-width:3px,stroke-dasharray:2 3',
        '  classDef added stroke:#2e9e44,stroke-width:4px',
        '  classDef removed stroke:#d1493f,stroke-width:2px,stroke-dasharray:8 5',
        '  linkStyle 0 stroke:#b7791f,stroke-width:3px,stroke-dasharray:2 3',
        '  linkStyle 2 stroke:#2e9e44,stroke-width:4px',
        '  linkStyle 3 stroke:#d1493f,stroke-width:2px,stroke-dasharray:8 5',
        '',
      ].join('\n'),
    });
  });

  it('finds no change where only markup, places and other diagrams differ', () => {
    const one = fence('flowchart LR\n  A["**Old**"] --> B');
    const other = `# Moved\n\n${fence('flowchart LR\n  A[old]-->B')}`;
    assert.equal(compared(one, other)!.changes, 0);
  });

  it('takes the diagram around the cursor, and pairs it by its text or its kind', () => {
    const before = `${fence('pie\n  "a" : 1')}${fence('flowchart LR\n  A --> B')}`;
    const after = `${fence('flowchart LR\n  A --> B\n  B --> C')}${fence('pie\n  "b" : 1')}`;
    assert.match(compared(before, after, 20)!.text, /"new: C"/);
    assert.match(compared(before, after, after.indexOf('"b"'))!.text, /"new: b"/);
  });

  it('has nothing to say without two diagrams of a kind', () => {
    assert.equal(compared('text', fence('pie\n  "a" : 1')), undefined);
    assert.equal(compared(fence('pie\n  "a" : 1'), 'text'), undefined);
    assert.equal(compared(fence('pie\n  "a" : 1'), fence('flowchart LR\n  A')), undefined);
  });
});
