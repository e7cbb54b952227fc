import { say } from '../../l10n/say';
import type { Formula } from '../compute/expression';

/** What a value may be; from this come the checks, the completion and the knobs. */
export type Shape =
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'truth' }
  /** `namesOf` is the list of the same demo whose elements' names it may be. */
  | { readonly kind: 'text'; readonly namesOf?: string }
  /** One word, by which other places speak of the demo. */
  | { readonly kind: 'name' }
  /** A number of tokens, or the tokens themselves. */
  | { readonly kind: 'tokens'; readonly max: number }
  | { readonly kind: 'numbers'; readonly whole: boolean }
  /** Equally long rows of numbers. */
  | { readonly kind: 'rows'; readonly width?: number }
  /** `shorthand` names the key that a bare value is read as: `balance: bias`. */
  | { readonly kind: 'record'; readonly keys: Keys; readonly shorthand?: string }
  /** Several of the same keys, one after the other. */
  | { readonly kind: 'list'; readonly keys: Keys; readonly max: number }
  /** A list of `name = expression`. */
  | { readonly kind: 'formulas' }
  | { readonly kind: 'claims' };

export interface Choice {
  readonly name: string;
  readonly meaning: string;
}

/** One key of a demo: what it may be and what is to be said about it. */
export interface Key<out T = unknown> extends KeyNotes<T> {
  readonly shape: Shape;
  /** Carries the value's type; never there. */
  readonly valueType?: T;
}

export interface KeyNotes<T = unknown> {
  readonly meaning: string;
  /** The value in force where the author gives none and no other key has a say. */
  readonly default?: T;
  /** What is in force where it hangs on other keys, in words; said after `default`. */
  readonly otherwise?: string;
  /** TeX, without dollars. */
  readonly formula?: string;
  readonly source?: string;
  /** Names under which other tools know it, for who writes one of these. */
  readonly also?: readonly string[];
}

export type Keys = Readonly<Record<string, Key>>;

/** The values that an author may give under these keys. */
export type ValuesOf<K extends Keys> = {
  readonly [P in keyof K]?: K[P] extends Key<infer T> ? T : never;
};

/** The same with every key that has a default there. */
export type Defaulted<K extends Keys> = ValuesOf<K> & {
  readonly [P in keyof K as K[P] extends { readonly default: unknown } ? P : never]: K[P] extends Key<infer T>
    ? T
    : never;
};

/** The author's values, and the keys' own defaults where none is given. */
export function withDefaults<K extends Keys>(keys: K, values: ValuesOf<K>): Defaulted<K> {
  const defaults = Object.entries(keys).flatMap(([name, key]) =>
    key.default === undefined ? [] : [[name, key.default]],
  );
  return { ...Object.fromEntries(defaults), ...values };
}

/** What is in force where the author gives no value, for people; undefined where there is nothing to say. */
export function defaultInWords({ default: value, otherwise }: KeyNotes): string | undefined {
  const words = value === undefined ? undefined : String(value).replace('e+', 'e');
  return [words, otherwise].filter((part) => part !== undefined).join(', ') || undefined;
}

export const whole = <const N extends KeyNotes<number>>(min: number, max: number, notes: N): Key<number> & N => ({
  shape: { kind: 'whole', min, max },
  ...notes,
});

export const number = <const N extends KeyNotes<number>>(min: number, max: number, notes: N): Key<number> & N => ({
  shape: { kind: 'number', min, max },
  ...notes,
});

export const truth = <const N extends KeyNotes<boolean>>(notes: N): Key<boolean> & N => ({
  shape: { kind: 'truth' },
  ...notes,
});

export const text = <const N extends KeyNotes<string>>(notes: N): Key<string> & N => ({
  shape: { kind: 'text' },
  ...notes,
});

/** The name of an element of another list of the demo. */
export const nameFrom = <const N extends KeyNotes<string>>(namesOf: string, notes: N): Key<string> & N => ({
  shape: { kind: 'text', namesOf },
  ...notes,
});

type Tokens = number | readonly string[];

export const tokens = <const N extends KeyNotes<Tokens>>(max: number, notes: N): Key<Tokens> & N => ({
  shape: { kind: 'tokens', max },
  ...notes,
});

export const numbers = (notes: KeyNotes<readonly number[]>, whole = false): Key<readonly number[]> => ({
  shape: { kind: 'numbers', whole },
  ...notes,
});

export const formulas = (notes: KeyNotes<readonly Formula[]>): Key<readonly Formula[]> => ({
  shape: { kind: 'formulas' },
  ...notes,
});

type Rows = readonly (readonly number[])[];

export const rows = (notes: KeyNotes<Rows>, width?: number): Key<Rows> => ({
  shape: width === undefined ? { kind: 'rows' } : { kind: 'rows', width },
  ...notes,
});

/** What a key that holds others says of itself; its defaults are theirs. */
interface RecordNotes<K extends Keys> extends Omit<KeyNotes, 'default'> {
  readonly shorthand?: keyof K & string;
}

/** A key that holds others, which can be asked for in `keys`. */
export const record = <const K extends Keys>(
  keys: K,
  { shorthand, ...notes }: RecordNotes<K>,
): Key<ValuesOf<K>> & { readonly keys: K } => ({
  shape: { kind: 'record', keys, ...(shorthand !== undefined && { shorthand }) },
  keys,
  ...notes,
});

/** A list of things that each hold the same keys. */
export const list = <const K extends Keys>(
  keys: K,
  max: number,
  notes: Omit<KeyNotes, 'default'>,
): Key<readonly ValuesOf<K>[]> & { readonly keys: K } => ({ shape: { kind: 'list', keys, max }, keys, ...notes });

/** One of the names that `choices` gives a meaning to. */
export const choice = <const C extends Readonly<Record<string, string>>, const N extends KeyNotes<keyof C & string>>(
  choices: C,
  notes: N,
): Key<keyof C & string> & N => ({
  shape: { kind: 'choice', choices: Object.entries(choices).map(([name, meaning]) => ({ name, meaning })) },
  ...notes,
});

/** What every demo understands. */
export const commonKeys = {
  title: text({ meaning: say`What the panel and the outline call the demo.`, otherwise: say`the heading above` }),
  id: {
    shape: { kind: 'name' },
    meaning: say`The name by which numbers of the course are bound to this demo: \`[10.4 GB](demo:cache.cache_bytes)\`, or \`10.4 GB <!-- = cache.cache_bytes -->\`.`,
  } as Key<string>,
  expect: {
    shape: { kind: 'claims' },
    meaning: say`Claims of the lesson, each a result key and what it should be: \`0.5\`, \`50%\`, \`~0.5\`, \`0.5 ± 0.01\`, \`"< 1"\`, \`">= 2"\`, \`0.2..0.4\`, \`2.26 GB\`, \`40.4B\`, a word or a list. A bare number is compared after rounding to its own digits. \`weights.0.2.1\` names one element, counted from zero.`,
  } as Key<unknown>,
} as const satisfies Keys;
