import assert from 'node:assert/strict';
import { Latest } from '../../../webview/tree/latest';

describe('Latest', () => {
  it('runs the first and the last of those that came meanwhile', async () => {
    const latest = new Latest();
    const ran: number[] = [];
    const job = (n: number) => () => {
      ran.push(n);
      return new Promise<number>((resolve) => setImmediate(() => resolve(n)));
    };
    assert.deepEqual(await Promise.all([1, 2, 3].map((n) => latest.run(job(n)))), [1, undefined, 3]);
    assert.deepEqual(ran, [1, 3]);
  });

  it('goes on after a job that fails', async () => {
    const latest = new Latest();
    const failed = latest.run(() => Promise.reject(new Error('no')));
    const next = latest.run(async () => 'yes');
    await assert.rejects(failed, new Error('no'));
    assert.equal(await next, 'yes');
  });
});
