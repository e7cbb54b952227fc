import assert from 'node:assert/strict';
import type { Cancellation } from '../../src/core/cancellation';
import type { DemoJob, DemoSolver } from '../../src/core/demos/demo-solver';
import { sharingSolver } from '../../src/host/sharing-solver';
import { checked } from '../support/demos';

const job = (text: string, data: DemoJob['data'] = {}): DemoJob => ({ kind: 'moe', text, data });

/** A solver that is shared, what it was asked to run, and a way to let it go on. */
function shared() {
  const runs: { readonly job: DemoJob; readonly cancellation: Cancellation | undefined; go(): void }[] = [];
  const solver: DemoSolver = {
    async check(one, cancellation) {
      await new Promise<void>((go) => runs.push({ job: one, cancellation, go }));
      return cancellation?.aborted ? undefined : checked(one.kind, one.text);
    },
    glance: async () => undefined,
    dispose: async () => undefined,
  };
  const goOn = () => {
    for (const { go } of runs) go();
  };
  return { solver: sharingSolver(solver, (text) => text), runs, goOn };
}

describe('sharingSolver', () => {
  it('runs a demo once for all who wait, and not again for who asks later', async () => {
    const { solver, runs, goOn } = shared();
    const all = [solver.check(job('experts: 0')), solver.check(job('experts: 0'))];
    goOn();
    const [one, other] = await Promise.all(all);
    assert.equal(one, other);
    assert.equal(await solver.check(job('experts: 0')), one);
    assert.equal(await solver.check({ ...job('experts: 0'), only: [] }), one);
    assert.equal(runs.length, 1);
  });

  it('remembers results too: hints, hovers and lenses show them each time', async () => {
    const { solver, runs, goOn } = shared();
    const first = solver.check(job('experts: 4'));
    goOn();
    const results = (await first)?.results;
    assert.ok(results);
    assert.deepEqual((await solver.check(job('experts: 4')))?.results, results);
    assert.equal(runs.length, 1);
  });

  it('runs one of another text or other data', async () => {
    const { solver, runs, goOn } = shared();
    const all = [
      solver.check(job('experts: 4')),
      solver.check(job('experts: 5')),
      solver.check(job('experts: 4', { 'a.csv': { text: '1' } })),
    ];
    goOn();
    await Promise.all(all);
    assert.equal(runs.length, 3);
  });

  it('gives a run up when nobody waits any more, and begins anew for who comes then', async () => {
    const { solver, runs, goOn } = shared();
    const [first, second] = [{ aborted: false }, { aborted: false }];
    const given = [solver.check(job('experts: 4'), first), solver.check(job('experts: 4'), second)];
    first.aborted = true;
    assert.equal(runs[0]?.cancellation?.aborted, false);
    second.aborted = true;
    assert.equal(runs[0]?.cancellation?.aborted, true);
    const third = solver.check(job('experts: 4'));
    assert.equal(runs.length, 2);
    goOn();
    assert.deepEqual(await Promise.all(given), [undefined, undefined]);
    assert.ok(await third);
  });

  it('does not remember a failure', async () => {
    let fails = true;
    const fragile: DemoSolver = {
      async check(one) {
        if (fails) throw new Error('the thread died');
        return checked(one.kind, one.text);
      },
      glance: async () => undefined,
      dispose: async () => undefined,
    };
    const solver = sharingSolver(fragile, (text) => text);
    await assert.rejects(solver.check(job('experts: 4')), /the thread died/);
    fails = false;
    assert.ok(await solver.check(job('experts: 4')));
  });
});
