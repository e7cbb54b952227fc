import assert from 'node:assert/strict';
import { dispatchElements, ringAllReduceBytes } from '../../../src/core/reference/communication';
import { type CacheShape, cacheBytes, cacheElements, reduction } from '../../../src/core/reference/kv-cache';
import { passAtK } from '../../../src/core/reference/sampling/pass-at-k';

const latent = (layers: number): CacheShape => ({ kind: 'mla', latentRank: 512, ropeWidth: 64, layers });
const deepseek67b: CacheShape = { kind: 'gqa', groups: 8, headWidth: 128, layers: 95 };

describe('the key-value cache', () => {
  it('holds 34,560 numbers a token in DeepSeek-V2 and 35,136 in V3', () => {
    assert.equal(cacheElements(latent(60)), 34_560);
    assert.equal(cacheElements(latent(61)), 35_136);
  });

  it("would hold 1,998,848 in multi-head attention of V3's shape, 56.9 times as many", () => {
    const mha = cacheElements({ kind: 'mha', heads: 128, headWidth: 128, layers: 61 });
    assert.equal(mha, 1_998_848);
    assert.equal((mha / cacheElements(latent(61))).toFixed(1), '56.9');
  });

  it('holds 194,560 in DeepSeek-67B, and one pair of vectors in multi-query attention', () => {
    assert.equal(cacheElements(deepseek67b), 194_560);
    assert.equal(cacheElements({ kind: 'mqa', headWidth: 128, layers: 2 }), 512);
  });

  it('is smaller by three honest answers: 93.34% in bytes, 82.24% in numbers, 98.24% against the same shape', () => {
    const ours = latent(60);
    const percent = (fraction: number) => (100 * fraction).toFixed(2);
    assert.equal(percent(reduction(cacheBytes(ours, 6), cacheBytes(deepseek67b, 16))), '93.34');
    assert.equal(percent(reduction(cacheElements(ours), cacheElements(deepseek67b))), '82.24');
    const same: CacheShape = { kind: 'mha', heads: 128, headWidth: 128, layers: 60 };
    assert.equal(percent(reduction(cacheElements(ours), cacheElements(same))), '98.24');
  });
});

describe('arithmetic around the models', () => {
  it('gives pass@k as the ratio of binomials', () => {
    assert.ok(Math.abs(passAtK(5, 2, 2) - (1 - 3 / 10)) < 1e-15);
    assert.equal(passAtK(5, 4, 2), 1);
    assert.equal(passAtK(5, 0, 3), 0);
    assert.ok(Math.abs(passAtK(2000, 10, 1) - 10 / 2000) < 1e-14);
  });

  it('gives the traffic of all-reduce and of expert dispatch', () => {
    assert.equal(ringAllReduceBytes(8, 1000), 1750);
    assert.equal(ringAllReduceBytes(1, 1000), 0);
    assert.equal(dispatchElements(8, 4096, 7168), 8 * 4096 * 7168);
  });
});
