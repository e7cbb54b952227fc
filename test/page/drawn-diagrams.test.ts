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

/** Names of classes: those that a style sheet can hold, and those that it cannot. */
const names = ['ok', 'ü', '日本', '-a', '--a', 'a.b', 'a#b', 'a+b', 'b&', 'a\\b', 'a,b', 'default'].concat([
  '1',
  '1st',
  '0b',
  '-1a',
  'a.1',
  'a..b',
  'a+',
  'b#',
  '+b',
  '50%',
  'a/b',
  'a&b',
  'a*b',
  'a!b',
  "a'b",
  'a$b',
  'a:b',
  'a?',
]);

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

  it('are drawn if and only if a style sheet can hold the names of their classes', async () => {
    for (const name of names) {
      const text = `flowchart LR\n  A --> B\n  classDef ${name} fill:#f9f\n`;
      const [drawn, verdict] = await Promise.all([drawing.draw(text), judge.judge(text)]);
      assert.equal(verdict.kind === 'good', 'texts' in drawn, name);
    }
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
        // A section of a Gantt diagram is drawn by its tasks, and so not where it has none.
        if (shown.role === 'section' && verdict.kind === 'good' && /^\s*gantt\b/.test(text) && isWithoutTasks(text))
          continue;
        if (unseen.has(shown.role) || /^(?:root_(?:start|end)|\$\$|fa:|divider)|_(?:start|end)$/.test(shown.text))
          continue;
        if (!picture.includes(inkOf(shown.text)))
          wrong.push(`not seen: ${shown.role} ${shown.text}\n${text}${picture}`);
      }
    }
    assert.equal(wrong.length, 0, wrong.join('\n\n'));
  });
});

const isWithoutTasks = (text: string): boolean => /\bsection[ \t]*\n[^\n]*:[^\n]*\s*$/.test(text);
