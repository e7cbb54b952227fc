import { say } from '../../l10n/say';
import type { Accumulator } from '../../reference/precision/accumulate';
import {
  type FormatName,
  type NumberFormat,
  numberFormats,
  type Overflow,
} from '../../reference/precision/number-format';
import type { Scaling } from '../../reference/precision/quantise';
import type { Complain } from '../complain';
import { withDefaults } from '../schema/key';
import { byPath, type ValuesByPath } from '../values-by-path';
import { type PrecisionValues, precisionKeys } from './precision-keys';

export interface PrecisionSetup {
  readonly name: FormatName;
  readonly format: NumberFormat;
  readonly values: readonly number[];
  readonly overflow: Overflow;
  readonly scaling: Scaling;
  readonly scalingKind: 'none' | 'tensor' | 'block';
  readonly tensor: 'gaussian' | 'course-nano';
  readonly deviation: number;
  readonly outliers: number;
  readonly terms: number;
  /** In standard deviations. */
  readonly mean: number;
  readonly accumulate: Accumulator;
  readonly seed: number;
}

const someValues = [0.1, 1, 3.3, 448, 70_000, 0.000_01] as const;

/** Fills in the defaults and complains of what cannot be together. */
export function precisionSetup(values: PrecisionValues, complain: Complain): PrecisionSetup {
  const given = withDefaults(precisionKeys, values);
  const { kind, block, power_of_two: powerOfTwo } = withDefaults(precisionKeys.scaling.keys, values.scaling ?? {});
  if (values.scaling?.block !== undefined && kind !== 'block')
    complain('scaling.block', say`means nothing where scaling is ${kind}.`, undefined, 'warning');
  if (values.scaling?.power_of_two !== undefined && kind === 'none')
    complain('scaling.power_of_two', say`means nothing without a scale.`, undefined, 'warning');
  const { bits, every } = withDefaults(precisionKeys.accumulate.keys, values.accumulate ?? {});
  if (every !== undefined && kind === 'block' && block % every !== 0)
    complain(
      'accumulate.every',
      say`must divide ${block}, the values of a block, which has a scale of its own.`,
      `${block}`,
    );
  if (given.tensor !== 'gaussian' && values.outliers === undefined && values.deviation !== undefined)
    complain(
      'deviation',
      say`is that of the product's factors alone: the tensor is ${given.tensor}.`,
      undefined,
      'warning',
    );
  return {
    ...{ name: given.format, format: numberFormats[given.format], values: given.values ?? someValues },
    ...{ overflow: given.overflow, scalingKind: kind },
    scaling: { block: kind === 'none' ? undefined : kind === 'block' ? block : Number.MAX_SAFE_INTEGER, powerOfTwo },
    ...{ tensor: given.tensor, deviation: given.deviation, outliers: given.outliers },
    ...{ terms: given.terms, mean: given.mean, seed: given.seed },
    accumulate: { bits, every: every ?? (kind === 'block' ? block : undefined) },
  };
}

/** The value of every key by path, defaults filled in. */
export function precisionInForce(values: PrecisionValues, { accumulate }: PrecisionSetup): ValuesByPath {
  const { scaling, accumulate: sums } = precisionKeys;
  return {
    ...byPath(withDefaults(precisionKeys, values)),
    ...byPath(withDefaults(scaling.keys, values.scaling ?? {}), 'scaling.'),
    ...byPath(withDefaults(sums.keys, values.accumulate ?? {}), 'accumulate.'),
    ...(accumulate.every !== undefined && { 'accumulate.every': accumulate.every }),
  };
}
