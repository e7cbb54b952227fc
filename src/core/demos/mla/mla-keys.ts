import { say } from '../../l10n/say';
import { type PublishedCache, type PublishedCacheName, publishedCaches } from '../../reference/published-caches';
import { choice, commonKeys, type Keys, number, record, type ValuesOf, whole } from '../schema/key';
import { oneNumber, type ResultKeys, type ResultsOf } from '../schema/result-key';

const deepseekV2 = 'DeepSeek-V2, arXiv 2405.04434';

const cacheMeanings = Object.fromEntries(
  Object.entries(publishedCaches).map(([name, cache]) => [name, meaningOf(cache)]),
) as Record<PublishedCacheName, string>;

function meaningOf({ kind, heads, groups, headWidth, layers, window, source }: PublishedCache): string {
  const shared = kind === 'gqa' ? say`${heads} heads in ${groups} groups` : say`${heads} heads`;
  const kept = window ? say`, ${layers - window.fullLayers} of them with the last ${window.tokens} tokens alone` : '';
  return say`${shared} of ${headWidth}, ${layers} layers${kept}; ${source}`;
}

export const mlaKeys = {
  ...commonKeys,
  preset: choice(
    {
      'deepseek-v2': say`128 heads of 128, latent 512, query latent 1536, rotary 64, 60 layers`,
      'deepseek-v3': say`the same with 61 layers`,
    },
    { meaning: say`A published model whose sizes are the defaults.`, default: 'deepseek-v2' },
  ),
  heads: whole(1, 1024, { meaning: say`Attention heads.`, default: 128 }),
  head_dim: whole(1, 1024, { meaning: say`Width of a head without its rotary part.`, default: 128 }),
  kv_rank: whole(1, 65536, {
    meaning: say`Width of the latent that keys and values are made from: with the rotary key all that is cached.`,
    default: 512,
    formula: 'c = W^{DKV} h',
    source: `${deepseekV2}, eq. 9`,
  }),
  q_rank: whole(1, 65536, { meaning: say`Width of the latent that queries are made from.`, default: 1536 }),
  rope_dim: whole(2, 1024, { meaning: say`Width of the rotary key that all heads share; even.`, default: 64 }),
  layers: whole(1, 1024, { meaning: say`Layers.`, default: 60, otherwise: say`or 61 for deepseek-v3` }),
  context: whole(1, 1e9, { meaning: say`Tokens in the cache.`, default: 32768 }),
  batch: whole(1, 1e9, { meaning: say`Texts that are written at once, each with a cache of its own.`, default: 1 }),
  cache_bits: number(1, 64, { meaning: say`Bits that a cached number takes.`, default: 16 }),
  against: record(
    {
      preset: choice(cacheMeanings, { meaning: say`A published model to compare with.` }),
      kind: choice(
        {
          mha: say`a key and a value for every head`,
          gqa: say`a key and a value for every group of heads`,
          mqa: say`one key and one value`,
        },
        { meaning: say`The attention to compare with.`, default: 'mha' },
      ),
      heads: whole(1, 1024, { meaning: say`Its heads (mha).`, otherwise: say`the same` }),
      head_dim: whole(1, 1024, { meaning: say`Width of its heads.`, otherwise: say`the same` }),
      groups: whole(1, 1024, { meaning: say`Its groups (gqa).`, default: 8 }),
      layers: whole(1, 1024, { meaning: say`Its layers.`, otherwise: say`the same` }),
      window: whole(1, 1e9, { meaning: say`Tokens that its windowed layers keep.`, otherwise: say`all` }),
      full_layers: whole(0, 1024, {
        meaning: say`How many of its layers keep all tokens beside a window: a hybrid cache.`,
        otherwise: say`none`,
      }),
      cache_bits: number(1, 64, { meaning: say`Bits that its cached numbers take.`, default: 16 }),
    },
    {
      shorthand: 'preset',
      meaning: say`What the cache is compared with in \`reduction_elements\` and \`reduction_bytes\`.`,
      otherwise: say`multi-head attention of the same shape at 16 bits`,
    },
  ),
} as const satisfies Keys;

export type MlaValues = ValuesOf<typeof mlaKeys>;

export const mlaResults = {
  kv_elements_per_token: oneNumber({
    unit: 'elements',
    meaning: say`Numbers cached for a token over all layers.`,
    formula: '(d_c + d_R)\\,l',
  }),
  bytes_per_token: oneNumber({
    unit: 'bytes',
    meaning: say`The same in bytes.`,
    formula: '\\mathrm{elements} \\cdot \\mathrm{bits} / 8',
  }),
  reduction_elements: oneNumber({
    meaning: say`How much smaller than \`against\`, in numbers.`,
    formula: '1 - \\mathrm{ours}/\\mathrm{theirs}',
  }),
  reduction_bytes: oneNumber({ meaning: say`How much smaller than \`against\`, in bytes.` }),
  reduction_vs_mha: oneNumber({
    meaning: say`How much smaller than multi-head attention of the same shape, in numbers.`,
  }),
  reduction_vs_gqa: oneNumber({
    meaning: say`How much smaller than grouped-query attention of the same shape with 8 groups, in numbers.`,
    absent: say`fewer than 8 heads cannot stand in 8 groups`,
  }),
  max_abs_error: oneNumber({
    meaning: say`The greatest difference between the expanded and the absorbed form, on a seeded problem of this shape cut to 2 heads, a latent of 64 and 6 tokens.`,
  }),
  against_elements_per_token: oneNumber({
    unit: 'elements',
    meaning: say`Numbers that \`against\` caches for a token.`,
  }),
  cache_bytes: oneNumber({ unit: 'bytes', meaning: say`Bytes at the given context, of the whole batch.` }),
  against_cache_bytes: oneNumber({
    unit: 'bytes',
    meaning: say`Bytes that \`against\` takes at the given context, of the whole batch.`,
  }),
} as const satisfies ResultKeys;

export type MlaResults = ResultsOf<typeof mlaResults>;
