import assert from 'node:assert/strict';
import { symbolsOf } from '../../../src/core/mermaid/scan-diagram';
import { panelSubject } from '../../../src/core/panel/panel-subject';
import type { DiagramSubject } from '../../../src/protocol';
import { drawingSize } from '../../../webview/tree/drawing-size';
import { courseDocument } from '../../support/course-text';

const sizeOf = (text: string) => {
  const document = courseDocument(`\`\`\`mermaid\n${text}\n\`\`\`\n`);
  return drawingSize(panelSubject(document, { index: 0 }, symbolsOf) as DiagramSubject);
};
const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`).join(' & ');
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('drawingSize', () => {
  const rows: readonly [what: string, text: string, kind: string][] = [
    ['a few nodes', 'graph TD\nA --> B & C --> D', 'small'],
    ['groups of a few', `graph TD\n${names('A', 8)} --> ${names('B', 8)}`, 'small'],
    ['groups of sixty', `graph TD\n${names('A', 60)} --> ${names('B', 60)}`, 'large'],
    ['groups of sixty with words on the line', `flowchart LR\n${names('A', 60)} -- to --> ${names('B', 60)}`, 'large'],
    ['groups of sixty by other lines', `flowchart LR\n${names('A', 60)} ==> ${names('B', 60)}`, 'large'],
    ['groups of sixty by dots', `flowchart LR\n${names('A', 60)} -.-> ${names('B', 60)}`, 'large'],
    ['groups of hundreds', `graph TD\n${names('A', 300)} --> ${names('B', 300)}`, 'endless'],
    ['a long chain', `graph TD\n${lines(300, (i) => `n${i} --> n${i + 1}`)}`, 'small'],
    ['a longer chain', `graph TD\n${lines(1000, (i) => `n${i} --> n${i + 1}`)}`, 'large'],
    ['many messages', `sequenceDiagram\n${lines(2000, () => 'A->>B: x & y')}`, 'large'],
    ['a label with many signs', `graph TD\nA["${'a & '.repeat(40)}b"] --> B`, 'small'],
    ['a long text of no kind', `unknown\n${'word '.repeat(20_000)}`, 'large'],
  ];
  for (const [what, text, kind] of rows) it(`${what}: ${kind}`, () => assert.equal(sizeOf(text).kind, kind));

  it('counts each of the one side to each of the other', () => {
    assert.equal(sizeOf('graph TD\nA & B --> C & D --> E').connections, 6);
  });
});
