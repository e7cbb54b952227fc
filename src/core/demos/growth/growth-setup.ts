import { say } from '../../l10n/say';
import type { Growing } from '../../reference/growth/growth';
import { type Complain, complainOfMissing } from '../complain';
import { nearestKey } from '../nearest-key';
import { withDefaults } from '../schema/key';
import { byPath, type ValuesByPath } from '../values-by-path';
import { type GrowthValues, growthKeys } from './growth-keys';
import { publishedGrowth } from './published-growth';

export interface Quantity extends Growing {
  readonly name: string;
  readonly unit: string | undefined;
  readonly source: string;
}

export interface Limit {
  readonly name: string;
  readonly quantity: Quantity;
  /** What is met: it stays where it is, or is a quantity too. */
  readonly value: Growing;
  readonly source: string;
}

export interface GrowthSetup {
  readonly quantities: readonly Quantity[];
  readonly limits: readonly Limit[];
  readonly from: number;
  readonly until: number;
  /** The year in which values are read. */
  readonly at: number;
}

/** Fills in the defaults and complains of what cannot be together, and of rates that name no source. */
export function growthSetup(values: GrowthValues, complain: Complain): GrowthSetup {
  if (values.preset && values.quantities) complain('preset', say`and quantities cannot both be given.`);
  if (values.limits && !values.quantities)
    for (const [index, { quantity }] of values.limits.entries())
      if (quantity === undefined)
        complainOfMissing(
          complain,
          `limits.${index}`,
          [`limits.${index}.quantity`],
          say`needs quantity: ${namesOf(publishedOf(values))}.`,
        );
  const published = publishedOf(values);
  const quantities = quantitiesOf(values.quantities ?? published.quantities, complain);
  const limits = limitsOf(values.limits ?? (values.quantities ? [] : published.limits), quantities, complain);
  const from = values.from ?? (values.quantities ? growthKeys.from.default : published.from);
  const until = values.until ?? from + 10;
  if (until <= from) complain(values.until === undefined ? 'from' : 'until', say`must be after ${from}.`);
  return { quantities, limits, from, until, at: values.at ?? until };
}

/** The value of every key by path, defaults filled in; a preset only where no quantities are given. */
export function growthInForce(values: GrowthValues, { from, until, at }: GrowthSetup): ValuesByPath {
  const { preset, ...rest } = byPath(withDefaults(growthKeys, values));
  return { ...(values.quantities ? {} : { preset }), ...rest, from, until, at };
}

const publishedOf = ({ preset }: GrowthValues) => publishedGrowth[preset ?? growthKeys.preset.default];

const namesOf = ({ quantities }: { readonly quantities: readonly { readonly name: string }[] }): string =>
  quantities.map(({ name }) => name).join(', ');

function quantitiesOf(given: NonNullable<GrowthValues['quantities']>, complain: Complain): Quantity[] {
  const seen = new Set<string>();
  return given.map((values, index) => {
    const { name, start, times, years, unit, source } = withDefaults(growthKeys.quantities.keys, values);
    const path = `quantities.${index}`;
    if (name === undefined || times === undefined)
      complainOfMissing(
        complain,
        path,
        [`${path}.${name === undefined ? 'name' : 'times'}`],
        say`needs ${name === undefined ? say`name: what grows` : say`times: the factor by which it grows`}.`,
      );
    else if (source === undefined || source.trim() === '')
      complainOfMissing(
        complain,
        path,
        [`${path}.source`],
        say`needs source: where it is from that ${name} grows ${times} times.`,
      );
    if (name !== undefined && seen.has(name)) complain(`${path}.name`, say`is there twice: ${name}.`);
    seen.add(name ?? '');
    return { name: name ?? '', start, times: times ?? 1, years, unit, source: source ?? '' };
  });
}

function limitsOf(
  given: NonNullable<GrowthValues['limits']>,
  quantities: readonly Quantity[],
  complain: Complain,
): Limit[] {
  const named = (path: string, name: string | undefined): Quantity | undefined => {
    const found = quantities.find((quantity) => quantity.name === name);
    const names = quantities.map((quantity) => quantity.name);
    if (name === undefined) complain(path, say`names a quantity: ${names.join(', ')}.`);
    else if (!found) complain(path, say`names no quantity; there are ${names.join(', ')}.`, nearestKey(name, names));
    return found;
  };
  return given.flatMap(({ name, quantity: meets, at, of, source }, index): Limit[] => {
    const path = `limits.${index}`;
    const quantity = named(`${path}.quantity`, meets);
    if ((at === undefined) === (of === undefined)) {
      complain(path, say`needs either at, a value, or of, the name of another quantity.`);
      return [];
    }
    const other = of === undefined ? undefined : named(`${path}.of`, of);
    if (at !== undefined && (source === undefined || source.trim() === ''))
      complainOfMissing(complain, path, [`${path}.source`], say`needs source: where the value ${at} is from.`);
    const value: Growing | undefined = at === undefined ? other : { start: at, times: 1, years: 1 };
    if (!quantity || !value) return [];
    if (other === quantity) complain(`${path}.of`, say`cannot be the quantity itself.`);
    return [{ name: name ?? of ?? say`limit ${index}`, quantity, value, source: source ?? other?.source ?? '' }];
  });
}
