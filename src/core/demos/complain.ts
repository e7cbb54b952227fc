/** Says that a value cannot be used. `path` names the key, `groups.count`; fixes replace its value. */
export type Complain = (path: string, message: string, replacement?: string) => void;
