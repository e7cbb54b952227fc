import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DemoJob, DemoSolver } from '../../src/core/demos/demo-solver';
import { picked } from '../../src/core/demos/result';
import { openDemoCache } from '../../src/host/demo-cache';
import { keyOf, rememberingSolver } from '../../src/host/remembering-solver';
import { checked } from '../support/demos';

describe('rememberingSolver', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-demos-'));
    writeFileSync(join(folder, 'worker.js'), 'one build');
    writeFileSync(join(folder, 'other.js'), 'another build');
  });
  after(() => rmSync(folder, { recursive: true }));

  const job = (kind: DemoJob['kind'], text: string): DemoJob => ({
    ...{ kind, text, data: {} },
  });
  /** How often a demo is run when it is checked in a process of its own. */
  async function runs(one: DemoJob, script = 'worker.js') {
    let count = 0;
    const slow: DemoSolver = {
      async check({ kind, text, only }) {
        count++;
        await wait(150);
        const found = await checked(kind, text);
        return only && found.results ? { ...found, results: picked(found.results, only) } : found;
      },
      glance: async () => undefined,
      dispose: async () => undefined,
    };
    const solver = rememberingSolver(slow, openDemoCache(folder, join(folder, script)));
    const answer = await solver.check(one);
    await solver.dispose();
    return { count, said: answer?.problems.map(({ message }) => message), results: answer?.results };
  }

  it('runs a text once, and says the same of it again', async () => {
    const one = job('moe', 'steps: 3\nexpect: { capacity: 3 }');
    const first = await runs(one);
    assert.equal(first.count, 1);
    assert.equal(first.said?.length, 1);
    assert.deepEqual(await runs(one), { ...first, count: 0 });
  });

  it('runs what gives more than is kept again, but not for its claims', async () => {
    const one = job('moe', 'experts: 64\ntokens: 512\nsteps: 3');
    const first = await runs(one);
    assert.deepEqual(await runs(one), first);
    const claims = { ...one, only: [] };
    assert.deepEqual([(await runs(claims)).count, (await runs(claims)).count], [1, 0]);
  });

  it('keeps the few results that were asked for by name', async () => {
    const one = { ...job('moe', 'steps: 6'), only: ['max_vio'] };
    const first = await runs(one);
    assert.ok(typeof first.results?.max_vio === 'number');
    assert.deepEqual(await runs(one), { ...first, count: 0 });
    assert.equal((await runs({ ...one, only: ['drop_rate'] })).count, 1);
  });

  it('runs another text, and the same by another build', async () => {
    const one = job('moe', 'steps: 4');
    assert.equal((await runs(one)).count, 1);
    assert.equal((await runs(job('moe', 'steps: 5'))).count, 1);
    assert.equal((await runs(one, 'other.js')).count, 1);
  });

  it('keeps nothing of a demo that cannot be run', async () => {
    const one = job('moe', 'experts: 0');
    assert.equal((await runs(one)).count, 1);
    assert.equal((await runs(one)).count, 1);
  });

  it('takes a damaged file for nothing', async () => {
    const one = job('moe', 'steps: 6');
    await runs(one);
    const cache = openDemoCache(folder, join(folder, 'worker.js'));
    assert.ok(cache.get(keyOf(one)));
    for (const name of readdirSync(folder).filter((file) => file.startsWith('demos-')))
      writeFileSync(join(folder, name), 'x\n{}');
    assert.equal((await runs(one)).count, 1);
  });
});
