import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkDiagram } from '../../../src/core/mermaid/check-diagram';
import type { MermaidJudge } from '../../../src/core/mermaid/judge';
import { mermaidJudge } from '../../support/mermaid-judge';

/** What is said where no rule knows the cause. */
const rows: readonly (readonly [diagram: string, message: string])[] = [
  [
    'sequenceDiagram\n  A->>B: hi\n  B-->>A,: ho\n',
    '‘,’ cannot stand after ‘B-->>A’: what belongs there is a colon and the text.',
  ],
  [
    'gitGraph\n  commit\n  shelve it\n',
    'A line here begins with ‘commit’, ‘branch’, ‘checkout’, ‘switch’, ‘merge’ or ‘cherry-pick’; ‘shelve’ does not fit.',
  ],
  [
    'packet-beta\n0-15: "A" ?\n',
    '‘?’ does not belong here: the line is complete before it, and what is new needs a line of its own.',
  ],
  [
    'flowchart LR\n  A --> B{{x}}\n  A --> > B\n',
    '‘>’ cannot stand after ‘A -->’: what belongs there is the name of a node, a text between pipes (|yes|) or ‘&’.',
  ],
];

describe('what may stand where Mermaid stops', function () {
  this.timeout(120_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge();
  });
  after(() => judge.dispose());

  for (const [diagram, message] of rows) {
    it(message, async () => {
      assert.deepEqual(
        (await checkDiagram(diagram, judge)).map((problem) => problem.message),
        [message],
      );
    });
  }

  it('never names a parser’s token, and always says what was read', async () => {
    const raw =
      /(?<![\p{L}.])(?!(?:YYYY|MM|DD|PlantUML|DOT|EBNF|CSS|PK|FK|UK|TB|TD|BT|LR|RL|NORMAL|REVERSE|HIGHLIGHT|HTML)\b)[A-Z]{2,}|\b[a-z]+_[a-z]+\b|cannot stand here|is missing here\.|stumbles/u;
    const silent = readFileSync('test/core/mermaid/silent.txt', 'utf8').split(/^=== /m).slice(1);
    for (const row of silent) {
      const text = row.slice(row.indexOf('\n') + 1);
      for (const part of [0.4, 0.75]) {
        const at = Math.floor(text.length * part);
        const broken = `${text.slice(0, at)} § ${text.slice(at)}`;
        for (const { message } of await checkDiagram(broken, judge))
          assert.doesNotMatch(message.replace(/‘[^’]*’/g, ''), raw, `${message}\n${broken}`);
      }
    }
  });
});
