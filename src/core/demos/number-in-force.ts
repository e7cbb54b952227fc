import type { DemoKind } from './demo-kind';
import { readDemo } from './read-demo';
import { valuesInForce } from './run-demo';
import { keyAt } from './schema/find-key';

/**
 * The number that a key has where the author gives it none: what the rest of the demo, its preset above all, makes of it.
 * Undefined for keys that hold no single number.
 * @param text the demo; the line of the offset does not count, it is being written
 * @param path of the key, `groups.count`
 */
export function numberInForce(kind: DemoKind, text: string, offset: number, path: string): number | undefined {
  const key = keyAt(kind, path);
  if (key?.shape.kind !== 'whole' && key?.shape.kind !== 'number' && key?.shape.kind !== 'tokens') return undefined;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const rest = text.slice(0, start) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1));
  const value = valuesInForce(readDemo(kind, rest))[path] ?? key.default;
  return typeof value === 'number' ? value : undefined;
}
