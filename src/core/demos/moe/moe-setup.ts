import type { DropPolicy, Overflow } from '../../reference/moe/capacity';
import type { GateOptions } from '../../reference/moe/gate';
import type { Balance } from '../../reference/moe/train-balance';
import type { Complain, MoeValues } from '../demo';
import { named, words } from '../words';

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
const plain: Preset = { experts: 8, shared: 0, top_k: 2, score: 'softmax' };

/** Scores computed in one demo, tokens · experts · steps: a thousand steps of 2,048 tokens and 64 experts fit. */
const most = 2 ** 27;

/** Fills in the defaults and complains of what cannot be together. */
export function moeSetup(values: MoeValues, complain: Complain): MoeSetup {
  const preset = values.preset ? presets[values.preset] : plain;
  const experts = expertsOf(values, preset, complain);
  const groups = groupsOf(values, preset, experts, complain);
  const available = groups ? Math.max(1, Math.floor(experts / groups.count) * groups.keep) : experts;
  const topK = values.top_k ?? (values.preset ? preset.top_k : Math.min(preset.top_k, available));
  if (topK > available && !values.adaptive_k) {
    const why = groups
      ? `${groups.keep} of ${groups.count} groups hold ${available} experts`
      : `there are ${experts} experts`;
    const path = values.top_k !== undefined ? 'top_k' : values.experts !== undefined ? 'experts' : 'logits';
    complain(
      path,
      `does not fit: top-${topK} is asked for, but ${why}.`,
      path === 'top_k' ? `${available}` : undefined,
    );
  }
  const tokens = tokensOf(values, complain);
  const setup: MoeSetup = {
    ...{ tokens, byWord: values.text !== undefined || Array.isArray(values.tokens), experts },
    shared: values.shared ?? preset.shared,
    gate: gateOf(values, preset, groups, topK),
    ...{ skew: values.skew ?? 1, noise: values.noise ?? 0, seed: values.seed ?? 0, steps: values.steps ?? 1 },
    devices: values.devices ?? 1,
    ...balanceOf(values),
    capacity: values.capacity && {
      factor: values.capacity.factor ?? 1.25,
      overflow: values.capacity.overflow ?? 'drop',
      policy: values.capacity.policy ?? 'probability',
    },
  };
  check(values, setup, complain);
  return setup;
}

function expertsOf(values: MoeValues, preset: Preset, complain: Complain): number {
  const given = values.logits?.[0]?.length ?? values.bias?.length;
  const experts = values.experts ?? given ?? preset.experts;
  const wide = values.logits?.[0]?.length;
  if (wide !== undefined && wide !== experts)
    complain('logits', `has rows of ${wide} numbers, but there are ${experts} experts.`);
  if (values.bias && values.bias.length !== experts)
    complain('bias', `has ${values.bias.length} numbers, but there are ${experts} experts.`);
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
  const keep = values.groups?.keep ?? (values.groups ? 1 : (preset.groups?.keep ?? 1));
  if (experts % count !== 0) {
    const path = values.experts !== undefined ? 'experts' : values.groups ? 'groups.count' : 'logits';
    const fitting = path === 'experts' ? `${Math.max(1, Math.round(experts / count)) * count}` : undefined;
    complain(path, `does not fit: ${experts} experts do not divide among ${count} groups.`, fitting);
    return undefined;
  }
  if (keep > count) complain('groups.keep', `must be at most ${count}, the number of groups.`, `${count}`);
  return { count, keep: Math.min(keep, count) };
}

function gateOf(
  values: MoeValues,
  preset: Preset,
  groups: { count: number; keep: number } | undefined,
  topK: number,
): GateOptions {
  const score = values.score ?? preset.score;
  return {
    ...{ score, topK, scale: values.scale ?? preset.scale ?? 1, convention: values.convention ?? 'deepseek' },
    normalise: score === 'sigmoid' || preset.normalise === true,
    ...(groups && { groups }),
    ...(values.bias && { bias: values.bias }),
    ...(values.adaptive_k && { adaptive: { p: values.adaptive_k.p ?? 0.4 } }),
  };
}

function tokensOf(values: MoeValues, complain: Complain): readonly string[] {
  const rows = values.logits && named(values.logits.length);
  const ofText = values.text === undefined ? undefined : words(values.text);
  const own = values.tokens === undefined ? undefined : named(values.tokens);
  const tokens = ofText ?? own ?? rows ?? named(16);
  if (ofText && own && ofText.length !== own.length)
    complain('tokens', `is ${own.length}, but the text has ${ofText.length} words.`, `${ofText.length}`);
  if (rows && tokens.length !== rows.length)
    complain(ofText ? 'text' : 'tokens', `names ${tokens.length} tokens, but logits has ${rows.length} rows.`);
  if (tokens.length === 0) complain('text', 'has no words.');
  return tokens;
}

function balanceOf(values: MoeValues): Pick<MoeSetup, 'balance' | 'alpha'> {
  const { method = 'none', rate, alpha = 1e-2 } = values.balance ?? {};
  if (method === 'bias') return { balance: { method, rate: rate ?? 1e-3 }, alpha };
  if (method === 'aux-loss') return { balance: { method, rate: rate ?? 100, alpha }, alpha };
  return { balance: { method }, alpha };
}

function check(values: MoeValues, setup: MoeSetup, complain: Complain): void {
  const { experts, devices, steps } = setup;
  if (experts % devices !== 0) complain('devices', `must divide the ${experts} experts; ${devices} does not.`);
  const each = values.adaptive_k ? Math.max(1, experts / 8) : 1;
  const work = setup.tokens.length * experts * steps * each;
  if (work > most) {
    const path = (['steps', 'tokens', 'experts', 'text', 'logits'] as const).find((key) => values[key] !== undefined);
    const product = `${setup.tokens.length} tokens · ${experts} experts · ${steps} steps`;
    complain(path ?? 'preset', `is too large: ${product} must stay below ${Math.floor(most / each)}.`);
  }
}
