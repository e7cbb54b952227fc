import assert from 'node:assert/strict';
import { checkDiagram } from '../../../src/core/mermaid/check-diagram';
import type { MermaidJudge } from '../../../src/core/mermaid/judge';
import { mermaidJudge } from '../../support/mermaid-judge';

const group = (letter: string, count: number) => Array.from({ length: count }, (_, i) => letter + i).join(' & ');

describe('a diagram of very many', function () {
  this.timeout(120_000);
  let judge: MermaidJudge;
  let questions = 0;
  before(async () => {
    const asked = await mermaidJudge();
    judge = {
      version: asked.version,
      judge: (...question) => {
        questions++;
        return asked.judge(...question);
      },
      show: (...question) => asked.show(...question),
      dispose: () => asked.dispose(),
    };
  });
  beforeEach(() => {
    questions = 0;
  });
  after(() => judge.dispose());

  it('arrows: says how many Mermaid draws, on the line of the groups', async () => {
    const text = `flowchart TD\n  ${group('a', 24)} --> ${group('b', 24)}\n  a1 --> c\n`;
    const [problem, ...others] = await checkDiagram(text, judge);
    assert.deepEqual(others, []);
    assert.match(problem!.message, /^Mermaid draws at most 500 arrows/);
    assert.equal(text.slice(0, problem!.span.start).split('\n').length, 2);
    assert.deepEqual(await checkDiagram(`flowchart TD\n  ${group('a', 22)} --> ${group('b', 22)}\n`, judge), []);
  });

  for (const count of [60, 400]) {
    it(`unclosed subgraphs: marks one of ${count}, and asks few questions`, async () => {
      const text = `flowchart TD\n${Array.from({ length: count }, (_, i) => `  subgraph s${i}\n`).join('')}`;
      const problems = await checkDiagram(text, judge);
      assert.ok(problems.every(({ code }) => code === 'mermaid.unclosed'));
      assert.ok(problems.length > 0);
      assert.ok(questions < 20, `${questions} questions`);
    });
  }
});
