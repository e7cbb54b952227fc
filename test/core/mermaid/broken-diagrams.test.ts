import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkDiagram } from '../../../src/core/mermaid/check-diagram';
import type { MermaidJudge } from '../../../src/core/mermaid/judge';
import { applyChanges } from '../../../src/core/text/span';
import { brokenDiagrams } from '../../support/broken-diagrams';
import { mermaidJudge } from '../../support/mermaid-judge';
import { sharedFile, skipWithoutShared } from '../../support/shared';

/** As somebody who reads the diagram would say it: line, code and the words marked. */
const place = (text: string, { code, start, end }: { code: string; start: number; end: number }) =>
  `${text.slice(0, start).split('\n').length}:${start - text.lastIndexOf('\n', start - 1)} ${code} ‘${text.slice(start, end)}’`;

describe('broken diagrams', function () {
  this.timeout(120_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge();
  });
  after(() => judge.dispose());

  for (const { file, name, text, problems } of brokenDiagrams()) {
    it(`${file}: ${name}`, async () => {
      const found = await checkDiagram(text, judge);
      assert.deepEqual(
        found.map(({ code, span }) => place(text, { code, ...span })),
        problems.map((problem) => place(text, problem)),
      );
      const fixes = found.flatMap((problem) => problem.fixes[0] ?? []);
      if (fixes.length < found.length) return;
      // All first fixes together leave a diagram with nothing to say about it.
      const mended = applyChanges(
        text,
        fixes.flatMap(({ changes }) => changes),
      );
      assert.deepEqual(await checkDiagram(mended, judge), [], mended);
    });
  }
});

/** What the documentation itself shows and 12.3 does not draw: a commit's text without `id:`, a distance of ticks. */
const untrue = ['commit "Ashish"', 'tickInterval 1decade'];

describe('good diagrams', function () {
  this.timeout(300_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge();
  });
  after(() => judge.dispose());

  for (const row of readFileSync('test/core/mermaid/silent.txt', 'utf8').split(/^=== /m).slice(1)) {
    const end = row.indexOf('\n');
    it(`stay silent: ${row.slice(0, end)}`, async () => {
      assert.deepEqual(await checkDiagram(row.slice(end + 1), judge), []);
    });
  }

  it('stay silent: all that Mermaid’s documentation shows and Mermaid takes', async function () {
    const file = sharedFile('corpus/mermaid/official-docs.json');
    if (!file) return skipWithoutShared(this);
    const diagrams = JSON.parse(readFileSync(file, 'utf8')) as { source: string }[];
    let taken = 0;
    for (const { source } of diagrams) {
      if ((await judge.judge(source)).kind !== 'good') continue;
      taken++;
      const found = await checkDiagram(source, judge);
      const said = untrue.filter((words) => source.includes(words)).map((words) => words.split(' ')[1]);
      assert.deepEqual(
        found.map(({ span }) => source.slice(span.start, span.end)),
        said,
        source,
      );
    }
    assert.equal(taken, 419);
  });
});
