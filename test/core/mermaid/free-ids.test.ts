import assert from 'node:assert/strict';
import { checkDiagram } from '../../../src/core/mermaid/check-diagram';
import type { MermaidJudge } from '../../../src/core/mermaid/judge';
import { mermaidJudge } from '../../support/mermaid-judge';

/** What is written, and whether the fixes that make an id of a label are safe: only where the id is free. */
const rows: readonly (readonly [string, boolean])[] = [
  ['classDiagram\n  class "My node"\n  A --> B\n', true],
  ['classDiagram\n  class Mynode\n  class "My node"\n', false],
  ['classDiagram\n  class "My node"\n  A --> Mynode\n', false],
  ['classDiagram\n  class "Node"\n  A --> B\n', true],
  ['classDiagram\n  class "My node"\n  class "My-node"\n', false],
  ['stateDiagram-v2\n  state "Not ready"\n  [*] --> A\n', true],
  ['stateDiagram-v2\n  state "Not ready"\n  [*] --> Notready\n', false],
  ['stateDiagram-v2\n  [*] --> In-Progress\n  In-Progress --> Done\n', true],
  ['stateDiagram-v2\n  [*] --> In-Progress\n  InProgress --> Done\n', false],
  ['stateDiagram-v2\n  Idle --> Not Ready\n', true],
  ['stateDiagram-v2\n  Idle --> Not Ready\n  Idle --> NotReady\n', false],
  ['radar-beta\n  axis "Top speed", "Price"\n  curve a{1, 2}\n', true],
  ['radar-beta\n  axis "Top speed", "Price"\n  curve price{1, 2}\n', false],
  ['radar-beta\n  axis "Top speed", "Top-speed"\n  curve a{1, 2}\n', false],
];

describe('withFreeIds', function () {
  this.timeout(120_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge();
  });
  after(() => judge.dispose());

  for (const [text, safe] of rows) {
    it(`calls it ${safe ? 'safe' : 'unsafe'}: ${text.split('\n').slice(1, -1).join(' / ').trim()}`, async () => {
      const fixes = (await checkDiagram(text, judge)).flatMap((problem) => problem.fixes);
      assert.ok(fixes.length > 0);
      for (const fix of fixes) {
        assert.equal(fix.safe, safe, fix.title);
        assert.ok(!('brings' in fix));
      }
    });
  }
});
