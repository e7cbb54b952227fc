import type { Anchor } from '../../links/file-links';
import type { Routes } from '../../links/find-target';

/** What was meant by a broken link is sought by comparing it with what is there: so often in one file. */
export const mostCompared = 500_000;

/** What the links of one file are looked up with. */
export interface LookUp {
  /** How many names may still be compared. */
  left: number;
  readonly anchorsOf: (uri: string) => Promise<readonly Anchor[] | undefined>;
  readonly routes: Routes;
}

/** Whether so many more names may be compared, which then counts. */
export function mayCompare(lookUp: LookUp, names: number): boolean {
  if (lookUp.left < names) return false;
  lookUp.left -= names;
  return true;
}
