import assert from 'node:assert/strict';
import { checkDemo } from '../../../../src/core/demos/check-demo';
import { demoFindings } from '../../../../src/core/features/demos/demo-findings';
import { listDemos } from '../../../../src/core/features/demos/list-demos';
import { courseDocument } from '../../../support/course-text';
import { bareHost } from '../../../support/demos';

const text =
  '# Caches\n\n```mla\nexpect:\n  kv_elements_per_token: 34560\n  layers: 60\n```\n\n> ```moe\n> top_k: 9\n> ```\n';
const check = (demo: Parameters<typeof checkDemo>[0]) => checkDemo(demo, bareHost);

describe('listDemos', () => {
  it('gives the results and the claims of each demo, or why there are none', async () => {
    const [cache, routing] = await listDemos(courseDocument(text), check);
    assert.deepEqual(cache!.range, { start: { line: 2, character: 0 }, end: { line: 6, character: 3 } });
    assert.equal(cache!.results!.kv_elements_per_token, 34560);
    assert.deepEqual(cache!.expectations, [
      { key: 'kv_elements_per_token', expected: 34560, actual: 34560, holds: true },
      { key: 'layers', expected: 60, actual: null, holds: false },
    ]);
    assert.equal('error' in cache!, false);
    assert.deepEqual([routing!.kind, routing!.results], ['moe', null]);
    assert.match(routing!.error!, /top-9 is asked for, but there are 8 experts/);
  });
});

describe('demoFindings', () => {
  it('stand where the author wrote what is wrong', async () => {
    const found = await demoFindings(courseDocument(text), check);
    assert.deepEqual(
      found.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
      ['demo.unknown-key layers', 'demo.value 9'],
    );
  });
});
