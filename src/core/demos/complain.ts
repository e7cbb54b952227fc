import type { Span } from '../text/span';

/**
 * Says that a value cannot be used, or, as a warning, that it says nothing here. `path` names the key, `groups.count`; fixes
 * replace its value. `at` is a place in the demo's text within the value. Where keys that stand nowhere are complained of,
 * `missing` has their paths.
 */
export type Complain = (
  path: string,
  message: string,
  replacement?: string,
  atMost?: 'warning',
  at?: Span,
  missing?: readonly string[],
) => void;

/** Complains that keys are needed which stand nowhere. */
export const complainOfMissing = (
  complain: Complain,
  path: string,
  missing: readonly string[],
  message: string,
): void => complain(path, message, undefined, undefined, undefined, missing);
