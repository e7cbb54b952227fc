// What Mermaid wants to find before it is loaded, outside a browser. Imported first, for its effect.
import './group-by';

/** Mermaid logs to the console whatever it refuses; standard output belongs to the command line's answers. */
for (const method of ['log', 'debug', 'info', 'warn', 'error', 'trace'] as const) console[method] = () => {};

/** Gantt charts and themes ask whether a style value is one; every browser of today says yes to those in use. */
Object.assign(globalThis, { window: { CSS: { supports: () => true } } });
