import { say } from '../../l10n/say';
import type { FlopRule } from '../../reference/model-size/forward-flops';
import type { ExpertShape, LatentShape, ModelShape } from '../../reference/model-size/model-shape';
import { type PublishedModelName, publishedModels } from '../../reference/model-size/published-models';
import type { BytesPerWeight, ZeroStage } from '../../reference/model-size/training-memory';
import { type Complain, complainOfMissing } from '../complain';
import { withDefaults } from '../schema/key';
import { byPath, type ValuesByPath } from '../values-by-path';
import { type ModelSizeValues, modelSizeKeys } from './model-size-keys';

export interface ModelSizeSetup {
  /** The published model that sizes are taken from; undefined where the author gives them. */
  readonly preset: PublishedModelName | undefined;
  readonly shape: ModelShape;
  readonly context: number;
  readonly rule: FlopRule;
  readonly tokens: number | undefined;
  readonly bits: Record<'weight' | 'gradient' | 'moment' | 'master', number>;
  readonly bytes: BytesPerWeight;
  readonly devices: number;
  readonly stage: ZeroStage;
}

const shapeKeys = [
  ...(['layers', 'd_model', 'heads', 'kv_heads', 'head_dim', 'd_ff', 'gated', 'vocab', 'tied'] as const),
  ...(['positions', 'biases', 'norm', 'experts', 'latent'] as const),
];

const moments = { adam: 2, momentum: 1, sgd: 0, none: 0 } as const;

/** Fills in the defaults and complains of what cannot be together. */
export function modelSizeSetup(values: ModelSizeValues, complain: Complain): ModelSizeSetup {
  const given = withDefaults(modelSizeKeys, values);
  const isOwn = values.preset === undefined && shapeKeys.some((key) => values[key] !== undefined);
  const preset = isOwn ? undefined : given.preset;
  const shape = preset ? shapeOf(values, publishedModels[preset].shape, complain) : ownShape(values, complain);
  const { optimizer } = given;
  if (optimizer === 'none')
    for (const key of ['gradient_bits', 'moment_bits', 'master_bits', 'zero'] as const)
      if (values[key] !== undefined && !(key === 'zero' && values.zero === 3))
        complain(key, say`means nothing with optimizer: none, which keeps the weights alone.`, undefined, 'warning');
  if (values.moment_bits !== undefined && optimizer === 'sgd')
    complain('moment_bits', say`means nothing for sgd, which keeps no moments.`, undefined, 'warning');
  if (given.zero > 0 && given.devices === 1)
    complain('zero', say`splits nothing over one device; give devices.`, undefined, 'warning');
  const weight = given.weight_bits;
  const bits = {
    weight,
    gradient: values.gradient_bits ?? Math.max(16, weight),
    moment: given.moment_bits,
    master: values.master_bits ?? (weight < 32 ? 32 : 0),
  };
  const trained = optimizer !== 'none';
  return {
    ...{ preset, shape, bits, context: given.context, rule: given.flops, tokens: values.tokens },
    bytes: {
      weights: weight / 8,
      gradients: trained ? bits.gradient / 8 : 0,
      optimizer: trained ? (bits.master + moments[optimizer] * bits.moment) / 8 : 0,
    },
    ...{ devices: given.devices, stage: given.zero as ZeroStage },
  };
}

/** The value of every key by path, defaults filled in; a preset only where the sizes are of one. */
export function modelSizeInForce(values: ModelSizeValues, { preset, shape, bits }: ModelSizeSetup): ValuesByPath {
  const { experts, latent } = shape;
  const { preset: _, ...rest } = byPath(withDefaults(modelSizeKeys, values));
  return {
    ...(preset !== undefined && { preset }),
    ...rest,
    ...{
      layers: shape.layers,
      d_model: shape.width,
      heads: shape.heads,
      head_dim: shape.headWidth,
      d_ff: shape.hidden,
    },
    ...{ gated: shape.gated, vocab: shape.vocabulary, tied: shape.tied, positions: shape.positions },
    ...{ biases: shape.biases, norm: shape.norm, gradient_bits: bits.gradient, master_bits: bits.master },
    ...(latent
      ? {
          ...{ 'latent.kv_rank': latent.kvRank, 'latent.q_rank': latent.queryRank },
          ...{ 'latent.rope_dim': latent.ropeWidth, 'latent.value_dim': latent.valueWidth },
        }
      : { kv_heads: shape.groups }),
    ...(experts && {
      ...{ 'experts.count': experts.count, 'experts.top_k': experts.chosen, 'experts.shared': experts.shared },
      ...{ 'experts.d_ff': experts.hidden, 'experts.dense_layers': experts.denseLayers },
    }),
  };
}

/** A shape of the author's own: four sizes have no default, as none is usual. */
function ownShape(values: ModelSizeValues, complain: Complain): ModelShape {
  const missing = (['layers', 'd_model', 'heads', 'vocab'] as const).filter((key) => values[key] === undefined);
  if (missing.length > 0)
    complainOfMissing(
      complain,
      shapeKeys.find((key) => values[key] !== undefined)!,
      missing,
      say`is not enough: without a preset ${missing.join(', ')} ${missing.length === 1 ? say`is` : say`are`} needed too.`,
    );
  const { d_model: width = 1, heads = 1 } = values;
  if (missing.length === 0 && values.head_dim === undefined && width % heads !== 0)
    complain('heads', say`does not fit: ${width} channels do not divide among ${heads} heads; give head_dim.`);
  return shapeOf(
    values,
    {
      ...{
        layers: 1,
        width,
        heads,
        groups: heads,
        headWidth: Math.max(1, Math.floor(width / heads)),
        hidden: 4 * width,
      },
      ...{ gated: false, vocabulary: 1, tied: false, positions: 0 },
      ...{ biases: 'none', norm: 'rms', norms: 2, queryKeyNorm: false },
    },
    complain,
  );
}

/** What the author gives, and `base` where nothing is given. */
function shapeOf(values: ModelSizeValues, base: ModelShape, complain: Complain): ModelShape {
  const latent = latentOf(values, base, complain);
  const heads = values.heads ?? base.heads;
  if (latent && values.kv_heads !== undefined)
    complain(
      'kv_heads',
      say`means nothing for latent attention, which has one latent for all heads.`,
      undefined,
      'warning',
    );
  const groups = values.kv_heads ?? (base.groups === base.heads ? heads : base.groups);
  if (!latent && heads % groups !== 0)
    complain(
      values.kv_heads === undefined ? 'heads' : 'kv_heads',
      say`does not fit: ${heads} heads do not divide among ${groups} heads of keys and values.`,
    );
  const layers = values.layers ?? base.layers;
  const hidden = values.d_ff ?? base.hidden;
  const experts = expertsOf(values, base, hidden, complain);
  if (experts && experts.denseLayers > layers)
    complain(
      values.experts?.dense_layers === undefined ? 'layers' : 'experts.dense_layers',
      say`does not fit: ${experts.denseLayers} of ${layers} layers cannot be dense.`,
    );
  const { window } = base;
  return {
    ...{ layers, width: values.d_model ?? base.width, heads, groups, headWidth: values.head_dim ?? base.headWidth },
    ...{ hidden, gated: values.gated ?? base.gated, vocabulary: values.vocab ?? base.vocabulary },
    ...{ tied: values.tied ?? base.tied, positions: values.positions ?? base.positions },
    ...{ biases: values.biases ?? base.biases, norm: values.norm ?? base.norm },
    ...{ norms: base.norms, queryKeyNorm: base.queryKeyNorm },
    ...(latent && { latent }),
    ...(experts && { experts: { ...experts, denseLayers: Math.min(layers, experts.denseLayers) } }),
    // Every other layer, of as many as there are.
    ...(window && { window: { ...window, fullLayers: Math.floor((layers * window.fullLayers) / base.layers) } }),
  };
}

function expertsOf(
  { experts: given, gated: _ }: ModelSizeValues,
  { experts: base }: ModelShape,
  hidden: number,
  complain: Complain,
): ExpertShape | undefined {
  if (!given && !base) return undefined;
  const count = given?.count ?? base?.count;
  if (count === undefined)
    complainOfMissing(complain, 'experts', ['experts.count'], say`needs count: how many experts a layer has.`);
  const experts = {
    count: count ?? 1,
    chosen: given?.top_k ?? base?.chosen ?? Math.min(2, count ?? 1),
    shared: given?.shared ?? base?.shared ?? 0,
    hidden: given?.d_ff ?? base?.hidden ?? hidden,
    denseLayers: given?.dense_layers ?? base?.denseLayers ?? 0,
  };
  if (count !== undefined && experts.chosen > count)
    complain(
      given?.top_k === undefined ? 'experts.count' : 'experts.top_k',
      say`does not fit: a token cannot be sent to ${experts.chosen} of ${count} experts.`,
    );
  return experts;
}

function latentOf(
  { latent: given, head_dim, biases }: ModelSizeValues,
  { latent: base, headWidth }: ModelShape,
  complain: Complain,
): LatentShape | undefined {
  if (!given && !base) return undefined;
  const kvRank = given?.kv_rank ?? base?.kvRank;
  if (kvRank === undefined)
    complainOfMissing(
      complain,
      'latent',
      ['latent.kv_rank'],
      say`needs kv_rank: the width of the latent of keys and values.`,
    );
  if (biases === 'qkv') complain('biases', say`means nothing for latent attention, whose matrices have none.`);
  return {
    kvRank: kvRank ?? 1,
    queryRank: given?.q_rank ?? base?.queryRank ?? 0,
    ropeWidth: given?.rope_dim ?? base?.ropeWidth ?? 64,
    valueWidth: given?.value_dim ?? base?.valueWidth ?? head_dim ?? headWidth,
  };
}
