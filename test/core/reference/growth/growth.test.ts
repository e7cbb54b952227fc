import assert from 'node:assert/strict';
import { doublingYears, valueAfter, yearlyFactor, yearsUntil } from '../../../../src/core/reference/growth/growth';

const near = (found: number | undefined, wanted: number) =>
  assert.ok(found !== undefined && Math.abs(found - wanted) <= 1e-12 * Math.abs(wanted), `${found}, not ${wanted}`);

describe('growth at stated rates', () => {
  it('multiplies by its factor in every span', () => {
    const models = { start: 3, times: 410, years: 2 };
    near(valueAfter(models, 2), 1230);
    near(valueAfter(models, 4), 3 * 410 ** 2);
    near(valueAfter(models, -2), 3 / 410);
    near(yearlyFactor(models), 20.248456731316587);
    near(doublingYears({ start: 1, times: 4, years: 1 }), 0.5);
    near(doublingYears({ start: 1, times: 0.5, years: 3 }), -3);
    assert.equal(doublingYears({ start: 1, times: 1, years: 3 }), Number.POSITIVE_INFINITY);
  });

  it('meets what grows more slowly', () => {
    // 1 · 4^t = 1000 · 2^t at 2^t = 1000.
    near(yearsUntil({ start: 1, times: 4, years: 1 }, { start: 1000, times: 2, years: 1 }), Math.log2(1000));
    near(yearsUntil({ start: 1, times: 100, years: 2 }, { start: 1000, times: 1, years: 1 }), 3);
    const [quantity, limit] = [
      { start: 5.44e9, times: 410, years: 2 },
      { start: 32e9, times: 2, years: 2 },
    ];
    const t = yearsUntil(quantity, limit)!;
    near(valueAfter(quantity, t), valueAfter(limit, t));
  });

  it('meets at once what is passed already, and never what it does not gain on', () => {
    assert.equal(yearsUntil({ start: 5, times: 2, years: 1 }, { start: 4, times: 9, years: 1 }), 0);
    assert.equal(yearsUntil({ start: 1, times: 2, years: 1 }, { start: 4, times: 4, years: 2 }), undefined);
    assert.equal(yearsUntil({ start: 1, times: 0.5, years: 1 }, { start: 4, times: 1, years: 1 }), undefined);
  });
});
