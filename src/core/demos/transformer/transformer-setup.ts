import { type Defaulted, withDefaults } from '../schema/key';
import { byPath, type ValuesByPath } from '../values-by-path';
import { type TransformerValues, transformerKeys } from './transformer-keys';

export type TransformerSetup = Defaulted<typeof transformerKeys>;

/** Fills in the defaults; what fits the model is known once it is loaded. */
export const transformerSetup = (values: TransformerValues): TransformerSetup => withDefaults(transformerKeys, values);

/** The value of every key by path, defaults filled in. */
export const transformerInForce = (_: TransformerValues, setup: TransformerSetup): ValuesByPath => byPath(setup);
