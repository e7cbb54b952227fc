/**
 * Says that a value cannot be used, or, as a warning, that it says nothing here. `path` names the key, `groups.count`; fixes
 * replace its value.
 */
export type Complain = (path: string, message: string, replacement?: string, atMost?: 'warning') => void;
