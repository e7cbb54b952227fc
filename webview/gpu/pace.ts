/**
 * How much work goes into one submit, so that none blocks the screen for long: learnt from how long earlier ones took.
 * Work is counted in operations, roughly.
 */
export class Pace {
  /** Operations a millisecond. */
  #rate: number;

  constructor(
    software: boolean,
    /** Milliseconds that a submit may take. */
    readonly aim = software ? 100 : 12,
  ) {
    this.#rate = software ? 1e6 : 1e9;
  }

  /** Operations for the next submit. */
  get budget(): number {
    return this.#rate * this.aim;
  }

  /** Learns from a submit of so many operations. */
  learn(work: number, milliseconds: number): void {
    // What takes no time at all says little about the rate.
    if (work < this.budget / 8) return;
    const measured = work / Math.max(milliseconds, 0.25);
    this.#rate = this.#rate * 0.5 + Math.min(measured, this.#rate * 8) * 0.5;
  }
}

export type Extent = readonly [number, number, number];

export interface Slice {
  readonly origin: Extent;
  readonly groups: Extent;
}

/** WebGPU guarantees as many workgroups along a dimension. */
const mostGroups = 65_535;

/**
 * Cuts a grid of workgroups into boxes of at most `most` workgroups, or of one row where even that is more, each within
 * the limit of a dimension. Boxes are cut along the last dimensions first.
 */
export function sliceGrid(groups: Extent, most: number): Slice[] {
  const [x, y, z] = groups;
  const wide = Math.max(1, Math.min(x, mostGroups, Math.floor(most)));
  const high = Math.max(1, Math.min(y, mostGroups, Math.floor(most / x)));
  const deep = Math.max(1, Math.min(z, mostGroups, Math.floor(most / x / y)));
  const slices: Slice[] = [];
  for (let k = 0; k < z; k += deep)
    for (let j = 0; j < y; j += high)
      for (let i = 0; i < x; i += wide)
        slices.push({
          origin: [i, j, k],
          groups: [Math.min(wide, x - i), Math.min(high, y - j), Math.min(deep, z - k)],
        });
  return slices;
}
