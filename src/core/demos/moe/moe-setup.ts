import { say } from '../../l10n/say';
import type { DropPolicy, Overflow } from '../../reference/moe/capacity';
import type { GateOptions } from '../../reference/moe/gate';
import type { Balance } from '../../reference/moe/train-balance';
import type { Complain } from '../complain';
import { withDefaults } from '../schema/key';
import { tokenNames, tokensOfText } from '../tokens';
import type { ValuesByPath } from '../values-by-path';
import { type MoeValues, moeKeys } from './moe-keys';

export interface MoeSetup {
  readonly tokens: readonly string[];
  /** Whether equal words are to have equal logits. */
  readonly byWord: boolean;
  readonly experts: number;
  readonly shared: number;
  readonly gate: GateOptions;
  readonly skew: number;
  readonly noise: number;
  readonly seed: number;
  readonly steps: number;
  readonly devices: number;
  readonly balance: Balance;
  readonly alpha: number;
  /** Width of a token. */
  readonly modelWidth: number | undefined;
  readonly capacity: { readonly factor: number; readonly overflow: Overflow; readonly policy: DropPolicy } | undefined;
}

interface Preset {
  readonly experts: number;
  readonly shared: number;
  readonly top_k: number;
  readonly score: 'softmax' | 'sigmoid';
  readonly groups?: { readonly count: number; readonly keep: number };
  readonly scale?: number;
  readonly normalise?: boolean;
}

const presets: Readonly<Record<NonNullable<MoeValues['preset']>, Preset>> = {
  switch: { experts: 8, shared: 0, top_k: 1, score: 'softmax' },
  mixtral: { experts: 8, shared: 0, top_k: 2, score: 'softmax', normalise: true },
  'deepseek-v2-lite': { experts: 64, shared: 2, top_k: 6, score: 'softmax' },
  'deepseek-v2': { experts: 160, shared: 2, top_k: 6, score: 'softmax', groups: { count: 8, keep: 3 }, scale: 16 },
  'deepseek-v3': { experts: 256, shared: 1, top_k: 8, score: 'sigmoid', groups: { count: 8, keep: 4 }, scale: 2.5 },
};
const plain: Preset = {
  experts: moeKeys.experts.default,
  shared: moeKeys.shared.default,
  top_k: moeKeys.top_k.default,
  score: moeKeys.score.default,
};

/** Scores computed in one demo, tokens · experts · steps: a thousand steps of 2,048 tokens and 64 experts fit. */
const most = 2 ** 27;

/** Scores of one step, tokens · experts, all of which are held at once. */
const mostScores = 2 ** 24;

/** Choices of one step, tokens · top-k, all of which are results. */
const mostPairs = 2 ** 20;

/**
 * Fills in the defaults and complains of what cannot be together; with a table that is not read yet, of nothing: it has
 * sizes of its own.
 */
export function moeSetup(values: MoeValues, complaining: Complain): MoeSetup {
  const complain: Complain = values.data ? () => undefined : complaining;
  const preset = values.preset ? presets[values.preset] : plain;
  const experts = expertsOf(values, preset, complain);
  const groups = groupsOf(values, preset, experts, complain);
  const available = groups ? Math.max(1, Math.floor(experts / groups.count) * groups.keep) : experts;
  const topK = values.top_k ?? (values.preset ? preset.top_k : Math.min(preset.top_k, available));
  if (topK > available && !values.adaptive_k) {
    const why = groups
      ? say`${groups.keep} of ${groups.count} groups hold ${available} experts`
      : say`there are ${experts} experts`;
    const path = values.top_k !== undefined ? 'top_k' : values.experts !== undefined ? 'experts' : 'logits';
    complain(
      path,
      say`does not fit: top-${topK} is asked for, but ${why}.`,
      path === 'top_k' ? `${available}` : undefined,
    );
  }
  const tokens = tokensOf(values, complain);
  const { skew, noise, seed, steps, devices } = withDefaults(moeKeys, values);
  const setup: MoeSetup = {
    ...{ tokens, byWord: values.text !== undefined || Array.isArray(values.tokens), experts },
    shared: values.shared ?? preset.shared,
    gate: gateOf(values, preset, groups, topK),
    ...{ skew, noise, seed, steps, devices },
    ...balanceOf(values),
    modelWidth: values.d_model,
    capacity: values.capacity && withDefaults(moeKeys.capacity.keys, values.capacity),
  };
  check(values, setup, complain);
  for (const [path, why] of idleKeys(values, setup)) complain(path, why, undefined, 'warning');
  return setup;
}

/** The value of every key by path, defaults filled in; absent where it is off. */
export function moeInForce(values: MoeValues, setup: MoeSetup): ValuesByPath {
  const { experts, shared, gate, skew, noise, seed, steps, devices, balance, capacity } = setup;
  return {
    ...{ preset: values.preset, experts, shared, top_k: gate.topK, score: gate.score, scale: gate.scale },
    ...{ skew, noise, seed, steps, devices, convention: gate.convention, text: values.text },
    normalise: gate.normalise,
    d_model: setup.modelWidth,
    tokens: values.data ? undefined : (values.tokens ?? setup.tokens.length),
    'data.path': values.data?.path,
    'data.layer': values.data?.layer,
    'groups.count': gate.groups?.count,
    'groups.keep': gate.groups?.keep,
    'adaptive_k.p': gate.adaptive?.p,
    'balance.method': balance.method,
    'balance.rate': balance.method === 'none' ? undefined : balance.rate,
    'balance.alpha': setup.alpha,
    'capacity.factor': capacity?.factor,
    'capacity.overflow': capacity?.overflow,
    'capacity.policy': capacity?.policy,
  };
}

function expertsOf(values: MoeValues, preset: Preset, complain: Complain): number {
  const given = values.logits?.[0]?.length ?? values.bias?.length;
  const experts = values.experts ?? given ?? preset.experts;
  const wide = values.logits?.[0]?.length;
  if (wide !== undefined && wide !== experts)
    complain('logits', say`has rows of ${wide} numbers, but there are ${experts} experts.`);
  if (values.bias && values.bias.length !== experts)
    complain('bias', say`has ${values.bias.length} numbers, but there are ${experts} experts.`);
  return experts;
}

function groupsOf(
  values: MoeValues,
  preset: Preset,
  experts: number,
  complain: Complain,
): { count: number; keep: number } | undefined {
  const count = values.groups?.count ?? (values.groups ? 1 : undefined) ?? preset.groups?.count;
  if (count === undefined) return undefined;
  const keep =
    values.groups?.keep ?? (values.groups ? undefined : preset.groups?.keep) ?? moeKeys.groups.keys.keep.default;
  if (experts % count !== 0) {
    const path = values.experts !== undefined ? 'experts' : values.groups ? 'groups.count' : 'logits';
    const fitting = path === 'experts' ? `${Math.max(1, Math.round(experts / count)) * count}` : undefined;
    complain(path, say`does not fit: ${experts} experts do not divide among ${count} groups.`, fitting);
    return undefined;
  }
  if (keep > count) complain('groups.keep', say`must be at most ${count}, the number of groups.`, `${count}`);
  return { count, keep: Math.min(keep, count) };
}

function gateOf(
  values: MoeValues,
  preset: Preset,
  groups: { count: number; keep: number } | undefined,
  topK: number,
): GateOptions {
  const score = values.score ?? preset.score;
  const { convention } = withDefaults(moeKeys, values);
  return {
    ...{ score, topK, scale: values.scale ?? preset.scale ?? moeKeys.scale.default, convention },
    normalise: values.normalise ?? (score === 'sigmoid' || preset.normalise === true),
    ...(groups && { groups }),
    ...(values.bias && { bias: values.bias }),
    ...(values.adaptive_k && { adaptive: withDefaults(moeKeys.adaptive_k.keys, values.adaptive_k) }),
  };
}

function tokensOf(values: MoeValues, complain: Complain): readonly string[] {
  const rows = values.logits && tokenNames(values.logits.length);
  const ofText = values.text === undefined ? undefined : tokensOfText(values.text);
  const own = values.tokens === undefined ? undefined : tokenNames(values.tokens);
  const tokens = ofText ?? own ?? rows ?? tokenNames(moeKeys.tokens.default);
  if (ofText && own && ofText.length !== own.length)
    complain('tokens', say`is ${own.length}, but the text has ${ofText.length} words.`, `${ofText.length}`);
  if (rows && tokens.length !== rows.length)
    complain(ofText ? 'text' : 'tokens', say`names ${tokens.length} tokens, but logits has ${rows.length} rows.`);
  if (tokens.length === 0) complain('text', say`has no words.`);
  return tokens;
}

function balanceOf(values: MoeValues): Pick<MoeSetup, 'balance' | 'alpha'> {
  const { method, rate, alpha } = withDefaults(moeKeys.balance.keys, values.balance ?? {});
  if (method === 'bias') return { balance: { method, rate }, alpha };
  if (method === 'aux-loss') return { balance: { method, rate: values.balance?.rate ?? 100, alpha }, alpha };
  return { balance: { method }, alpha };
}

/** Keys that others leave without an effect, by path, and why. */
function idleKeys(values: MoeValues, { gate, noise, balance, steps }: MoeSetup): [path: string, why: string][] {
  const found: [string, string][] = [];
  if (values.top_k !== undefined && gate.adaptive)
    found.push(['top_k', say`means nothing where adaptive_k chooses how many experts a token takes.`]);
  if (values.logits && values.skew !== undefined) found.push(['skew', say`means nothing where logits are given.`]);
  if (values.logits && values.seed !== undefined && noise === 0)
    found.push(['seed', say`means nothing where logits are given without noise: nothing is drawn.`]);
  if (values.balance?.rate !== undefined && balance.method === 'none' && steps > 1)
    found.push(['balance.rate', say`means nothing without a method of balancing: give bias or aux-loss.`]);
  return found;
}

function check(values: MoeValues, setup: MoeSetup, complain: Complain): void {
  const { experts, devices, steps } = setup;
  if (steps === 1 && (values.balance?.method === 'bias' || values.balance?.rate !== undefined))
    complain(
      'balance',
      say`has no effect in one step: what it moves is first used in the next. Give more steps.`,
      undefined,
      'warning',
    );
  if (experts % devices !== 0) complain('devices', say`must divide the ${experts} experts; ${devices} does not.`);
  const { topK, adaptive, score } = setup.gate;
  const lost =
    score === 'sigmoid'
      ? (values.logits?.findIndex((row) => row.every((x) => Math.exp(-x) === Number.POSITIVE_INFINITY)) ?? -1)
      : -1;
  if (lost >= 0)
    complain('logits', say`row ${lost}: so far below zero that every sigmoid is 0, which leaves no weights.`);
  const slots = Math.min(experts, adaptive ? experts : topK);
  const pairs = setup.tokens.length * slots;
  const largest = (['tokens', 'text', 'logits', 'top_k', 'experts'] as const).find((key) => values[key] !== undefined);
  if (!adaptive && pairs > mostPairs) {
    const product = say`${setup.tokens.length} tokens · top-${slots}`;
    complain(largest ?? 'preset', say`is too large: ${product} must not exceed ${mostPairs} choices.`);
    return;
  }
  // Each choice looks through all experts, and one that finds its expert full through them again.
  const searched = setup.capacity?.overflow === 'next-best' ? 2 : 1;
  const each = Math.max(1, (slots * searched) / 8);
  const work = setup.tokens.length * experts * steps * each;
  if (work > most) {
    const path = (['steps', 'tokens', 'experts', 'text', 'logits'] as const).find((key) => values[key] !== undefined);
    const product = say`${setup.tokens.length} tokens · ${experts} experts · ${steps} steps`;
    complain(path ?? 'preset', say`is too large: ${product} must stay below ${Math.floor(most / each)}.`);
  } else if (setup.tokens.length * experts > mostScores) {
    const product = say`${setup.tokens.length} tokens · ${experts} experts`;
    complain(largest ?? 'preset', say`is too large: ${product} must not exceed ${mostScores} scores.`);
  }
}
