import assert from 'node:assert/strict';
import { checkDiagram } from '../../../src/core/mermaid/check-diagram';
import type { MermaidJudge, Verdict } from '../../../src/core/mermaid/judge';

/** A judge that never is content, and counts what it is asked. */
function strictJudge() {
  const asked: string[] = [];
  const judge: MermaidJudge = {
    version: '0',
    judge: async (text): Promise<Verdict> => {
      asked.push(text);
      const token = { start: text.length, end: text.length, name: 'EOF' };
      return { kind: 'broken', type: 'flowchart-v2', message: '', token, expected: ['end'] };
    },
    show: async () => undefined,
    dispose: async () => {},
  };
  return { judge, asked };
}

const blocks = (count: number) => `flowchart TD\n${'subgraph a\n'.repeat(count)}`;

describe('frugal', function () {
  this.timeout(120_000);

  it('lets all questions about one diagram share one budget, and still reports the break', async () => {
    const { judge, asked } = strictJudge();
    const problems = await checkDiagram(blocks(800), judge);
    assert.equal(problems.length, 1);
    const characters = asked.reduce((sum, text) => sum + text.length, 0);
    assert.ok(characters <= 610_000, `${characters}`);
  });

  it('holds a usual diagram back from no question', async () => {
    const { judge, asked } = strictJudge();
    await checkDiagram(blocks(10), judge);
    const few = asked.length;
    const direct = strictJudge();
    await checkDiagram(blocks(11), direct.judge);
    assert.ok(few > 5 && direct.asked.length >= few);
  });
});
