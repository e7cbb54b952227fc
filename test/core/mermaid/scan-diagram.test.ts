import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanDiagram } from '../../../src/core/mermaid/scan-diagram';
import { arbitraryFlowchart } from './languages/flowchart/arbitrary-flowchart';
import { arbitraryScrap } from './scan/arbitrary-scrap';

describe('scanDiagram', () => {
  it('tiles any text with its tokens, and keeps every span inside it', () => {
    fc.assert(fc.property(fc.oneof(arbitraryScrap, arbitraryFlowchart, fc.string({ unit: 'binary' })), checkScan), {
      numRuns: 1000,
    });
  });

  it('reads every beginning of a diagram, as an author types it', () => {
    fc.assert(
      fc.property(arbitraryFlowchart, (text) => {
        for (let end = 0; end <= text.length; end++) checkScan(text.slice(0, end));
      }),
      { numRuns: 25 },
    );
  });

  it('notes as many edges of joined nodes as a diagram can have, not the product of both sides', () => {
    const side = (letter: string, count: number) => Array.from({ length: count }, (_, i) => letter + i).join(' & ');
    const large = scanDiagram(`flowchart TD\n${side('A', 8000)} --> ${side('B', 8000)}\nC --> D`);
    assert.equal(large.symbols.nodes.length, 16_002);
    assert.equal(large.symbols.edges.length, 10_000);
    const small = scanDiagram(`flowchart TD\n${side('A', 60)} --> ${side('B', 60)}`);
    assert.equal(small.symbols.edges.length, 3600);
  });

  it('reads a key word at the very end of a text as one, as Mermaid does', () => {
    for (const end of ['state', 'state\n', 'state ', 'note'])
      assert.deepEqual(scanDiagram(`stateDiagram-v2\n${end}`).symbols.nodes, [], JSON.stringify(end));
  });

  it('finds no header in a text that is no diagram', () => {
    const { type, header } = scanDiagram('  hello --> world');
    assert.equal(type, 'unknown');
    assert.deepEqual(header, { start: 2, end: 2 });
  });
});

function checkScan(text: string): void {
  const { tokens, symbols } = scanDiagram(text);
  let end = 0;
  for (const token of tokens) {
    assert.equal(token.start, end, 'a gap or an overlap');
    assert.ok(token.end > token.start, 'an empty token');
    end = token.end;
  }
  assert.equal(end, text.length);
  for (const { id, occurrences, declaration, labels } of symbols.nodes) {
    const spans = occurrences.map(({ span }) => span);
    for (const span of [...spans, declaration]) assert.equal(text.slice(span.start, span.end), id);
    for (const { span } of labels) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    for (let i = 1; i < spans.length; i++) assert.ok(spans[i - 1]!.end <= spans[i]!.start, 'out of order');
  }
  for (const { span, arrow } of symbols.edges) {
    assert.ok(span.start < arrow.start && arrow.end <= span.end && span.end <= text.length);
  }
  symbols.groups.forEach(({ span, opener, parent }, index) => {
    assert.ok(span.start === opener.start && opener.end <= span.end && span.end <= text.length);
    assert.ok(parent === undefined || (parent < index && symbols.groups[parent]!.span.start <= span.start));
  });
}
