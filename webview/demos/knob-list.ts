import { demoDefinitions } from '../../src/core/demos/demo-definitions';
import type { DemoKind } from '../../src/core/demos/demo-kind';
import type { Key, Keys, Shape } from '../../src/core/demos/schema/key';
import type { DemoModule, KnobHint } from './demo-view';

/** A knob: a key of the schema with what is said about it and how it is turned. */
export interface Knob extends KnobHint {
  readonly key: Key;
  readonly label: string;
}

/** All knobs of a kind: those that stand in sight, then the rest, in the order of the schema. */
export function knobsOf(
  kind: DemoKind,
  { knobs, viewKeys }: Pick<DemoModule, 'knobs' | 'viewKeys'>,
): { first: Knob[]; more: Knob[] } {
  const all = new Map(turnable(demoDefinitions[kind].keys));
  for (const path of ['title', ...viewKeys]) all.delete(path);
  const first = knobs.flatMap((hint): Knob[] => {
    const key = all.get(hint.path);
    all.delete(hint.path);
    return key ? [{ ...hint, key, label: hint.label ?? labelOf(hint.path) }] : [];
  });
  return { first, more: [...all].map(([path, key]) => ({ path, key, label: labelOf(path) })) };
}

/** Lists of numbers, names and claims are no knob's. */
const forTheFence: ReadonlySet<string> = new Set([
  'numbers',
  'rows',
  'list',
  'claims',
  'name',
  'formulas',
] satisfies Shape['kind'][]);

/** Keys that hold one value. */
function turnable(keys: Keys, above = ''): [string, Key][] {
  return Object.entries(keys).flatMap(([name, key]): [string, Key][] => {
    const { shape } = key;
    if (shape.kind === 'record') return turnable(shape.keys, `${above}${name}.`);
    return forTheFence.has(shape.kind) ? [] : [[above + name, key]];
  });
}

/** `balance.method` as `balance method`. */
const labelOf = (path: string): string => path.replaceAll(/[._]/g, ' ');
