import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { MermaidJudge } from '../../src/core/mermaid/judge';
import { inkOf } from '../../src/core/mermaid/shown-difference';
import { brokenDiagrams } from '../support/broken-diagrams';
import { openDrawing } from '../support/drawn';
import { mermaidJudge } from '../support/mermaid-judge';

const silent = readFileSync('test/core/mermaid/silent.txt', 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((row) => row.slice(row.indexOf('\n') + 1));

/** Every diagram of the tables, the broken as they are. */
const texts = [...new Set([...brokenDiagrams().map(({ text }) => text), ...silent])];

/** What is in the database and not in the picture as such: automatic ids, messages of commits, states' starts and ends. */
const unseen = new Set(['commit', 'message', 'value', 'text', 'risk', 'method', 'id', 'edge', 'reference', 'type']);

describe('diagrams in a browser', function () {
  this.timeout(600_000);
  let drawing: Awaited<ReturnType<typeof openDrawing>>;
  let judge: MermaidJudge;
  before(async () => {
    [drawing, judge] = await Promise.all([openDrawing(), mermaidJudge()]);
  });
  after(async () => {
    await Promise.all([drawing.close(), judge.dispose()]);
  });

  it('are drawn if and only if the judge takes them, and say what it says that they show', async () => {
    const wrong: string[] = [];
    for (const text of texts) {
      const drawn = await drawing.draw(text);
      const verdict = await judge.judge(text);
      const picture = 'texts' in drawn ? inkOf(drawn.texts.join(' ')) : undefined;
      if ((picture !== undefined) !== (verdict.kind === 'good'))
        wrong.push(`${verdict.kind}: ${JSON.stringify(drawn)}\n${text}`);
      if (picture === undefined) continue;
      for (const shown of (await judge.show(text)) ?? []) {
        if (unseen.has(shown.role) || /^(?:root_(?:start|end)|\$\$|fa:|divider)|_(?:start|end)$/.test(shown.text))
          continue;
        if (!picture.includes(inkOf(shown.text)))
          wrong.push(`not seen: ${shown.role} ${shown.text}\n${text}${picture}`);
      }
    }
    assert.equal(wrong.length, 0, wrong.join('\n\n'));
  });
});
