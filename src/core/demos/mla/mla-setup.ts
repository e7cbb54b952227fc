import { say } from '../../l10n/say';
import type { CacheShape } from '../../reference/kv-cache';
import { type PublishedCache, publishedCaches } from '../../reference/published-caches';
import type { Complain } from '../complain';
import { withDefaults } from '../schema/key';
import { byPath, type ValuesByPath } from '../values-by-path';
import { type MlaValues, mlaKeys } from './mla-keys';

export interface MlaSetup {
  readonly heads: number;
  readonly headWidth: number;
  readonly latentRank: number;
  readonly queryRank: number;
  readonly ropeWidth: number;
  readonly layers: number;
  readonly context: number;
  readonly batch: number;
  readonly bits: number;
  /** `tokens`: those that its cache holds, as a mean over its layers. */
  readonly against: { readonly shape: CacheShape; readonly bits: number; readonly tokens: number };
}

/** DeepSeek-V3 has a layer more than V2; all other sizes are the keys' own defaults. */
const layersOf = { 'deepseek-v2': mlaKeys.layers.default, 'deepseek-v3': 61 } as const;

/** Fills in the defaults and complains of what cannot be together. */
export function mlaSetup(values: MlaValues, complain: Complain): MlaSetup {
  const given = withDefaults(mlaKeys, values);
  const ropeWidth = given.rope_dim;
  if (ropeWidth % 2 !== 0)
    complain('rope_dim', say`must be even: rotary positions turn channels in pairs.`, `${ropeWidth + 1}`);
  const own = {
    heads: given.heads,
    headWidth: given.head_dim,
    latentRank: given.kv_rank,
    queryRank: given.q_rank,
    ropeWidth,
    layers: values.layers ?? layersOf[given.preset],
    context: given.context,
    batch: given.batch,
    bits: given.cache_bits,
  };
  return { ...own, against: againstOf(values.against ?? {}, own, complain) };
}

/** The value of every key by path, defaults filled in. */
export function mlaInForce(values: MlaValues, { layers }: MlaSetup): ValuesByPath {
  return { ...byPath(withDefaults(mlaKeys, values)), layers };
}

function againstOf(
  values: NonNullable<MlaValues['against']>,
  own: Pick<MlaSetup, 'heads' | 'headWidth' | 'layers' | 'context'>,
  complain: Complain,
): MlaSetup['against'] {
  const { keys: defaults } = mlaKeys.against;
  const preset: PublishedCache | undefined = values.preset && publishedCaches[values.preset];
  const kind = values.kind ?? preset?.kind ?? defaults.kind.default;
  const headWidth = values.head_dim ?? preset?.headWidth ?? own.headWidth;
  const layers = values.layers ?? preset?.layers ?? own.layers;
  const heads = values.heads ?? preset?.heads ?? own.heads;
  const groups = values.groups ?? preset?.groups ?? Math.min(defaults.groups.default, heads);
  if (values.groups !== undefined && kind !== 'gqa')
    complain('against.groups', say`means nothing for ${kind}; only gqa has groups.`);
  if (kind === 'gqa' && heads % groups !== 0)
    complain(
      values.groups === undefined ? 'against.heads' : 'against.groups',
      say`does not fit: ${heads} heads do not divide among ${groups} groups.`,
    );
  const bits = values.cache_bits ?? defaults.cache_bits.default;
  const window = values.window ?? preset?.window?.tokens;
  const full = window === undefined ? layers : (values.full_layers ?? fullOf(values, preset));
  if (values.full_layers !== undefined && window === undefined)
    complain('against.full_layers', say`means nothing without a window.`);
  if (full > layers) complain('against.full_layers', say`must be at most ${layers}, its layers.`, `${layers}`);
  const held = Math.min(own.context, window ?? own.context);
  const tokens = (full * own.context + (layers - full) * held) / layers;
  if (kind === 'mha') return { shape: { kind, heads, headWidth, layers }, bits, tokens };
  if (kind === 'gqa') return { shape: { kind, groups, headWidth, layers }, bits, tokens };
  return { shape: { kind, headWidth, layers }, bits, tokens };
}

/** Layers of a preset that keep all tokens; with a window or layers of the author's own none. */
const fullOf = ({ window, layers }: NonNullable<MlaValues['against']>, preset: PublishedCache | undefined): number =>
  window === undefined && layers === undefined ? (preset?.window?.fullLayers ?? 0) : 0;
