import { say } from '../../l10n/say';
import type { Complain } from '../complain';
import { withDefaults } from '../schema/key';
import { byPath, type ValuesByPath } from '../values-by-path';
import { longestDraft, type MultiTokenValues, multiTokenKeys } from './multi-token-keys';

export interface MultiTokenSetup {
  /** The chance of each token of the draft. */
  readonly chances: readonly number[];
  /** The one chance of all, where there is one. */
  readonly acceptance: number | undefined;
  /** As a share of a pass. */
  readonly draftCost: number;
  /** Seconds of a pass. */
  readonly pass: number;
  readonly tokens: number;
  readonly seed: number;
}

/** Fills in the defaults and complains of what cannot be together. */
export function multiTokenSetup(values: MultiTokenValues, complain: Complain): MultiTokenSetup {
  const given = withDefaults(multiTokenKeys, values);
  const { acceptances } = values;
  if (acceptances && values.acceptance !== undefined)
    complain('acceptance', say`and acceptances cannot both be given.`);
  if (acceptances && values.draft !== undefined && values.draft !== acceptances.length)
    complain('draft', say`must be ${acceptances.length}, as many as acceptances has.`, `${acceptances.length}`);
  if (acceptances && (acceptances.length > longestDraft || acceptances.some((chance) => chance < 0 || chance > 1)))
    complain('acceptances', say`must be at most ${longestDraft} chances from 0 to 1.`);
  return {
    chances: acceptances ?? new Array<number>(given.draft).fill(given.acceptance),
    acceptance: acceptances ? undefined : given.acceptance,
    ...{ draftCost: given.draft_cost, pass: given.pass_ms / 1e3, tokens: given.tokens, seed: given.seed },
  };
}

/** The value of every key by path, defaults filled in; one chance only where each token has none of its own. */
export function multiTokenInForce(values: MultiTokenValues, { chances }: MultiTokenSetup): ValuesByPath {
  const { acceptance, ...rest } = byPath(withDefaults(multiTokenKeys, values));
  return { ...(values.acceptances ? {} : { acceptance }), ...rest, draft: chances.length };
}
