import type { AttentionInput, ProductInput, RoutingInput } from './tasks';

/** A computation that is ready to run: its operands are on the device already. */
export interface Ready {
  /** Resolves when the device has done it; nothing is brought down. */
  readonly run: () => Promise<unknown>;
  /** Runs it and brings down its numbers. */
  readonly output: () => Promise<ArrayLike<number>>;
}

/** Whoever can do the tasks. A task that cannot be done is absent. */
export interface Peer {
  readonly name: string;
  readonly product?: (input: ProductInput) => Promise<Ready>;
  readonly attention?: (input: AttentionInput) => Promise<Ready>;
  readonly routing?: (input: RoutingInput) => Promise<Ready>;
}

/** `[heads][length][width]` as `[length][heads][width]`, or back with the counts exchanged. */
export function swapHeads(
  x: ArrayLike<number>,
  heads: number,
  length: number,
  width: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(x.length);
  for (let head = 0; head < heads; head++)
    for (let token = 0; token < length; token++)
      for (let i = 0; i < width; i++) out[(token * heads + head) * width + i] = x[(head * length + token) * width + i]!;
  return out;
}
