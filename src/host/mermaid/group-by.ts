// Imported for its effect.

/** Node 21 brought it; Mermaid counts on it, and VS Code's Node may be older. */
const builtins = Object as { groupBy?: unknown };
builtins.groupBy ??= <T>(items: Iterable<T>, key: (item: T, index: number) => PropertyKey) => {
  const groups: Record<PropertyKey, T[]> = Object.create(null);
  let index = 0;
  for (const item of items) {
    const name = key(item, index++);
    groups[name] ??= [];
    groups[name].push(item);
  }
  return groups;
};
