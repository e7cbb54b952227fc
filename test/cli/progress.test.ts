import assert from 'node:assert/strict';
import { startProgress } from '../../src/cli/progress';
import { aFewAtOnce } from '../../src/session/a-few-at-once';

const stream = (isTTY: boolean) => {
  const written: string[] = [];
  const out = { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
  return { out, written };
};

describe('progress on the command line', () => {
  it('says nothing where stderr is no terminal', () => {
    const { out, written } = stream(false);
    const progress = startProgress('Checking', 2, out);
    progress.step();
    progress.end();
    assert.deepEqual(written, []);
  });

  it('leaves an empty line on a terminal', () => {
    const { out, written } = stream(true);
    const progress = startProgress('Checking', 2, out);
    progress.step();
    progress.end();
    assert.equal(written.at(-1), '\r\u001b[K');
  });
});

describe('a few at once', () => {
  it('keeps the order, and never has more under way', async () => {
    let underWay = 0;
    let most = 0;
    const results = await aFewAtOnce([5, 1, 4, 2, 3, 0], 3, async (item) => {
      most = Math.max(most, ++underWay);
      for (let turn = 0; turn < item; turn++) await new Promise(setImmediate);
      underWay--;
      return 10 * item;
    });
    assert.deepEqual(results, [50, 10, 40, 20, 30, 0]);
    assert.equal(most, 3);
  });

  it('starts nothing more after a failure has been heard', async () => {
    const controller = new AbortController();
    const started: number[] = [];
    const run = aFewAtOnce([0, 1, 2, 3, 4, 5], 2, async (item) => {
      controller.signal.throwIfAborted();
      started.push(item);
      if (item === 1) controller.abort(new Error('stopped'));
    });
    await assert.rejects(run, /stopped/);
    assert.deepEqual(started, [0, 1]);
  });
});
