/** One value of a demo that a knob can set. */
export type KnobValue = number | string | boolean | readonly KnobValue[];

/** Values by path, `groups.count`; absent where a key is off. */
export type ValuesByPath = Readonly<Record<string, KnobValue | undefined>>;

/** Values of keys within keys, by path; lists of numbers have none, as no knob turns them. */
export function byPath(values: object, above = ''): ValuesByPath {
  const entries = Object.entries(values).flatMap(
    ([key, value]: [string, unknown]): [string, KnobValue | undefined][] => {
      const path = above + key;
      if (typeof value !== 'object' || value === null) return [[path, value as KnobValue]];
      return Array.isArray(value) ? [] : Object.entries(byPath(value, `${path}.`));
    },
  );
  return Object.fromEntries(entries);
}
