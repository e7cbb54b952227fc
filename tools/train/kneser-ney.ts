/**
 * An n-gram model with interpolated Kneser-Ney smoothing (Chen and Goodman 1998, one discount an order): what counting
 * alone makes of a text, for a trained model to be measured against.
 */
export class KneserNey {
  readonly #order: number;
  readonly #vocabulary: number;
  readonly #orders: Order[] = [];

  /** @param texts token ids below `vocabulary`; no n-gram reaches from one text into the next. */
  constructor(texts: readonly ArrayLike<number>[], order: number, vocabulary: number) {
    this.#order = order;
    this.#vocabulary = vocabulary;
    let counts = gramsOf(texts, order);
    this.#orders[order] = orderOf(counts);
    for (let n = order - 1; n >= 1; n--) {
      const before = n === order - 1 ? counts : gramsOf(texts, n + 1);
      counts = new Map();
      // Below the highest order a gram counts once for each different token that stands before it.
      for (const gram of before.keys()) increase(counts, gram.slice(1));
      this.#orders[n] = orderOf(counts);
    }
  }

  /** The probability of `token` after `history`, of which the last order - 1 tokens are looked at. */
  probability(history: readonly number[], token: number): number {
    const known = String.fromCharCode(...history.slice(Math.max(0, history.length - this.#order + 1)));
    let probability = 1 / this.#vocabulary;
    for (let n = 1; n <= Math.min(this.#order, known.length + 1); n++) {
      const { counts, totals, kinds, discount } = this.#orders[n]!;
      const context = known.slice(known.length - n + 1);
      const total = totals.get(context);
      if (total === undefined) break;
      const count = counts.get(context + String.fromCharCode(token)) ?? 0;
      probability = (Math.max(0, count - discount) + discount * kinds.get(context)! * probability) / total;
    }
    return probability;
  }

  /** The mean cross-entropy of a text in nats a token. */
  loss(ids: ArrayLike<number>): number {
    const all = Array.from(ids);
    let loss = 0;
    for (const [i, id] of all.entries()) {
      const history = all.slice(Math.max(0, i - this.#order + 1), i);
      loss -= Math.log(this.probability(history, id)) / all.length;
    }
    return loss;
  }
}

interface Order {
  readonly counts: ReadonlyMap<string, number>;
  /** Sum and number of the grams that begin so. */
  readonly totals: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  readonly discount: number;
}

function orderOf(counts: ReadonlyMap<string, number>): Order {
  const [totals, kinds] = [new Map<string, number>(), new Map<string, number>()];
  let [once, twice] = [0, 0];
  for (const [gram, count] of counts) {
    const context = gram.slice(0, -1);
    increase(totals, context, count);
    increase(kinds, context);
    if (count === 1) once++;
    if (count === 2) twice++;
  }
  return { counts, totals, kinds, discount: once === 0 ? 0.5 : once / (once + 2 * twice) };
}

/** Every run of n tokens, each token a character, and how often it is found. */
function gramsOf(texts: readonly ArrayLike<number>[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const ids of texts) {
    const text = Array.from(ids, (id) => String.fromCharCode(id)).join('');
    for (let i = 0; i + n <= text.length; i++) increase(counts, text.slice(i, i + n));
  }
  return counts;
}

const increase = (counts: Map<string, number>, key: string, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};
