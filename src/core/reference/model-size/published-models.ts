import type { ModelShape } from './model-shape';

/** A published model: its sizes, and the numbers of parameters that its authors give, as they write them. */
export interface PublishedModel {
  readonly shape: ModelShape;
  /** Total and active, as published: `46.7B`; a dense model has no active ones. */
  readonly total: string;
  readonly active?: string;
  /** Why what is counted from the shape is not the published number rounded. */
  readonly differs?: string;
  readonly source: string;
}

type Common = 'gated' | 'tied' | 'positions' | 'biases' | 'norm' | 'norms' | 'queryKeyNorm';
type Sizes = Omit<ModelShape, Common> & Partial<Pick<ModelShape, Common>>;

/** What most decoders since Llama have in common. */
const llamaLike = (sizes: Sizes): ModelShape => ({
  ...{ gated: true, tied: false, positions: 0, biases: 'none', norm: 'rms', norms: 2, queryKeyNorm: false },
  ...sizes,
});

const gptLike = (sizes: Omit<Sizes, 'vocabulary'>): ModelShape => ({
  ...{ gated: false, tied: true, positions: 0, biases: 'all', norm: 'layer', norms: 2, queryKeyNorm: false },
  ...{ vocabulary: 50_257, ...sizes },
});

const latent = { kvRank: 512, queryRank: 1536, ropeWidth: 64, valueWidth: 128 } as const;

const llama2 =
  'Touvron et al. 2023, arXiv 2307.09288, table 1 (groups: section A.2.1); feed-forward width: config.json';
const llama3 = 'Llama 3, arXiv 2407.21783, table 3; vocabulary, 128,000 there: config.json';
const qwen25 = 'Qwen2.5, arXiv 2412.15115, table 1; widths: config.json; numbers: model card';
const qwen3 = 'Qwen3, arXiv 2505.09388, table 2; widths: config.json; numbers: model card';
const gemma2 =
  'Gemma 2, arXiv 2408.00118, tables 1 and 2 (whose feed-forward dimension counts gate and up together); numbers: sum of table 2';
const named = 'the name is a round number';

export const publishedModels = {
  'gpt-2': {
    shape: gptLike({
      layers: 12,
      width: 768,
      heads: 12,
      groups: 12,
      headWidth: 64,
      hidden: 3072,
      positions: 1024,
    }),
    total: '117M',
    differs: 'the paper’s number was wrong, as the README of openai/gpt-2 says; it has 124M',
    source: 'Radford et al. 2019, Language Models are Unsupervised Multitask Learners, table 2',
  },
  'gpt-3': {
    shape: gptLike({
      layers: 96,
      width: 12_288,
      heads: 96,
      groups: 96,
      headWidth: 128,
      hidden: 49_152,
      positions: 2048,
    }),
    total: '174.6B',
    source: 'Brown et al. 2020, arXiv 2005.14165, table 2.1; number: table D.1',
  },
  'llama-2-7b': {
    shape: llamaLike({
      layers: 32,
      width: 4096,
      heads: 32,
      groups: 32,
      headWidth: 128,
      hidden: 11_008,
      vocabulary: 32_000,
    }),
    total: '7B',
    source: llama2,
  },
  'llama-2-70b': {
    shape: llamaLike({
      layers: 80,
      width: 8192,
      heads: 64,
      groups: 8,
      headWidth: 128,
      hidden: 28_672,
      vocabulary: 32_000,
    }),
    total: '70B',
    differs: named,
    source: llama2,
  },
  'llama-3-8b': {
    shape: llamaLike({
      layers: 32,
      width: 4096,
      heads: 32,
      groups: 8,
      headWidth: 128,
      hidden: 14_336,
      vocabulary: 128_256,
    }),
    total: '8B',
    source: llama3,
  },
  'llama-3-70b': {
    shape: llamaLike({
      layers: 80,
      width: 8192,
      heads: 64,
      groups: 8,
      headWidth: 128,
      hidden: 28_672,
      vocabulary: 128_256,
    }),
    total: '70B',
    differs: named,
    source: llama3,
  },
  'llama-3-405b': {
    shape: llamaLike({
      layers: 126,
      width: 16_384,
      heads: 128,
      groups: 8,
      headWidth: 128,
      hidden: 53_248,
      vocabulary: 128_256,
    }),
    total: '405B',
    differs: 'the number is cut, not rounded',
    source: llama3,
  },
  'mixtral-8x7b': {
    shape: llamaLike({
      layers: 32,
      width: 4096,
      heads: 32,
      groups: 8,
      headWidth: 128,
      hidden: 14_336,
      vocabulary: 32_000,
      experts: { count: 8, chosen: 2, shared: 0, hidden: 14_336, denseLayers: 0 },
    }),
    ...{ total: '46.7B', active: '12.9B' },
    source: 'Jiang et al. 2024, arXiv 2401.04088, table 1; numbers: Mistral AI 2023, Mixtral of experts',
  },
  'qwen-2.5-7b': {
    shape: llamaLike({
      layers: 28,
      width: 3584,
      heads: 28,
      groups: 4,
      headWidth: 128,
      hidden: 18_944,
      vocabulary: 152_064,
      biases: 'qkv',
    }),
    total: '7.61B',
    differs: 'the card’s number is cut, not rounded',
    source: qwen25,
  },
  'qwen-2.5-72b': {
    shape: llamaLike({
      layers: 80,
      width: 8192,
      heads: 64,
      groups: 8,
      headWidth: 128,
      hidden: 29_568,
      vocabulary: 152_064,
      biases: 'qkv',
    }),
    total: '72.7B',
    source: qwen25,
  },
  'qwen3-30b-a3b': {
    shape: llamaLike({
      layers: 48,
      width: 2048,
      heads: 32,
      groups: 4,
      headWidth: 128,
      hidden: 6144,
      vocabulary: 151_936,
      queryKeyNorm: true,
      experts: { count: 128, chosen: 8, shared: 0, hidden: 768, denseLayers: 0 },
    }),
    ...{ total: '30.5B', active: '3.3B' },
    differs: 'active: the number is cut, not rounded',
    source: qwen3,
  },
  'qwen3-235b-a22b': {
    shape: llamaLike({
      layers: 94,
      width: 4096,
      heads: 64,
      groups: 4,
      headWidth: 128,
      hidden: 12_288,
      vocabulary: 151_936,
      queryKeyNorm: true,
      experts: { count: 128, chosen: 8, shared: 0, hidden: 1536, denseLayers: 0 },
    }),
    ...{ total: '235B', active: '22B' },
    source: qwen3,
  },
  'gemma-2-9b': {
    shape: llamaLike({
      layers: 42,
      width: 3584,
      heads: 16,
      groups: 8,
      headWidth: 256,
      hidden: 14_336,
      vocabulary: 256_128,
      tied: true,
      norms: 4,
      window: { tokens: 4096, fullLayers: 21 },
    }),
    total: '9.242B',
    source: gemma2,
  },
  'gemma-2-27b': {
    shape: llamaLike({
      layers: 46,
      width: 4608,
      heads: 32,
      groups: 16,
      headWidth: 128,
      hidden: 36_864,
      vocabulary: 256_128,
      tied: true,
      norms: 4,
      window: { tokens: 4096, fullLayers: 23 },
    }),
    total: '27.227B',
    differs: 'the two numbers of the table are cut, not rounded',
    source: gemma2,
  },
  'deepseek-v2': {
    shape: llamaLike({
      layers: 60,
      width: 5120,
      heads: 128,
      groups: 128,
      headWidth: 128,
      hidden: 12_288,
      vocabulary: 102_400,
      latent,
      experts: { count: 160, chosen: 6, shared: 2, hidden: 1536, denseLayers: 1 },
    }),
    ...{ total: '236B', active: '21B' },
    source: 'DeepSeek-V2, arXiv 2405.04434, section 3.1.2; dense width: config.json',
  },
  'deepseek-v3': {
    shape: llamaLike({
      layers: 61,
      width: 7168,
      heads: 128,
      groups: 128,
      headWidth: 128,
      hidden: 18_432,
      vocabulary: 129_280,
      latent,
      experts: { count: 256, chosen: 8, shared: 1, hidden: 2048, denseLayers: 3 },
    }),
    ...{ total: '671B', active: '37B' },
    differs:
      'active: the authors count 36.7B, about what is active without the embedding; their head for the token after the next, 11.5B, is left out here',
    source: 'DeepSeek-V3, arXiv 2412.19437, section 4.2; dense width: config.json; 36.7B: README_WEIGHTS.md',
  },
} satisfies Readonly<Record<string, PublishedModel>>;

export type PublishedModelName = keyof typeof publishedModels;
