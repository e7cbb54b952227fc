import type { MoeStep } from '../../../src/core/demos/moe/moe-problem';

/** What training went through, step by step. */
export interface MoeTrace {
  readonly last: MoeStep;
  /** MaxVio of every step. */
  readonly violations: readonly number[];
  /** Loads of steps to look back at: all of a short training, evenly spaced ones of a long one. */
  readonly frames: readonly MoeFrame[];
}

export interface MoeFrame {
  readonly step: number;
  /** `[experts]` pairs asked for, and kept. */
  readonly counts: Int32Array;
  readonly load: Int32Array;
  /** Places that each expert had; Infinity without a limit. */
  readonly places: number;
}
