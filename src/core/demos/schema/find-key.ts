import type { ResultNotes } from '../claims/check-claims';
import type { Demo, DemoOf } from '../demo';
import { demoDefinitions } from '../demo-definitions';
import type { DemoKind } from '../demo-kind';
import type { Key, Keys } from './key';
import type { ResultKeys } from './result-key';

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

/** What a demo gives, by the names that claims use. */
export const resultKeysOf = (demo: Demo): ResultKeys => keysOf<DemoKind>(demo);

function keysOf<K extends DemoKind>({ kind, values }: DemoOf<K>): ResultKeys {
  const definition = demoDefinitions[kind];
  return definition.resultKeys?.(values) ?? definition.results;
}

/** What is known of the results of a demo, for its claims. */
export function resultNotes(demo: Demo): ResultNotes {
  const keys = resultKeysOf(demo);
  return {
    names: Object.keys(keys),
    of(key) {
      const name = key.split('.')[0]!;
      return Object.hasOwn(keys, name) ? keys[name] : undefined;
    },
  };
}
