import { dispatch as dispatchOnHost } from '../../src/core/reference/moe/capacity';
import { checkShape, show, Tensor } from '../../src/core/reference/tensor';
import { attention, flashAttention, headsOf } from './attention';
import { attentionOperands, checkAttention, hide, padded, trimmed } from './attention-operands';
import { Computation } from './computation';
import { unlimited } from './cpu-operations';
import { onDevice } from './device-models';
import type { Gpu } from './gpu';
import { latentAttention } from './latent-attention';
import { lossSurface } from './loss-surface';
import { place } from './moe/dispatch';
import { combine, feedForward, routedAnswers, uploadExperts } from './moe/experts';
import { gate, gateStatistics } from './moe/gate';
import { readRoute } from './moe/read-route';
import type { Operations } from './operations';
import { matricesOf, product } from './product';
import { readTrace } from './read-trace';
import { sparseAttention } from './sparse-attention';
import { transformer } from './transformer';

export interface GpuRunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Operands of products and of flash attention as f16 where the adapter can; sums stay f32. */
  readonly f16?: boolean | undefined;
  /** Hears how long the adapter itself worked, by its own clock. */
  readonly onTimed?: (milliseconds: number | undefined) => void;
}

/** Every operation on one device. */
export function gpuOperations(gpu: Gpu, { signal, f16 = false, onTimed }: GpuRunOptions = {}): Operations {
  const real = f16 && gpu.features.f16 ? 'f16' : 'f32';

  async function compute<T>(steps: (computation: Computation) => Promise<T>): Promise<T> {
    const computation = new Computation(gpu, signal);
    try {
      const result = await steps(computation);
      onTimed?.(await computation.milliseconds());
      return result;
    } finally {
      computation.end();
    }
  }

  return {
    matmul: (a, b, { transposeA = false, transposeB = false } = {}) =>
      compute(async (computation) => {
        const sizes = productSizes(a, b, transposeA, transposeB);
        const out = computation.allocate('product', sizes.shape);
        product(computation, {
          a: matricesOf(computation.upload('a', a, real), transposeA),
          b: matricesOf(computation.upload('b', b, real), transposeB),
          c: matricesOf(out),
          ...sizes,
        });
        return only(await computation.read(out));
      }),

    attention: (query, key, value, options = {}) =>
      compute(async (computation) => {
        checkAttention(query, key, value, options);
        const { heads, out, scale, masking } = attentionOperands(computation, query, key, value, options, 'f32');
        const { scores, weights } = attention(computation, heads, headsOf(out), scale, masking);
        const [readScores, readWeights, output] = (await computation.read(scores, weights, out)) as Triple;
        hide(readScores, options);
        return { scores: readScores, weights: readWeights, output };
      }),

    flashAttention: (query, key, value, options = {}) =>
      compute(async (computation) => {
        checkAttention(query, key, value, options);
        const [q, k, v] = [query, key, value].map(padded) as Triple;
        const scale = options.scale ?? 1 / Math.sqrt(query.size(-1));
        const padding = { ...options, scale };
        const { heads, out, masking, ...by } = attentionOperands(computation, q, k, v, padding, real);
        flashAttention(computation, heads, headsOf(out), by.scale, masking);
        return trimmed(only(await computation.read(out)), value.size(-1));
      }),

    sparseAttention: (...operands) =>
      compute(async (computation) => only(await computation.read(sparseAttention(computation, ...operands)))),

    latentAttention: (form, parts, keyUp, valueUp, options = {}) =>
      compute(async (computation) => {
        const operands = {
          queryContent: computation.upload('query content', parts.queryContent),
          queryRope: computation.upload('rotary query', parts.queryRope),
          latent: computation.upload('latent', parts.latent),
          keyRope: computation.upload('rotary key', parts.keyRope),
          keyUp: computation.upload('keyUp', keyUp),
          valueUp: computation.upload('valueUp', valueUp),
        };
        const { weights, output } = latentAttention(computation, form, operands, options);
        const [readWeights, readOutput] = (await computation.read(weights, output)) as [Tensor, Tensor];
        return { weights: readWeights, output: readOutput };
      }),

    route: (logits, options, capacity = unlimited) =>
      compute(async (computation) => {
        const tensors = gate(computation, computation.upload('logits', logits), options);
        const statistics = gateStatistics(computation, tensors);
        const { policy, overflow } = capacity;
        const experts = logits.size(1);
        const placement = place(computation, tensors.chosen, tensors.weights, experts, capacity.capacity, policy);
        const route = await readRoute(computation, logits, options, tensors, statistics, placement, overflow);
        // Who asks next for room depends on everybody before: one after the other by its nature.
        if (overflow === 'next-best')
          return { ...route, dispatch: dispatchOnHost(logits, route.routing, options, capacity) };
        return route;
      }),

    mixtureOfExperts: (x, routed, shared, { experts, weights, passed }) =>
      compute(async (computation) => {
        checkShape('x', x, [-1, -1]);
        const [tokens, model] = x.shape as [number, number];
        const slots = tokens === 0 ? 0 : experts.length / tokens;
        const input = computation.upload('x', x);
        const out = computation.allocate('output', [tokens, model]);
        for (const [i, expert] of shared.entries())
          feedForward(computation, input, uploadExperts(computation, [expert]), out, i > 0);

        const chosen = computation.uploadIntegers('chosen experts', [tokens, slots], Int32Array.from(experts));
        // A lost pair has no weight, a kept one passes nothing.
        const shares = Tensor.generate([tokens, slots], (pair) => weights[pair]! + (passed?.[pair] ?? 0));
        const share = computation.upload('expert weights', shares);
        const placement = place(computation, chosen, share, routed.length);
        const answers = routedAnswers(computation, input, uploadExperts(computation, routed), placement);
        combine(computation, answers, placement, share, input, out, {
          residual: passed !== undefined,
          added: shared.length > 0,
        });
        return only(await computation.read(out));
      }),

    transformer: (model, tokens) =>
      compute(async (computation) => {
        const trace = transformer(computation, onDevice(computation, model), tokens);
        return readTrace(computation, model, tokens, trace);
      }),

    transformerLogits: (model, texts) =>
      compute(async (computation) => {
        const length = texts[0]?.length ?? 0;
        if (texts.some((tokens) => tokens.length !== length)) throw new RangeError('the texts are not of one length');
        const { logits } = transformer(computation, onDevice(computation, model), texts.flat(), texts.length);
        return only(await computation.read(logits)).reshape([texts.length, length, model.head.size(0)]);
      }),

    lossSurface: (law, models, tokens) =>
      compute(async (computation) => only(await computation.read(lossSurface(computation, law, models, tokens)))),
  };
}

type Triple = [Tensor, Tensor, Tensor];

const only = (tensors: readonly Tensor[]): Tensor => tensors[0]!;

function productSizes(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean) {
  const batch = a.rank === 3 ? a.size(0) : b.rank === 3 ? b.size(0) : undefined;
  const rows = a.size(transposeA ? -1 : -2);
  const inner = a.size(transposeA ? -2 : -1);
  const columns = b.size(transposeB ? -2 : -1);
  const fits = (tensor: Tensor) => tensor.rank === 2 || (tensor.rank === 3 && tensor.size(0) === batch);
  if (!fits(a) || !fits(b) || inner !== b.size(transposeB ? -1 : -2))
    throw new RangeError(`cannot multiply the shapes ${show(a.shape)} and ${show(b.shape)}`);
  const shape = batch === undefined ? [rows, columns] : [batch, rows, columns];
  return { rows, inner, columns, outer: batch ?? 1, shape };
}
