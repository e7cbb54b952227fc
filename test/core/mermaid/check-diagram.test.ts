import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diagnosticCodes } from '../../../src/core/diagnostics/diagnostic-code';
import { checkDiagram } from '../../../src/core/mermaid/check-diagram';
import type { MermaidJudge } from '../../../src/core/mermaid/judge';
import { applyChanges } from '../../../src/core/text/span';
import { guillemets } from '../../support/guillemets';
import { mermaidJudge } from '../../support/mermaid-judge';
import { sharedFile, skipWithoutShared } from '../../support/shared';

describe('checkDiagram', function () {
  this.timeout(120_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge();
  });
  after(() => judge.dispose());

  it('reports every unquoted label once, each with its own mend', async () => {
    const { text, spans } = guillemets(
      'graph TD;\nA[Input] --> B[Layer];\nB --> C[«Latent (MLA)»];\nC -->|«sparse {k}»| D[«Experts "MoE"»];\n',
    );
    const problems = await checkDiagram(text, judge);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span]),
      spans.map((span) => ['mermaid.unquoted-label', span]),
    );
    const mended = applyChanges(
      text,
      problems.flatMap(({ fixes }) => fixes[0]!.changes),
    );
    assert.deepEqual(await checkDiagram(mended, judge), []);
    assert.match(mended, /D\["Experts #quot;MoE#quot;"\]/);
  });

  it('finds the broken labels of a real course, and they alone', async function () {
    const file = sharedFile('corpus/courses/streamlit-scroller.md');
    if (!file) return skipWithoutShared(this);
    const diagrams = [...readFileSync(file, 'utf8').matchAll(/^ *```mermaid\n([\s\S]*?)^ *```/gm)].map(
      ([, text]) => text!,
    );
    assert.equal(diagrams.length, 21);
    const all = await Promise.all(diagrams.map((text) => checkDiagram(text, judge)));
    const found = all.map((problems) => problems.filter(({ code }) => diagnosticCodes[code] === 'error'));
    const labels = found.map((problems, i) => problems.map(({ span }) => diagrams[i]!.slice(span.start, span.end)));
    assert.deepEqual(
      labels.filter(({ length }) => length > 0),
      [
        ['Multi-Head Latent Attention (MLA)', 'Mixture of Experts (MoE)'],
        ['Reasoning Models (R1, O1) 🧠'],
        ['Expensive Reasoning ($5-$20 per query) 💰'],
        ['EUV Lithography (EUVL)'],
      ],
    );
    for (const { code, fixes } of found.flat()) {
      assert.equal(code, 'mermaid.unquoted-label');
      assert.equal(fixes[0]?.safe, true);
    }
  });
});
