// What Mermaid wants to find before it is loaded, outside a browser. Imported first, for its effect.

/** Mermaid logs to the console whatever it refuses; standard output belongs to the command line's answers. */
for (const method of ['log', 'debug', 'info', 'warn', 'error', 'trace'] as const) console[method] = () => {};

/** Gantt charts and themes ask whether a style value is one; every browser of today says yes to those in use. */
Object.assign(globalThis, { window: { CSS: { supports: () => true } } });

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
