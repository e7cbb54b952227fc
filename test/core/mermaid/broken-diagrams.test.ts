import assert from 'node:assert/strict';
import { checkDiagram } from '../../../src/core/mermaid/check-diagram';
import type { MermaidJudge } from '../../../src/core/mermaid/judge';
import { applyChanges } from '../../../src/core/text/span';
import { brokenDiagrams } from '../../support/broken-diagrams';
import { mermaidJudge } from '../../support/mermaid-judge';

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
