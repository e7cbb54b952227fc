import type { CacheShape } from '../../reference/kv-cache';
import type { Complain, MlaValues } from '../demo';

export interface MlaSetup {
  readonly heads: number;
  readonly headWidth: number;
  readonly latentRank: number;
  readonly queryRank: number;
  readonly ropeWidth: number;
  readonly layers: number;
  readonly context: number;
  readonly bits: number;
  readonly against: { readonly shape: CacheShape; readonly bits: number };
}

const layersOf = { 'deepseek-v2': 60, 'deepseek-v3': 61 } as const;

/** Fills in the defaults and complains of what cannot be together. */
export function mlaSetup(values: MlaValues, complain: Complain): MlaSetup {
  const ropeWidth = values.rope_dim ?? 64;
  if (ropeWidth % 2 !== 0)
    complain('rope_dim', `must be even: rotary positions turn channels in pairs.`, `${ropeWidth + 1}`);
  const own = {
    heads: values.heads ?? 128,
    headWidth: values.head_dim ?? 128,
    latentRank: values.kv_rank ?? 512,
    queryRank: values.q_rank ?? 1536,
    ropeWidth,
    layers: values.layers ?? layersOf[values.preset ?? 'deepseek-v2'],
    context: values.context ?? 32768,
    bits: values.cache_bits ?? 16,
  };
  return { ...own, against: againstOf(values.against ?? {}, own, complain) };
}

function againstOf(
  values: NonNullable<MlaValues['against']>,
  own: Pick<MlaSetup, 'heads' | 'headWidth' | 'layers'>,
  complain: Complain,
): MlaSetup['against'] {
  const preset = values.preset ? deepseek67b : undefined;
  const kind = values.kind ?? preset?.kind ?? 'mha';
  const headWidth = values.head_dim ?? preset?.headWidth ?? own.headWidth;
  const layers = values.layers ?? preset?.layers ?? own.layers;
  const heads = values.heads ?? preset?.heads ?? own.heads;
  const groups = values.groups ?? preset?.groups ?? Math.min(8, heads);
  if (values.groups !== undefined && kind !== 'gqa')
    complain('against.groups', `means nothing for ${kind}; only gqa has groups.`);
  if (kind === 'gqa' && heads % groups !== 0)
    complain(
      values.groups === undefined ? 'against.heads' : 'against.groups',
      `does not fit: ${heads} heads do not divide among ${groups} groups.`,
    );
  const bits = values.cache_bits ?? 16;
  if (kind === 'mha') return { shape: { kind, heads, headWidth, layers }, bits };
  if (kind === 'gqa') return { shape: { kind, groups, headWidth, layers }, bits };
  return { shape: { kind, headWidth, layers }, bits };
}

/** DeepSeek LLM 67B (arXiv 2401.02954, table 2). */
const deepseek67b = { kind: 'gqa', heads: 64, groups: 8, headWidth: 128, layers: 95 } as const;
