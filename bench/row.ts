/** One measured figure. */
export interface Row {
  readonly name: string;
  readonly value: number;
  /** `ms`, `MB/s`, `×`, `kB`, … */
  readonly unit: string;
  /** What it was measured on, its spread, or what it is compared with. */
  readonly note?: string;
}

/** One file of measurements. A figure that cannot be had here is a note, never a guess. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Row[]>;
}
