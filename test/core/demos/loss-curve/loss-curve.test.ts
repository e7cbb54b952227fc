import assert from 'node:assert/strict';
import { bareHost, checked, problemsOf } from '../../../support/demos';

const table = (text: string) => ({
  ...bareHost,
  readData: async (path: string) => (path === 'run.csv' ? text : undefined),
});
const rows = Array.from(
  { length: 40 },
  (_, i) => `${i * 10},${i === 30 ? 9 : i % 2 === 0 ? 2 : 2.1},${i === 30 ? 7 : 1}`,
);
const csv = ['step,loss,norm', ...rows].join('\n');

describe('the loss-curve demo', () => {
  it('finds spikes of a table, in its own steps, and plays nothing on it', async () => {
    const text = 'data: {path: run.csv, loss: loss, step: step, grad_norm: norm}\nwindow: 10';
    const { results, problems } = await checked('loss-curve', text, table(csv));
    assert.deepEqual(problems, []);
    assert.deepEqual([results?.spikes, results?.fast_spikes, results?.steps_in_spikes], [1, 1, 1]);
    assert.deepEqual([results?.spike_starts, results?.spike_kinds], [[300], ['fast']]);
    assert.deepEqual([results?.peak_loss, results?.peak_grad_norm, results?.peak_z_loss], [9, 7, null]);
    assert.deepEqual([results?.cost_wait, results?.cost_skip], [null, null]);
  });

  it('trains a run with a bad batch, and says what each response costs', async () => {
    const { results, problems } = await checked('loss-curve', 'steps: 150\nbad_batches: [100]\nwindow: 30');
    assert.deepEqual(problems, []);
    assert.equal((results!.spike_starts as number[])[0], 100);
    assert.equal(results?.cost_skip, 1);
    assert.ok(Number(results?.cost_wait) > 1);
    assert.ok(Number(results?.peak_z_loss) > 100);
    const calm = await checked('loss-curve', 'steps: 150\nbad_batches: [100]\nwindow: 30\nrespond: skip');
    assert.deepEqual(calm.results?.cost_wait, results?.cost_wait);
  });

  for (const [text, wanted] of [
    [
      'steps: 100\nbad_batches: [100]',
      'demo.value «[100]» bad_batches names batch 100; there are 100, counted from 0.',
    ],
    ['data: {path: run.csv}', 'demo.value «{path: run.csv}» data needs loss: a file and the name of its column.'],
    [
      'data: {path: run.csv, loss: los}',
      'demo.value «los» data.loss names no column of run.csv, which has step, loss, norm.',
    ],
    [
      'data: {path: run.csv, loss: loss}\nseed: 3',
      'demo.value «3» seed means nothing where the curve is read from a table.',
    ],
    [
      'data: {path: run.csv, loss: step}',
      'demo.value «step» data.loss row 0: a loss must be a number above zero, with a point for decimals.',
    ],
  ] as const)
    it(`says what cannot be: ${text.replaceAll('\n', ', ')}`, async () =>
      assert.deepEqual(await problemsOf('loss-curve', text, table(csv)), [wanted]));
});
