import { say } from '../../l10n/say';
import {
  type AttentionOptions,
  type AttentionResult,
  attending,
  mergeHeads,
  splitHeads,
} from '../../reference/attention';
import { rotate, sinusoidalPositions } from '../../reference/positions';
import { Random } from '../../reference/random';
import { entropy } from '../../reference/softmax';
import { type KeyPairs, keyPairs } from '../../reference/sparse/key-pairs';
import { sparseAttending } from '../../reference/sparse/sparse-attention';
import { Tensor } from '../../reference/tensor';
import { transformer } from '../../reference/transformer';
import type { Complain } from '../complain';
import type { DemoHost } from '../demo-definition';
import type { LanguageModel } from '../model/language-model';
import { modelTokens } from '../model/model-tokens';
import { finite, numbersOf, rowsOf, stackOf } from '../result';
import { finishPolitely, type Work } from '../work';
import { type AttentionResults, type AttentionValues, attentionKeys } from './attention-keys';
import { type AttentionSetup, attentionSetup } from './attention-setup';
import { type RecordedAttention, readRecordedAttention } from './recorded-attention';

/** What attention is computed from; the panel's kernels take the same tensors. */
export interface AttentionProblem {
  /** `[heads, queries, headWidth]`. */
  readonly query: Tensor;
  /** `[kvHeads, keys, headWidth]`. */
  readonly key: Tensor;
  /** `[kvHeads, keys, valueWidth]`. */
  readonly value: Tensor;
  readonly options: AttentionOptions;
  /** The pairs that are computed; undefined where all are. */
  readonly pairs: KeyPairs | undefined;
  readonly queryTokens: readonly string[];
  readonly keyTokens: readonly string[];
  /** What a real model attended to, of the same shape. */
  readonly recorded?: RecordedAttention;
}

export async function attentionProblem(
  values: AttentionValues,
  setup: AttentionSetup,
  host: DemoHost,
  complain: Complain,
): Promise<AttentionProblem | undefined> {
  if (values.data) return recordedProblem(values, host, complain);
  if (setup.source === 'given') return givenProblem(values, setup);
  if (setup.source === 'toy') return finishPolitely(toyProblem(setup), undefined, host.pause?.bind(host));
  return modelProblem(values, setup, await host.models.load(setup.model), complain);
}

/** The table's tokens and heads take the place of what the fence does not say, so that the same shape is computed. */
async function recordedProblem(
  { data, ...rest }: AttentionValues,
  host: DemoHost,
  complain: Complain,
): Promise<AttentionProblem | undefined> {
  const isModel = rest.model !== undefined && rest.model !== 'toy';
  const also = (['tokens', 'memory', 'q', 'k', 'v', ...(isModel ? [] : (['text'] as const))] as const).find(
    (key) => rest[key] !== undefined,
  );
  if (also) complain(also, say`and data cannot both be given: the table has its own tokens.`);
  const recorded = data && !also ? await readRecordedAttention(data, host, complain) : undefined;
  if (!recorded) return undefined;
  const heads = recorded.weights.size(0);
  if (rest.heads !== undefined && rest.heads !== heads) {
    complain('heads', say`must be ${heads}, as many as the table has.`, `${heads}`);
    return undefined;
  }
  const own: AttentionValues = isModel
    ? rest
    : {
        ...rest,
        ...{ tokens: recorded.tokens, heads, causal: rest.causal ?? recorded.causal },
        d_model: rest.d_model ?? heads * Math.max(8, Math.ceil(16 / heads)),
      };
  let fits = true;
  const setup = attentionSetup(own, (path, message, ...more) => {
    fits &&= more[1] === 'warning';
    complain(path === 'tokens' || path === 'text' ? 'data.path' : path, message, ...more);
  });
  if (!fits) return undefined;
  const problem = await attentionProblem(own, setup, host, complain);
  if (!problem) return undefined;
  const computed = [problem.query.size(0), problem.query.size(1)];
  if (computed[0] !== heads || computed[1] !== recorded.tokens.length) {
    complain(
      'data.path',
      say`holds ${heads} heads over ${recorded.tokens.length} tokens, but ${setup.model} computes ${computed[0]} over ${computed[1]}.`,
    );
    return undefined;
  }
  return { ...problem, recorded };
}

/** Attention as it is computed, and beside it, where some pairs are left out, as it is with every pair. */
export interface AttentionTrace extends AttentionResult {
  readonly dense?: AttentionResult;
}

export function* solvingAttention({ query, key, value, options, pairs }: AttentionProblem): Work<AttentionTrace> {
  const dense = yield* attending(query, key, value, options);
  if (!pairs) return dense;
  return { ...(yield* sparseAttending(query, key, value, pairs, options)), dense };
}

export function attentionResultsOf(
  { scores, weights, output, dense }: AttentionTrace,
  { recorded }: Pick<AttentionProblem, 'recorded'>,
): AttentionResults {
  const [heads, queries] = weights.shape as [number, number, number];
  const rows = Array.from({ length: heads }, (_, head) =>
    Array.from({ length: queries }, (_, query) => weights.row(head, query)),
  );
  const errors = rows.flat().map((row) => Math.abs(row.reduce((sum, weight) => sum + weight, 0) - 1));
  return {
    scores: stackOf(scores),
    weights: stackOf(weights),
    output: rowsOf(mergeHeads(output)),
    row_sum_error: errors.reduce((greatest, error) => Math.max(greatest, error), 0),
    entropy: rows.map((row) => numbersOf(row.map(entropy))),
    ...comparedWithDense({ scores, weights, output }, dense),
    ...comparedWithRecorded(weights, recorded),
  };
}

/** A recorded map, and how far the computed one is from it. */
function comparedWithRecorded(
  weights: Tensor,
  recorded: RecordedAttention | undefined,
): Pick<AttentionResults, 'recorded_weights' | 'recorded_entropy' | 'recorded_row_sum_error' | 'recorded_difference'> {
  if (!recorded)
    return {
      ...{ recorded_weights: null, recorded_entropy: null },
      ...{ recorded_row_sum_error: null, recorded_difference: null },
    };
  const [heads, queries] = recorded.weights.shape as [number, number, number];
  const rows = Array.from({ length: heads }, (_, head) =>
    Array.from({ length: queries }, (__, query) => recorded.weights.row(head, query)),
  );
  const errors = rows.flat().map((row) => Math.abs(row.reduce((sum, weight) => sum + weight, 0) - 1));
  const apart = recorded.weights.data.map((weight, i) => Math.abs(weight - weights.data[i]!));
  return {
    recorded_weights: stackOf(recorded.weights),
    recorded_entropy: rows.map((row) => numbersOf(row.map(entropy))),
    recorded_row_sum_error: errors.reduce((most, error) => Math.max(most, error), 0),
    recorded_difference: finite(apart.reduce((most, value) => Math.max(most, value), 0)),
  };
}

/** What is left of dense attention where some pairs are not computed. */
function comparedWithDense(
  { scores, weights, output }: AttentionResult,
  dense: AttentionResult | undefined,
): Pick<AttentionResults, 'pairs' | 'pairs_share' | 'kept_weight' | 'dense_difference'> {
  const pairs = seen(scores);
  if (!dense) return { pairs, pairs_share: pairs === 0 ? null : 1, kept_weight: 1, dense_difference: 0 };
  const all = seen(dense.scores);
  const [heads, queries] = weights.shape as [number, number, number];
  const kept = dense.weights.data.reduce(
    (sum, weight, i) => (scores.data[i] === Number.NEGATIVE_INFINITY ? sum : sum + weight),
    0,
  );
  const apart = output.data.reduce((most, value, i) => Math.max(most, Math.abs(value - dense.output.data[i]!)), 0);
  return {
    ...{ pairs, pairs_share: all === 0 ? null : pairs / all },
    ...{ kept_weight: finite(kept / (heads * queries)), dense_difference: finite(apart) },
  };
}

const seen = ({ data }: Tensor): number =>
  data.reduce((count, score) => (score === Number.NEGATIVE_INFINITY ? count : count + 1), 0);

function givenProblem(values: AttentionValues, setup: AttentionSetup): AttentionProblem {
  const one = (nested: readonly (readonly number[])[]) => Tensor.from([nested]);
  const [query, key, value] = [one(values.q!), one(values.k!), one(values.v!)];
  return finished(query, key, value, setup);
}

/** Words become seeded random vectors, the same word always the same one; projections are random too. */
function* toyProblem(setup: AttentionSetup): Work<AttentionProblem> {
  const { heads, kvHeads, modelWidth, seed } = setup;
  const headWidth = modelWidth / heads;
  const project = (x: Tensor, name: string, count: number) =>
    projected(x, new Random(seed, name), count * headWidth, 1 / Math.sqrt(modelWidth));
  const asking = embed(setup.queryTokens, setup);
  const answering = setup.keyTokens === setup.queryTokens ? asking : embed(setup.keyTokens, setup);
  const query = splitHeads(yield* project(asking, 'query', heads), heads);
  const key = splitHeads(yield* project(answering, 'key', kvHeads), kvHeads);
  const value = splitHeads(yield* project(answering, 'value', kvHeads), kvHeads);
  return finished(query, key, value, setup);
}

/** x Wᵀ of x `[tokens, model]` and a random W `[outer, model]`, which is drawn row by row and not kept. */
function* projected(x: Tensor, random: Random, outer: number, deviation: number): Work<Tensor> {
  const [tokens, inner] = x.shape as [number, number];
  const out = new Tensor([tokens, outer]);
  for (let column = 0; column < outer; column++) {
    yield;
    const weights = random.gaussians([inner], deviation).data;
    for (let token = 0; token < tokens; token++) {
      let sum = 0;
      for (let i = 0; i < inner; i++) sum += x.data[token * inner + i]! * weights[i]!;
      out.data[token * outer + column] = sum;
    }
  }
  return out;
}

function embed(tokens: readonly string[], { modelWidth, seed, positional }: AttentionSetup): Tensor {
  const embedded = new Tensor([tokens.length, modelWidth]);
  for (const [i, token] of tokens.entries())
    embedded.row(i).set(new Random(seed, `token/${token}`).gaussians([modelWidth]).data);
  if (positional !== 'sinusoidal') return embedded;
  const positions = sinusoidalPositions(tokens.length, modelWidth);
  return new Tensor(
    embedded.shape,
    embedded.data.map((value, i) => value + positions.data[i]!),
  );
}

/** Turns queries and keys where positions are rotary, and adds what the author chose. */
function finished(query: Tensor, key: Tensor, value: Tensor, setup: AttentionSetup): AttentionProblem {
  const turn = (x: Tensor) => (setup.positional === 'rope' ? rotate(x, { base: setup.ropeBase }) : x);
  return {
    ...{ query: turn(query), key: turn(key), value },
    options: { causal: setup.causal, temperature: setup.temperature },
    pairs: setup.sparse && keyPairs(turn(query), turn(key), setup.sparse, setup.causal),
    ...{ queryTokens: setup.queryTokens, keyTokens: setup.keyTokens },
  };
}

function modelProblem(
  values: AttentionValues,
  setup: AttentionSetup,
  model: LanguageModel,
  complain: Complain,
): AttentionProblem | undefined {
  const ids = modelTokens(model, values.text, complain);
  const layers = model.network.blocks.length;
  if (setup.layer >= layers)
    complain('layer', say`must be below ${layers}, the layers of ${model.name}.`, `${layers - 1}`);
  const { heads } = model.network;
  if ((values.head ?? attentionKeys.head.default) >= heads)
    complain('head', say`must be below ${heads}, the heads of ${model.name}.`, `${heads - 1}`);
  const block = ids && setup.layer < layers ? transformer(model.network, ids).blocks[setup.layer] : undefined;
  if (!ids || !block) return undefined;
  const names = ids.map((id) => model.vocabulary[id]!);
  return {
    ...{ query: block.query, key: block.key, value: block.value, queryTokens: names, keyTokens: names },
    options: { causal: setup.causal, temperature: setup.temperature },
    pairs: setup.sparse && keyPairs(block.query, block.key, setup.sparse, setup.causal),
  };
}
