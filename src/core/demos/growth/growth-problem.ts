import { doublingYears, valueAfter, yearlyFactor, yearsUntil } from '../../reference/growth/growth';
import { finite } from '../result';
import type { GrowthResults } from './growth-keys';
import type { GrowthSetup, Limit } from './growth-setup';

/** The year in which a limit is met; undefined where it never is. */
export function yearOf({ from }: GrowthSetup, { quantity, value }: Limit): number | undefined {
  const years = yearsUntil(quantity, value);
  return years === undefined ? undefined : from + years;
}

/** The limit that is met first; undefined where none ever is. */
export function firstMet(setup: GrowthSetup): { readonly limit: Limit; readonly year: number } | undefined {
  const met = setup.limits.flatMap((limit) => {
    const year = yearOf(setup, limit);
    return year === undefined ? [] : [{ limit, year }];
  });
  return met.reduce<(typeof met)[number] | undefined>(
    (best, next) => (best && best.year <= next.year ? best : next),
    undefined,
  );
}

export function solveGrowth(setup: GrowthSetup): GrowthResults {
  const { quantities, limits, from, at } = setup;
  const first = firstMet(setup);
  return {
    first: first?.limit.name ?? null,
    first_year: first?.year ?? null,
    limit_years: limits.map((limit) => yearOf(setup, limit) ?? null),
    values: quantities.map((quantity) => finite(valueAfter(quantity, at - from))),
    yearly: quantities.map(yearlyFactor),
    doubling_months: quantities.map((quantity) => finite(12 * doublingYears(quantity))),
    ratios: limits.map(({ quantity, value }) => finite(valueAfter(quantity, at - from) / valueAfter(value, at - from))),
  };
}
