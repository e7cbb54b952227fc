import { getOrSet } from '../get-or-set';

/** Items of two lists that are the same thing, and those that only one of them has. */
export interface Pairs<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Pairs the items of two lists by the first key that both of them have, the surest key first; among equal ones in order.
 * An empty key pairs nothing. Linear in items and keys.
 */
export function pairUp<T>(before: readonly T[], after: readonly T[], keys: readonly ((item: T) => string)[]): Pairs<T> {
  const partners = new Map<T, T>();
  let removed = before;
  let added = after;
  for (const keyOf of keys) {
    const waiting = new Map<string, T[]>();
    for (const item of removed) getOrSet(waiting, keyOf(item), () => []).push(item);
    const next = new Map<string, number>();
    const left: T[] = [];
    for (const item of added) {
      const key = keyOf(item);
      const turn = next.get(key) ?? 0;
      const partner = key === '' ? undefined : waiting.get(key)?.[turn];
      if (partner === undefined) left.push(item);
      else {
        next.set(key, turn + 1);
        partners.set(item, partner);
      }
    }
    const paired = new Set(partners.values());
    removed = removed.filter((item) => !paired.has(item));
    added = left;
  }
  const pairs = after.flatMap((item): [T, T][] => {
    const partner = partners.get(item);
    return partner === undefined ? [] : [[partner, item]];
  });
  return { pairs, removed, added };
}
