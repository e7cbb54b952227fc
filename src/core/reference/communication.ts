/** Bytes that each of `ranks` sends in a ring all-reduce of `bytes`: 2(p - 1)/p · S. */
export const ringAllReduceBytes = (ranks: number, bytes: number): number => ((2 * (ranks - 1)) / ranks) * bytes;

/** Numbers that expert parallelism sends one way: each token once to each of its k experts, k·T·d. */
export const dispatchElements = (topK: number, tokens: number, width: number): number => topK * tokens * width;
