import type { ResultNotes } from '../claims/check-claims';
import { demoDefinitions } from '../demo-definitions';
import type { DemoKind } from '../demo-kind';
import type { Key, Keys } from './key';
import type { ResultKey, ResultKeys } from './result-key';

/** The keys that may stand under a path of keys; undefined where none do. */
export function keysUnder(kind: DemoKind, path: readonly string[]): Keys | undefined {
  let keys: Keys | undefined = demoDefinitions[kind].keys;
  for (const name of path) {
    // The number of an item, in the path of a key that was read.
    if (/^\d+$/.test(name)) continue;
    const shape: Key['shape'] | undefined = keys && Object.hasOwn(keys, name) ? keys[name]!.shape : undefined;
    keys = shape?.kind === 'record' || shape?.kind === 'list' ? shape.keys : undefined;
  }
  return keys;
}

/** The key at a path, `groups.count`. */
export function keyAt(kind: DemoKind, path: string): Key | undefined {
  const parts = path.split('.');
  const keys = keysUnder(kind, parts.slice(0, -1));
  const name = parts.at(-1)!;
  return keys && Object.hasOwn(keys, name) ? keys[name] : undefined;
}

/** What is known of the results of a kind, for its claims. */
export const resultNotes = (kind: DemoKind): ResultNotes => ({
  of: (key) => resultKeyAt(kind, key),
  names: Object.keys(demoDefinitions[kind].results),
});

/** The result that a claim's key speaks of, `weights.0.1`. */
export function resultKeyAt(kind: DemoKind, key: string): ResultKey | undefined {
  const results: ResultKeys = demoDefinitions[kind].results;
  const name = key.split('.')[0]!;
  return Object.hasOwn(results, name) ? results[name] : undefined;
}
