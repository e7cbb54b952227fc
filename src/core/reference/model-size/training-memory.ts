/** What is kept for each weight, in bytes. */
export interface BytesPerWeight {
  readonly weights: number;
  readonly gradients: number;
  /** Copy of the weights that the optimiser steps on, and its moments. */
  readonly optimizer: number;
}

/** What is split over the ranks: nothing, the optimiser's states, the gradients too, the weights too. */
export type ZeroStage = 0 | 1 | 2 | 3;

export interface HeldBytes extends BytesPerWeight {
  readonly total: number;
}

/**
 * Bytes that one device holds of a model, activations and buffers aside (Rajbhandari et al. 2020, ZeRO, arXiv 1910.02054,
 * section 3.1 and figure 1: 2 + 2 + 12 bytes a weight for Adam with 16 bits; a stage splits a part over `devices`).
 */
export function heldBytes(count: number, each: BytesPerWeight, devices: number, stage: ZeroStage): HeldBytes {
  const part = (bytes: number, from: ZeroStage) => (count * bytes) / (stage >= from ? devices : 1);
  const held = {
    weights: part(each.weights, 3),
    gradients: part(each.gradients, 2),
    optimizer: part(each.optimizer, 1),
  };
  return { ...held, total: held.weights + held.gradients + held.optimizer };
}
