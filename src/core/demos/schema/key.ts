/** What a value may be; from this come the checks, the completion and the knobs. */
export type Shape =
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'truth' }
  | { readonly kind: 'text' }
  /** A number of tokens, or the tokens themselves. */
  | { readonly kind: 'tokens'; readonly max: number }
  | { readonly kind: 'numbers'; readonly whole: boolean }
  /** Equally long rows of numbers. */
  | { readonly kind: 'rows'; readonly width?: number }
  /** `shorthand` names the key that a bare value is read as: `balance: bias`. */
  | { readonly kind: 'record'; readonly keys: Keys; readonly shorthand?: string }
  | { readonly kind: 'claims' };

export interface Choice {
  readonly name: string;
  readonly meaning: string;
}

/** One key of a demo: what it may be and what is to be said about it. */
export interface Key<out T = unknown> extends KeyNotes {
  readonly shape: Shape;
  /** Carries the value's type; never there. */
  readonly valueType?: T;
}

export interface KeyNotes {
  readonly meaning: string;
  /** The default, as the author would write it, or in words where it hangs on other keys. */
  readonly default?: string;
  /** TeX, without dollars. */
  readonly formula?: string;
  readonly source?: string;
}

export type Keys = Readonly<Record<string, Key>>;

/** The values that an author may give under these keys. */
export type ValuesOf<K extends Keys> = {
  readonly [P in keyof K]?: K[P] extends Key<infer T> ? T : never;
};

export const whole = (min: number, max: number, notes: KeyNotes): Key<number> => ({
  shape: { kind: 'whole', min, max },
  ...notes,
});

export const number = (min: number, max: number, notes: KeyNotes): Key<number> => ({
  shape: { kind: 'number', min, max },
  ...notes,
});

export const truth = (notes: KeyNotes): Key<boolean> => ({ shape: { kind: 'truth' }, ...notes });

export const text = (notes: KeyNotes): Key<string> => ({ shape: { kind: 'text' }, ...notes });

export const tokens = (max: number, notes: KeyNotes): Key<number | readonly string[]> => ({
  shape: { kind: 'tokens', max },
  ...notes,
});

export const numbers = (notes: KeyNotes, whole = false): Key<readonly number[]> => ({
  shape: { kind: 'numbers', whole },
  ...notes,
});

export const rows = (notes: KeyNotes, width?: number): Key<readonly (readonly number[])[]> => ({
  shape: width === undefined ? { kind: 'rows' } : { kind: 'rows', width },
  ...notes,
});

export const record = <K extends Keys>(
  keys: K,
  notes: KeyNotes & { readonly shorthand?: keyof K & string },
): Key<ValuesOf<K>> => {
  const { shorthand, ...rest } = notes;
  return { shape: { kind: 'record', keys, ...(shorthand !== undefined && { shorthand }) }, ...rest };
};

/** One of the names that `choices` gives a meaning to. */
export const choice = <const C extends Readonly<Record<string, string>>>(
  choices: C,
  notes: KeyNotes,
): Key<keyof C & string> => ({
  shape: { kind: 'choice', choices: Object.entries(choices).map(([name, meaning]) => ({ name, meaning })) },
  ...notes,
});

/** What every demo understands. */
export const commonKeys = {
  title: text({ meaning: 'What the panel and the outline call the demo.', default: 'the heading above' }),
  expect: {
    shape: { kind: 'claims' },
    meaning:
      'Claims of the lesson, each a result key and what it should be: `0.5`, `0.5 ± 0.01`, `"< 1"`, `">= 2"`, `0.2..0.4`, a word or a list. A bare number is compared after rounding to its own digits. `weights.0.2.1` names one element, counted from zero.',
  } as Key<unknown>,
} as const satisfies Keys;

/** One number, list or word that a demo gives. */
export interface ResultKey {
  readonly meaning: string;
  /** Its axes, `[heads][queries][keys]`; absent for a single number. */
  readonly axes?: string;
  readonly formula?: string;
}
