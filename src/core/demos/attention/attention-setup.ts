import { say } from '../../l10n/say';
import type { SparsePattern } from '../../reference/sparse/sparse-pattern';
import type { Complain } from '../complain';
import { withDefaults } from '../schema/key';
import { tokenNames, tokensOfText } from '../tokens';
import { byPath, type ValuesByPath } from '../values-by-path';
import { type AttentionValues, attentionKeys } from './attention-keys';

export interface AttentionSetup {
  readonly source: 'given' | 'toy' | 'model';
  readonly model: string;
  /** Names of the tokens that ask; for a model its text. */
  readonly queryTokens: readonly string[];
  /** Names of the tokens that answer. */
  readonly keyTokens: readonly string[];
  readonly text: string | undefined;
  readonly heads: number;
  readonly kvHeads: number;
  readonly modelWidth: number;
  readonly layer: number;
  readonly causal: boolean;
  /** Undefined where every pair is computed. */
  readonly sparse: SparsePattern | undefined;
  readonly temperature: number;
  readonly positional: 'none' | 'sinusoidal' | 'rope';
  readonly ropeBase: number;
  readonly seed: number;
}

const longest = 512;
/** Products of one demo, so that none takes longer than a breath. */
const most = 2e8;
/** Weights of one demo, heads · queries · keys, all of which are results. */
const mostWeights = 2 ** 22;

/**
 * Fills in the defaults and complains of what cannot be together; with a table that is not read yet, of nothing: it has
 * sizes of its own.
 */
export function attentionSetup(values: AttentionValues, complaining: Complain): AttentionSetup {
  const complain: Complain = values.data ? () => undefined : complaining;
  const given = values.q !== undefined || values.k !== undefined || values.v !== undefined;
  const { model, layer, temperature, positional, rope_base: ropeBase, seed } = withDefaults(attentionKeys, values);
  if (ropeBase !== attentionKeys.rope_base.default && positional !== 'rope')
    complain('rope_base', say`means nothing without positional: rope.`);
  const source = given ? 'given' : model === 'toy' ? 'toy' : 'model';
  const width = values.q?.[0]?.length ?? 1;
  const heads = given ? 1 : (values.heads ?? Math.max(attentionKeys.heads.default, values.kv_heads ?? 1));
  const kvHeads = given ? 1 : (values.kv_heads ?? heads);
  const modelWidth = given ? width : (values.d_model ?? Math.max(attentionKeys.d_model.default, heads));
  const { queryTokens, keyTokens } = tokensOf(values, source, complain);
  const setup: AttentionSetup = {
    ...{ source, model, queryTokens, keyTokens, text: values.text, heads, kvHeads, modelWidth },
    ...{ layer, causal: values.causal ?? (source === 'model' || attentionKeys.causal.default) },
    sparse: values.sparse && patternOf(values.sparse, complain),
    ...{ temperature, positional, ropeBase, seed },
  };
  if (source === 'given') checkGiven(values, complain);
  if (source === 'toy') checkToy(values, setup, complain);
  if (source === 'model') checkModel(values, complain);
  return setup;
}

/** The value of every key by path, defaults filled in; a trained model's own sizes cannot be chosen. */
export function attentionInForce(values: AttentionValues, setup: AttentionSetup): ValuesByPath {
  const own = values.text === undefined && values.tokens === undefined && !values.data && setup.source !== 'model';
  const sizes =
    setup.source === 'model'
      ? {}
      : {
          heads: setup.heads,
          kv_heads: setup.kvHeads,
          d_model: setup.modelWidth,
          positional: setup.positional,
          rope_base: setup.ropeBase,
        };
  return {
    ...{ text: own ? setup.queryTokens.join(' ') : values.text, memory: values.memory, tokens: values.tokens },
    ...{ model: setup.model, ...sizes, layer: setup.layer, temperature: setup.temperature, seed: setup.seed },
    ...(values.sparse && byPath(withDefaults(attentionKeys.sparse.keys, values.sparse), 'sparse.')),
    ...(values.data && byPath(values.data, 'data.')),
    ...{ causal: setup.causal, head: withDefaults(attentionKeys, values).head },
  };
}

/** Which keys say something for each kind of pattern. */
const keysOfKind = {
  window: ['window'],
  blocks: ['block', 'local', 'global'],
  selected: ['block', 'keep'],
} as const;

function patternOf(values: NonNullable<AttentionValues['sparse']>, complain: Complain): SparsePattern {
  const { kind, window: width, block, local, global, keep } = withDefaults(attentionKeys.sparse.keys, values);
  for (const key of ['window', 'block', 'local', 'global', 'keep'] as const)
    if (values[key] !== undefined && !(keysOfKind[kind] as readonly string[]).includes(key))
      complain(`sparse.${key}`, say`means nothing where sparse is ${kind}.`, undefined, 'warning');
  if (kind === 'window') return { kind, width };
  return kind === 'blocks' ? { kind, block, local, global } : { kind, block, keep };
}

function tokensOf(
  values: AttentionValues,
  source: AttentionSetup['source'],
  complain: Complain,
): Pick<AttentionSetup, 'queryTokens' | 'keyTokens'> {
  const own = values.tokens === undefined ? undefined : tokenNames(values.tokens);
  const ofText = values.text === undefined ? undefined : tokensOfText(values.text);
  // A model that reads the text has no use for tokens, and that alone is said.
  if (own && ofText && own.length !== ofText.length && source !== 'model')
    complain('tokens', say`is ${own.length}, but the text has ${ofText.length} words.`, String(ofText.length));
  const rows = values.q ? tokenNames(values.q.length) : undefined;
  const queryTokens = ofText ?? own ?? rows ?? tokensOfText(attentionKeys.text.default);
  if (rows && queryTokens.length !== rows.length)
    complain(ofText ? 'text' : 'tokens', say`names ${queryTokens.length} tokens, but q has ${rows.length} rows.`);
  if (queryTokens.length === 0) complain('text', say`has no words.`);
  if (queryTokens.length > longest) complain('text', say`has ${queryTokens.length} words; at most ${longest} fit.`);

  const memory = values.memory === undefined ? undefined : tokensOfText(values.memory);
  if (memory?.length === 0) complain('memory', say`has no words.`);
  if (memory && memory.length > longest) complain('memory', say`has ${memory.length} words; at most ${longest} fit.`);
  const keyRows = values.k?.length;
  if (memory && keyRows !== undefined && memory.length !== keyRows)
    complain('memory', say`has ${memory.length} words, but k has ${keyRows} rows.`);
  const keyTokens =
    memory ?? (keyRows === undefined || keyRows === queryTokens.length ? queryTokens : tokenNames(keyRows));
  return { queryTokens, keyTokens };
}

function checkGiven(values: AttentionValues, complain: Complain): void {
  const { q, k, v } = values;
  const present = (['q', 'k', 'v'] as const).find((key) => values[key] !== undefined)!;
  const missing = (['q', 'k', 'v'] as const).filter((key) => values[key] === undefined);
  if (missing.length > 0) complain(present, say`is given without ${missing.join(' and ')}: all three are needed.`);
  if (q && k && q[0]!.length !== k[0]!.length)
    complain('k', say`has rows of ${k[0]!.length} numbers, but q has rows of ${q[0]!.length}.`);
  if (k && v && k.length !== v.length) complain('v', say`has ${v.length} rows, but k has ${k.length}.`);
  if (values.heads !== undefined && values.heads !== 1)
    complain('heads', say`must be 1 where q, k and v are given.`, '1');
  if (values.kv_heads !== undefined && values.kv_heads !== 1)
    complain('kv_heads', say`must be 1 where q, k and v are given.`, '1');
  if (values.head !== undefined && values.head !== 0) complain('head', say`must be 0: there is one head.`, '0');
  if (values.layer) complain('layer', say`must be 0: there is one layer.`, '0');
  for (const key of ['model', 'd_model', 'seed'] as const)
    if (values[key] !== undefined) complain(key, say`means nothing where q, k and v are given.`);
  if (values.positional === 'sinusoidal')
    complain('positional', say`is added to embeddings, and there are none where q, k and v are given.`);
  if (values.positional === 'rope' && q && q[0]!.length % 2 !== 0)
    complain('positional', say`rope turns channels in pairs, but q has rows of ${q[0]!.length} numbers.`);
  if (q && k && v && q.length * k.length * (q[0]!.length + v[0]!.length) > most)
    complain('q', say`and k are too large to be computed here.`);
  else if (q && k && overflows(q, k)) complain('q', say`times k overflows: a score is larger than a number can be.`);
}

/** Whether a product of a row of q and one of k is no finite number; all are looked at only where one may be. */
function overflows(q: readonly (readonly number[])[], k: readonly (readonly number[])[]): boolean {
  const largest = (rows: typeof q) => rows.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (Number.isFinite(largest(q) * largest(k) * q[0]!.length)) return false;
  return q.some((row) =>
    k.some((key) => !Number.isFinite(row.reduce((sum, value, i) => sum + value * (key[i] ?? 0), 0))),
  );
}

function checkToy(values: AttentionValues, setup: AttentionSetup, complain: Complain): void {
  const { heads, kvHeads, modelWidth } = setup;
  if (heads % kvHeads !== 0)
    complain(
      'kv_heads',
      say`must divide the ${heads} heads; ${kvHeads} does not.`,
      String(nearestDivisor(heads, kvHeads)),
    );
  if (modelWidth % heads !== 0) {
    const path = values.d_model === undefined ? 'heads' : 'd_model';
    complain(path, say`does not fit: a width of ${modelWidth} cannot be split among ${heads} heads.`);
  } else if (setup.positional === 'rope' && (modelWidth / heads) % 2 !== 0)
    complain('positional', say`rope turns channels in pairs, but a head is ${modelWidth / heads} wide.`);
  if (values.head !== undefined && values.head >= heads)
    complain('head', say`must be below ${heads}, the number of heads.`, String(heads - 1));
  if (values.layer) complain('layer', say`must be 0: the toy has one layer.`, '0');
  const [queries, keys] = [setup.queryTokens.length, setup.keyTokens.length];
  if (Math.max(queries, keys) > longest) return;
  if (heads * queries * keys > mostWeights)
    complain(
      values.heads === undefined ? 'tokens' : 'heads',
      say`is too large: ${heads} heads · ${queries} queries · ${keys} keys must not exceed ${mostWeights} weights.`,
    );
  else if (queries * keys * modelWidth * 2 + (queries + 2 * keys) * modelWidth ** 2 > most)
    complain(values.d_model === undefined ? 'tokens' : 'd_model', say`is too large to be computed here.`);
}

/** A model's own sizes cannot be chosen. */
function checkModel(values: AttentionValues, complain: Complain): void {
  for (const key of ['heads', 'kv_heads', 'd_model', 'memory', 'positional', 'tokens'] as const)
    if (values[key] !== undefined)
      complain(
        key,
        key === 'tokens'
          ? say`means nothing for ${values.model}, which reads the words of text.`
          : say`cannot be chosen: ${values.model} was trained with its own.`,
      );
}

export function nearestDivisor(of: number, near: number): number {
  for (let step = 0; ; step++) {
    if (near - step > 0 && of % (near - step) === 0) return near - step;
    if (near + step <= of && of % (near + step) === 0) return near + step;
  }
}
