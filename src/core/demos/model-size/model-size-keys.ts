import { say } from '../../l10n/say';
import {
  type PublishedModel,
  type PublishedModelName,
  publishedModels,
} from '../../reference/model-size/published-models';
import { choice, commonKeys, type Keys, number, record, truth, type ValuesOf, whole } from '../schema/key';
import { oneNumber, type ResultKeys, type ResultsOf } from '../schema/result-key';

const zero = 'Rajbhandari et al. 2020, ZeRO, arXiv 1910.02054';

const meanings = Object.fromEntries(
  Object.entries(publishedModels).map(([name, model]: [string, PublishedModel]) => [name, meaningOf(model)]),
) as Record<PublishedModelName, string>;

function meaningOf({ total, active, source }: PublishedModel): string {
  return say`${total} as published${active === undefined ? '' : say`, ${active} active`}; ${source}`;
}

const ofPreset = say`of the preset`;

/** A size, within what a float64 counts exactly: a model of the greatest sizes has fewer than 2^53 weights in a part. */
export const modelSizeKeys = {
  ...commonKeys,
  preset: choice(meanings, {
    meaning: say`A published model whose sizes are the defaults.`,
    default: 'llama-3-8b',
    otherwise: say`where no sizes are given`,
  }),
  layers: whole(1, 4096, {
    also: ['num_hidden_layers', 'n_layers', 'n_layer'],
    meaning: say`Layers, l.`,
    otherwise: ofPreset,
  }),
  d_model: whole(1, 1e6, {
    also: ['hidden_size', 'n_embd', 'dim'],
    meaning: say`Width of a token, d.`,
    otherwise: ofPreset,
  }),
  heads: whole(1, 4096, {
    also: ['num_attention_heads', 'n_heads', 'n_head'],
    meaning: say`Attention heads, h.`,
    otherwise: ofPreset,
  }),
  kv_heads: whole(1, 4096, {
    also: ['num_key_value_heads', 'n_kv_heads'],
    meaning: say`Heads that have keys and values of their own: fewer than \`heads\` in grouped-query attention.`,
    otherwise: say`of the preset, or as many as \`heads\``,
  }),
  head_dim: whole(1, 65536, {
    meaning: say`Width of a head.`,
    otherwise: say`of the preset, or \`d_model\` over \`heads\``,
  }),
  d_ff: whole(1, 1e7, {
    also: ['intermediate_size', 'ffn_dim'],
    meaning: say`Channels of a dense feed-forward layer.`,
    otherwise: say`of the preset, or 4 \`d_model\``,
  }),
  gated: truth({
    meaning: say`A feed-forward layer has three matrices (SwiGLU) in place of two.`,
    otherwise: say`of the preset, or no`,
    source: 'Shazeer 2020, arXiv 2002.05202',
  }),
  vocab: whole(1, 1e8, {
    also: ['vocab_size', 'n_vocab'],
    meaning: say`Tokens of the vocabulary.`,
    otherwise: ofPreset,
  }),
  tied: truth({
    also: ['tie_word_embeddings'],
    meaning: say`The head is the embedding once more.`,
    otherwise: say`of the preset, or no`,
  }),
  positions: whole(0, 1e8, {
    meaning: say`Learned positions, a row of \`d_model\` each.`,
    otherwise: say`of the preset, or 0`,
  }),
  biases: choice(
    {
      none: say`no biases`,
      qkv: say`queries, keys and values have biases`,
      all: say`every matrix has one, but for embedding, router and head`,
    },
    { meaning: say`Which matrices have biases.`, otherwise: say`of the preset, or none` },
  ),
  norm: choice(
    { rms: say`a gain for each channel`, layer: say`a gain and a shift for each channel` },
    { meaning: say`The kind of norm.`, otherwise: say`of the preset, or rms` },
  ),
  experts: record(
    {
      count: whole(1, 1e5, { meaning: say`Routed experts of a layer, E.`, otherwise: ofPreset }),
      top_k: whole(1, 1e5, { meaning: say`Experts that a token is sent to, k.`, otherwise: say`of the preset, or 2` }),
      shared: whole(0, 1e5, {
        meaning: say`Experts that every token passes through.`,
        otherwise: say`of the preset, or 0`,
      }),
      d_ff: whole(1, 1e7, { meaning: say`Channels of an expert.`, otherwise: say`of the preset, or as a dense layer` }),
      dense_layers: whole(0, 4096, {
        meaning: say`Layers at the start without experts.`,
        otherwise: say`of the preset, or 0`,
      }),
    },
    {
      also: ['num_experts', 'num_local_experts', 'n_routed_experts'],
      shorthand: 'count',
      meaning: say`A mixture of experts in place of dense layers.`,
      otherwise: say`of the preset, or none`,
    },
  ),
  latent: record(
    {
      kv_rank: whole(1, 65536, { meaning: say`Width of the latent of keys and values.`, otherwise: ofPreset }),
      q_rank: whole(0, 65536, {
        meaning: say`Width of the latent of queries; 0 where they are made at once.`,
        otherwise: say`of the preset, or 0`,
      }),
      rope_dim: whole(0, 1024, {
        meaning: say`Width of the rotary part beside a head.`,
        otherwise: say`of the preset, or 64`,
      }),
      value_dim: whole(1, 65536, { meaning: say`Width of a value.`, otherwise: say`of the preset, or \`head_dim\`` }),
    },
    {
      also: ['kv_lora_rank'],
      shorthand: 'kv_rank',
      meaning: say`Latent attention (MLA).`,
      otherwise: say`of the preset, or none`,
      source: 'DeepSeek-V2, arXiv 2405.04434, section 2.1',
    },
  ),
  context: whole(1, 1e9, {
    meaning: say`Tokens that a token looks at, T: a causal mask saves nothing.`,
    default: 4096,
  }),
  flops: choice(
    {
      palm: say`two for each weight met, the head among them, and 4·l·h·d·T of attention (PaLM, arXiv 2204.02311, appendix B)`,
      kaplan: say`two for each weight but embedding and head, and 2·l·T·d of attention (arXiv 2001.08361, section 2.1)`,
      chinchilla: say`as palm, with the embedding as a product and the softmax (arXiv 2203.15556, appendix F)`,
    },
    { meaning: say`How the work of a pass is counted.`, default: 'palm' },
  ),
  tokens: number(1, 1e18, {
    meaning: say`Tokens that it is trained on.`,
    otherwise: say`none, and \`training_flops\` has no value`,
  }),
  weight_bits: number(1, 64, { meaning: say`Bits of a weight.`, default: 16 }),
  gradient_bits: number(1, 64, { meaning: say`Bits of a gradient.`, otherwise: say`as of a weight, 16 at least` }),
  optimizer: choice(
    {
      adam: say`two moments for each weight (Adam, AdamW)`,
      momentum: say`one moment`,
      sgd: say`no moment`,
      none: say`it is not trained: no gradients either`,
    },
    { meaning: say`What is kept to step with.`, default: 'adam', source: `${zero}, section 3.1` },
  ),
  moment_bits: number(1, 64, { meaning: say`Bits of a moment.`, default: 32 }),
  master_bits: number(0, 64, {
    meaning: say`Bits of the copy of the weights that the optimiser steps on; 0 for none.`,
    otherwise: say`32 where a weight has fewer, else 0`,
  }),
  devices: whole(1, 1e7, { meaning: say`Devices that train on different data.`, default: 1 }),
  zero: whole(0, 3, {
    meaning: say`What is split over them: 0 nothing, 1 the optimiser’s states, 2 the gradients too, 3 the weights too.`,
    default: 0,
    source: `${zero}, section 5`,
  }),
} as const satisfies Keys;

export type ModelSizeValues = ValuesOf<typeof modelSizeKeys>;

const untrained = say`no number of tokens is given`;

export const modelSizeResults = {
  parameters: oneNumber({
    unit: 'parameters',
    meaning: say`All weights. A dense layer without gates, biases and groups has 12 d².`,
    formula: 'N = 2Vd + l\\,(4d^2 + 2\\,d\\,d_{ff}) + \\ldots',
  }),
  active_parameters: oneNumber({
    unit: 'parameters',
    meaning: say`Those at work for a token: all but the routed experts that it is not sent to. The embedding counts.`,
    formula: 'N - \\frac{E-k}{E} N_E',
  }),
  active_fraction: oneNumber({ meaning: say`Active ones of all.` }),
  non_embedding_parameters: oneNumber({
    unit: 'parameters',
    meaning: say`All but embedding, learned positions and head.`,
    formula: 'N \\approx 12\\,l\\,d^2',
  }),
  embedding_parameters: oneNumber({
    unit: 'parameters',
    meaning: say`Of the embedding, and of the head where it is not tied.`,
  }),
  attention_parameters: oneNumber({
    unit: 'parameters',
    meaning: say`Of queries, keys, values and output, in all layers.`,
  }),
  feed_forward_parameters: oneNumber({
    unit: 'parameters',
    meaning: say`Of feed-forward layers: dense ones, and all experts.`,
  }),
  expert_parameters: oneNumber({ unit: 'parameters', meaning: say`Of the routed experts alone.` }),
  router_parameters: oneNumber({ unit: 'parameters', meaning: say`Of the routers.` }),
  norm_parameters: oneNumber({ unit: 'parameters', meaning: say`Of the norms.` }),
  flops_per_token: oneNumber({
    unit: 'FLOPs',
    meaning: say`Of a forward pass, for one token of a context, by the rule of \`flops\`.`,
    formula: '2N + 4\\,l\\,h\\,d_h\\,T',
  }),
  attention_flops_per_token: oneNumber({
    unit: 'FLOPs',
    meaning: say`Those of them that tokens spend on each other: scores and sums of values.`,
  }),
  attention_share: oneNumber({ meaning: say`Their share of the pass.` }),
  context_flops: oneNumber({ unit: 'FLOPs', meaning: say`Of a forward pass over a whole context.` }),
  training_flops_per_token: oneNumber({
    unit: 'FLOPs',
    meaning: say`With the backward pass, which takes twice as much.`,
    formula: '3\\,C_{\\mathrm{forward}}',
  }),
  training_flops: oneNumber({ unit: 'FLOPs', meaning: say`Of training on \`tokens\`.`, absent: untrained }),
  six_n_d: oneNumber({
    unit: 'FLOPs',
    meaning: say`The same by the rule of thumb, with the active parameters.`,
    formula: '6ND',
    absent: untrained,
  }),
  weights_bytes: oneNumber({ unit: 'bytes', meaning: say`Of all weights.` }),
  gradients_bytes: oneNumber({ unit: 'bytes', meaning: say`Of all gradients.` }),
  optimizer_bytes: oneNumber({
    unit: 'bytes',
    meaning: say`Of all states of the optimiser: the copy of the weights and the moments.`,
  }),
  total_bytes: oneNumber({
    unit: 'bytes',
    meaning: say`Weights, gradients and states together. Activations are not counted.`,
  }),
  bytes_per_parameter: oneNumber({ unit: 'bytes', meaning: say`The same for one weight.`, formula: '2 + 2 + 12 = 16' }),
  device_bytes: oneNumber({ unit: 'bytes', meaning: say`What one device holds of them, split by \`zero\`.` }),
} as const satisfies ResultKeys;

export type ModelSizeResults = ResultsOf<typeof modelSizeResults>;
