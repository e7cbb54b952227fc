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
  /** Undefined where chances are stated. */
  readonly measure: Measure | undefined;
}

/** A model that is let write. */
export interface Measure {
  readonly model: string;
  readonly text: string | undefined;
  readonly tokens: number;
  readonly temperature: number;
  readonly draft: number;
}

/** Tokens of a draft that a model of a short context can check beside what it has written. */
const longestMeasured = 16;

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
  if (values.measure)
    for (const key of ['acceptance', 'acceptances'] as const)
      if (values[key] !== undefined)
        complain(key, say`and measure cannot both be given: what is measured is this chance.`);
  if (values.measure && given.draft > longestMeasured)
    complain('draft', say`must be at most ${longestMeasured} where it is measured.`, `${longestMeasured}`);
  const measured = values.measure && withDefaults(multiTokenKeys.measure.keys, values.measure);
  return {
    chances: acceptances ?? new Array<number>(given.draft).fill(given.acceptance),
    acceptance: acceptances ? undefined : given.acceptance,
    ...{ draftCost: given.draft_cost, pass: given.pass_ms / 1e3, tokens: given.tokens, seed: given.seed },
    measure: measured && { ...measured, text: measured.text, draft: given.draft },
  };
}

/** The value of every key by path, defaults filled in; one chance only where each token has none of its own. */
export function multiTokenInForce(values: MultiTokenValues, { chances, measure }: MultiTokenSetup): ValuesByPath {
  const { acceptance, ...rest } = byPath(withDefaults(multiTokenKeys, values));
  return {
    ...(values.acceptances || measure ? {} : { acceptance }),
    ...rest,
    ...(values.measure && byPath(withDefaults(multiTokenKeys.measure.keys, values.measure), 'measure.')),
    draft: chances.length,
  };
}
