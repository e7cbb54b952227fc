/** Syntax that came later than its kind of diagram. */
export interface Novelty {
  readonly since: string;
  readonly what: string;
  /** Finds it on a line; the group `here` is marked. Flag `d`. */
  readonly line: RegExp;
}
