import { Random } from '../../src/core/reference/random';

/** What everybody has to compute, with a few of the right numbers. */
export interface Task<Input> {
  readonly name: string;
  readonly input: Input;
  /** Floating-point operations that it takes. */
  readonly operations: number;
  /** Throws when the numbers are wrong. */
  readonly check: (output: ArrayLike<number>) => void;
}

export interface ProductInput {
  readonly size: number;
  readonly a: Float32Array<ArrayBuffer>;
  readonly b: Float32Array<ArrayBuffer>;
}

/** Queries, keys and values `[heads][length][width]`. */
export interface AttentionInput {
  readonly heads: number;
  readonly length: number;
  readonly width: number;
  readonly causal: boolean;
  readonly query: Float32Array<ArrayBuffer>;
  readonly key: Float32Array<ArrayBuffer>;
  readonly value: Float32Array<ArrayBuffer>;
}

export interface RoutingInput {
  readonly tokens: number;
  readonly experts: number;
  readonly topK: number;
  readonly logits: Float32Array<ArrayBuffer>;
}

const draw = (count: number, seed: number): Float32Array<ArrayBuffer> => {
  const random = new Random(seed);
  return Float32Array.from({ length: count }, () => 2 * random.uniform() - 1);
};

export function productTask(size: number): Task<ProductInput> {
  const [a, b] = [draw(size * size, 1), draw(size * size, 2)];
  return {
    name: `product ${size}³`,
    input: { size, a, b },
    operations: 2 * size ** 3,
    check: (output) => {
      for (const at of samples(size * size, 64)) {
        const [row, column] = [Math.floor(at / size), at % size];
        let sum = 0;
        for (let i = 0; i < size; i++) sum += a[row * size + i]! * b[i * size + column]!;
        near(output[at], sum, 1e-4, at);
      }
    },
  };
}

export function attentionTask(length: number, heads: number, width: number, causal: boolean): Task<AttentionInput> {
  const count = heads * length * width;
  const [query, key, value] = [draw(count, 3), draw(count, 4), draw(count, 5)];
  return {
    name: `attention, ${length} tokens, ${heads} heads of ${width}${causal ? ', causal' : ''}`,
    input: { heads, length, width, causal, query, key, value },
    operations: 4 * heads * length * length * width * (causal ? 0.5 : 1),
    check: (output) => {
      for (const at of samples(count, 24)) {
        const [head, row, channel] = [Math.floor(at / length / width), Math.floor(at / width) % length, at % width];
        const start = head * length * width;
        const powers = Array.from({ length: causal ? row + 1 : length }, (_, j) => {
          let sum = 0;
          for (let i = 0; i < width; i++) sum += query[start + row * width + i]! * key[start + j * width + i]!;
          return Math.exp(sum / Math.sqrt(width));
        });
        const total = powers.reduce((sum, power) => sum + power, 0);
        const mixed = powers.reduce((sum, power, j) => sum + power * value[start + j * width + channel]!, 0);
        near(output[at], mixed / total, 1e-5, at);
      }
    },
  };
}

/** The scores of a token's best experts, and the experts, `[tokens][k]` each, one after the other. */
export function routingTask(tokens: number, experts: number, topK: number): Task<RoutingInput> {
  const logits = draw(tokens * experts, 6).map((value) => 3 * value);
  return {
    name: `routing, ${tokens} tokens to ${experts} experts, top-${topK}`,
    input: { tokens, experts, topK, logits },
    operations: tokens * experts * (20 + 2 * topK),
    check: (output) => {
      for (const token of samples(tokens, 64)) {
        const row = [...logits.subarray(token * experts, (token + 1) * experts)];
        const order = [...row.keys()].sort((i, j) => row[j]! - row[i]! || i - j).slice(0, topK);
        const total = row.reduce((sum, logit) => sum + Math.exp(logit), 0);
        for (const [slot, expert] of order.entries()) {
          near(output[token * topK + slot], Math.exp(row[expert]!) / total, 1e-5, token);
          near(output[(tokens + token) * topK + slot], expert, 0, token);
        }
      }
    },
  };
}

/** Places spread over all of them, the first and the last among them. */
const samples = (count: number, wanted: number): number[] =>
  Array.from({ length: wanted }, (_, i) => Math.round((i * (count - 1)) / (wanted - 1)));

function near(actual = Number.NaN, expected: number, tolerance: number, at: number): void {
  if (!(Math.abs(actual - expected) <= tolerance)) throw new Error(`at ${at}: ${actual} instead of ${expected}`);
}
