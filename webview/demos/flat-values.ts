import type { KnobValue } from '../../src/core/demos/set-demo-key';
import type { KnobValues } from './demo-view';

/** Values by path, `groups.count`; lists are no knobs. */
export function flatValues(values: object, above = ''): KnobValues {
  const entries = Object.entries(values).flatMap(([key, value]: [string, unknown]): [string, KnobValue][] => {
    if (typeof value !== 'object' || value === null) return [[above + key, value as KnobValue]];
    return Array.isArray(value) ? [] : (Object.entries(flatValues(value, `${above}${key}.`)) as [string, KnobValue][]);
  });
  return Object.fromEntries(entries);
}
