import assert from 'node:assert/strict';
import { spikesOf } from '../../../../src/core/reference/training/spikes';

const rule = { window: 4, z: 3, fast: 2 };
/** Two losses in turn, with others in place of some. */
const curve = (length: number, others: Readonly<Record<number, number>>) =>
  Array.from({ length }, (_, step) => others[step] ?? (step % 2 === 0 ? 1 : Math.E ** 0.1));

describe('spikes of a loss curve', () => {
  it('are more than z standard deviations above the mean log loss of the window', () => {
    // The mean of 0 and 0.1 is 0.05, their spread 0.05: the bound is e^0.2.
    assert.deepEqual(spikesOf(curve(20, { 10: Math.E ** 0.199 }), rule), []);
    const [spike, ...more] = spikesOf(curve(20, { 10: Math.E ** 0.55 }), rule);
    assert.deepEqual(more, []);
    const { z, ...rest } = spike!;
    assert.deepEqual(rest, { start: 10, end: 11, peak: Math.E ** 0.55, kind: 'fast', open: false });
    assert.ok(Math.abs(z - 10) < 1e-9, `${z}`);
  });

  it('are slow where they last, and keep the bound from before them', () => {
    const found = spikesOf(curve(30, { 10: 3, 11: 4, 12: 2, 20: 9, 21: 9 }), rule);
    assert.deepEqual(
      found.map(({ start, end, peak, kind }) => [start, end, peak, kind]),
      [
        [10, 13, 4, 'slow'],
        [20, 22, 9, 'fast'],
      ],
    );
  });

  it('are not ended by a dip', () => {
    const ends = (others: Readonly<Record<number, number>>) =>
      spikesOf(curve(30, others), rule).map(({ start, end, kind }) => [start, end, kind]);
    assert.deepEqual(ends({ 10: 3, 15: 3 }), [[10, 16, 'slow']]);
    assert.deepEqual(ends({ 10: 3, 16: 3 }), [
      [10, 11, 'fast'],
      [16, 17, 'fast'],
    ]);
    assert.deepEqual(ends({ 27: 3 }), [[27, 28, 'fast']]);
  });

  it('may not be over at the end, and are none before a window is full', () => {
    const [spike] = spikesOf(curve(12, { 11: 3 }), rule);
    assert.deepEqual([spike?.kind, spike?.open, spike?.end], ['slow', true, 12]);
    assert.deepEqual(spikesOf(curve(12, { 2: 50 }), { ...rule, z: 30 }), []);
    assert.deepEqual(spikesOf([2, 2, 2, 2, 2, 2 + 1e-15, 2], rule), []);
  });
});
