import type { Span } from '../text/span';

/**
 * Says that a value cannot be used, or, as a warning, that it says nothing here. `path` names the key, `groups.count`; fixes
 * replace its value. `at` is a place in the demo's text within the value.
 */
export type Complain = (path: string, message: string, replacement?: string, atMost?: 'warning', at?: Span) => void;
