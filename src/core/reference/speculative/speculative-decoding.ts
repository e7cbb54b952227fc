import { Random } from '../random';
import { softmaxInPlace } from '../softmax';
import type { Tensor } from '../tensor';
import { type TransformerModel, transformer } from '../transformer';
import { type DraftHead, nextState } from './draft-head';

export interface DecodingOptions {
  /** Tokens that the head drafts for each pass. */
  readonly draft: number;
  /** Divides the logits; 0 takes the greatest. */
  readonly temperature: number;
  /** Tokens to write. */
  readonly tokens: number;
  /** Tokens that the model sees at once. */
  readonly context: number;
  readonly seed: number;
}

/** One pass of the model over a draft. */
export interface DecodingPass {
  readonly drafted: readonly number[];
  /** How many of them stay, from the first on. */
  readonly accepted: number;
  /** The model's own token behind them. */
  readonly own: number;
}

/**
 * Writes on from some tokens, a draft checked a pass, so that what is written is distributed as if the model had written
 * alone: a drafted token stays with the chance min(1, p/q), and in place of the first that does not one is drawn from what p
 * has more than q (Leviathan et al. 2023, arXiv 2211.17192, algorithm 1). The first pass, over the text,
 * drafts nothing.
 */
export function* decoding(
  model: TransformerModel,
  head: DraftHead,
  ids: readonly number[],
  { draft, temperature, tokens, context, seed }: DecodingOptions,
): Generator<DecodingPass, void> {
  const random = new Random(seed, 'decoding');
  const chances = (logits: Float64Array) => distribution(logits, temperature);
  const pick = (shares: Float64Array) => drawn(shares, random.uniform());
  let seen = [...ids];
  const first = transformer(model, seen);
  let state = first.normed.row(seen.length - 1);
  let own = pick(chances(first.logits.row(seen.length - 1)));
  yield { drafted: [], accepted: 0, own };
  for (let written = 1; written < tokens; ) {
    // Half of what the model sees is let go where the rest does not fit.
    if (seen.length + 1 + draft > context) seen = seen.slice(-Math.floor(context / 2));
    const drafts: { readonly id: number; readonly shares: Float64Array }[] = [];
    let at = state;
    let last = own;
    for (let place = 0; place < draft; place++) {
      at = nextState(head, at, model.tokenEmbedding.row(last));
      const shares = chances(logitsOf(model.head, at));
      last = pick(shares);
      drafts.push({ id: last, shares });
    }
    const drafted = drafts.map(({ id }) => id);
    const { logits, normed } = transformer(model, [...seen, own, ...drafted]);
    const place = (count: number) => seen.length + count;
    let accepted = 0;
    let next: number | undefined;
    for (const { id, shares } of drafts) {
      const told = chances(logits.row(place(accepted)));
      if (random.uniform() >= told[id]! / shares[id]!) {
        next = pick(normalised(told.map((share, i) => Math.max(0, share - shares[i]!))));
        break;
      }
      accepted++;
    }
    next ??= pick(chances(logits.row(place(accepted))));
    state = normed.row(place(accepted));
    seen = [...seen, own, ...drafted.slice(0, accepted)];
    own = next;
    written += accepted + 1;
    yield { drafted, accepted, own };
  }
}

/** What a head with rows `[vocabulary, width]` says of a state. */
export function logitsOf(head: Tensor, state: Float64Array): Float64Array {
  return Float64Array.from({ length: head.size(0) }, (_, row) => {
    const weights = head.row(row);
    let sum = 0;
    for (let i = 0; i < state.length; i++) sum += weights[i]! * state[i]!;
    return sum;
  });
}

/** Chances from logits; at a temperature of 0 the greatest has all, of equal ones the first. */
function distribution(logits: Float64Array, temperature: number): Float64Array {
  if (temperature > 0) return softmaxInPlace(logits.map((logit) => logit / temperature));
  const best = logits.indexOf(logits.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY));
  return logits.map((_, i) => (i === best ? 1 : 0));
}

function normalised(shares: Float64Array): Float64Array {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** The place where a share of all chances falls. */
function drawn(shares: Float64Array, share: number): number {
  let below = 0;
  for (let i = 0; i < shares.length; i++) {
    below += shares[i]!;
    if (share < below) return i;
  }
  // What rounding leaves over is the last one's that has a chance.
  return shares.findLastIndex((chance) => chance > 0);
}
