import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { mermaidDatabase } from '../../../support/mermaid-database';
import { sharedFile } from '../../../support/shared';
import { arbitraryFlowchart } from './arbitrary-flowchart';
import { truthOfDatabase, truthOfSymbols } from './flowchart-truth';

describe('the flowchart scanner', function () {
  this.timeout(120_000);

  it('finds the ids, labels and edges of Mermaid’s database in every flowchart Mermaid accepts', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryFlowchart, async (text) => {
        const parsed = await mermaidDatabase(text).catch(() => undefined);
        if (parsed === undefined) return;
        accepted++;
        assert.deepEqual(truthOfSymbols(text), truthOfDatabase(parsed));
      }),
      { numRuns: Number(process.env.FLOWCHART_RUNS ?? 100) },
    );
    assert.ok(accepted > 0);
  });

  it('finds them in the flowcharts of Mermaid’s documentation', async function () {
    const file = sharedFile('corpus/mermaid/official-docs.json');
    if (!file) return this.skip();
    const corpus: { page: string; source: string }[] = JSON.parse(await readFile(file, 'utf8'));
    for (const { page, source } of corpus) {
      if (!/^\s*(graph|flowchart)/m.test(source)) continue;
      const parsed = await mermaidDatabase(source).catch(() => undefined);
      if (!parsed?.type.startsWith('flowchart')) continue;
      assert.deepEqual(truthOfSymbols(source), truthOfDatabase(parsed), `${page}\n${source}`);
    }
  });
});
