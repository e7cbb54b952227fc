import assert from 'node:assert/strict';
import type { DemoJob } from '../../src/core/demos/demo-solver';
import { createDemoSolver } from '../../src/host/demo-solver';
import { builtWorker } from '../support/built-worker';

const slow = (seed: number): DemoJob => ({
  kind: 'moe',
  text: `experts: 64\ntokens: 2048\nsteps: 40\nseed: ${seed}\nscore: sigmoid\nbalance: { method: bias, rate: 0.01 }\n`,
  data: {},
});
const quick: DemoJob = { kind: 'moe', text: 'experts: 8\ntokens: 8\n', data: {} };

describe('the demo solver', function () {
  this.timeout(120_000);
  let workerScript: string;
  before(async () => {
    workerScript = await builtWorker('demo-worker', 'demo-worker.js', 'src/host/demos');
  });

  it('lets one who asked at the cursor wait longer than one who writes, and gives both the same in the end', async () => {
    const solver = createDemoSolver({ workerScript });
    // The thread starts with it, which takes longer than a person who writes is kept waiting.
    const asked = await solver.glance(quick, true);
    assert.ok(asked?.results);
    assert.deepEqual(await solver.glance(quick, false), asked);
    await solver.dispose();
  });

  it('answers the cursor before the demos that wait for their turn', async () => {
    const solver = createDemoSolver({ workerScript });
    const ended: string[] = [];
    const all = [1, 2, 3].map((seed) => solver.check(slow(seed)).then(() => ended.push(`demo ${seed}`)));
    const cursor = solver.glance(quick, true).then(() => ended.push('cursor'));
    await Promise.all([...all, cursor]);
    assert.ok(ended.indexOf('cursor') < ended.indexOf('demo 2'), ended.join(', '));
    await solver.dispose();
  });
});
