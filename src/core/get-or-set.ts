interface Store<K, V> {
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): unknown;
}

/** The value of a key, made and kept at its first asking. */
export function getOrSet<K, V>(store: Store<K, V>, key: K, make: () => V): V {
  const known = store.get(key);
  if (known !== undefined || store.has(key)) return known as V;
  const made = make();
  store.set(key, made);
  return made;
}
