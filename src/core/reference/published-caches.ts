/** The attention of a published model, as far as its cache of keys and values depends on it. */
export interface PublishedCache {
  readonly kind: 'mha' | 'gqa';
  readonly heads: number;
  /** Groups that share a key and a value; of multi-head attention none. */
  readonly groups?: number;
  readonly headWidth: number;
  readonly layers: number;
  /** Tokens that all layers but some keep. */
  readonly window?: { readonly tokens: number; readonly fullLayers: number };
  readonly source: string;
}

const llama2 = 'Touvron et al. 2023, Llama 2, arXiv 2307.09288, table 1 and section A.2.1';
const llama3 = 'Llama 3, arXiv 2407.21783, table 3';

export const publishedCaches = {
  'deepseek-67b': {
    ...{ kind: 'gqa', heads: 64, groups: 8, headWidth: 128, layers: 95 },
    source: 'DeepSeek LLM, arXiv 2401.02954, section 2.2 and table 2',
  },
  'llama-2-7b': { kind: 'mha', heads: 32, headWidth: 128, layers: 32, source: llama2 },
  'llama-2-70b': { kind: 'gqa', heads: 64, groups: 8, headWidth: 128, layers: 80, source: llama2 },
  'llama-3-8b': { kind: 'gqa', heads: 32, groups: 8, headWidth: 128, layers: 32, source: llama3 },
  'llama-3-70b': { kind: 'gqa', heads: 64, groups: 8, headWidth: 128, layers: 80, source: llama3 },
  'llama-3-405b': { kind: 'gqa', heads: 128, groups: 8, headWidth: 128, layers: 126, source: llama3 },
  'mixtral-8x7b': {
    ...{ kind: 'gqa', heads: 32, groups: 8, headWidth: 128, layers: 32 },
    source: 'Jiang et al. 2024, Mixtral of Experts, arXiv 2401.04088, table 1',
  },
  'qwen-2.5-72b': {
    ...{ kind: 'gqa', heads: 64, groups: 8, headWidth: 128, layers: 80 },
    source: 'Qwen2.5, arXiv 2412.15115, table 1',
  },
  'gemma-2-9b': {
    ...{ kind: 'gqa', heads: 16, groups: 8, headWidth: 256, layers: 42, window: { tokens: 4096, fullLayers: 21 } },
    source: 'Gemma 2, arXiv 2408.00118, table 1 and section 2: every other layer keeps 4,096 tokens',
  },
  'gemma-2-27b': {
    ...{ kind: 'gqa', heads: 32, groups: 16, headWidth: 128, layers: 46, window: { tokens: 4096, fullLayers: 23 } },
    source: 'Gemma 2, arXiv 2408.00118, table 1 and section 2: every other layer keeps 4,096 tokens',
  },
} as const satisfies Readonly<Record<string, PublishedCache>>;

export type PublishedCacheName = keyof typeof publishedCaches;
