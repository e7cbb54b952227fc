import type { Complain } from './complain';
import type { DemoKind } from './demo-kind';
import type { ModelStore } from './model/language-model';
import type { DemoResults } from './result';
import type { Keys, ValuesOf } from './schema/key';
import type { ResultKey, ResultKeys } from './schema/result-key';
import type { ValuesByPath } from './values-by-path';
import type { Work } from './work';

/** Why a data file is not read; its message follows the file's name. */
export class DataRefused extends Error {}

/** What a demo may need beyond its own text. */
export interface DemoHost {
  readonly models: ModelStore;
  /** Reads a data file by its path relative to the lesson; undefined when it is not there, {@link DataRefused} when it is not read. */
  readonly readData: (path: string) => Promise<string | undefined>;
  /** Lets others have their turn between slices of a long computation. */
  pause?(): Promise<void>;
}

/**
 * One kind of demo: all that is known of it outside the panel. Hover, completion, checks, knobs and views read it; the
 * float64 reference answers it.
 *
 * `V` is what an author may give, `S` the same with defaults filled in, `P` what is computed from it, `R` what comes out.
 */
export interface DemoDefinition<V, S, P, R extends DemoResults> {
  readonly kind: DemoKind;
  /** What it shows, in a sentence. */
  readonly summary: string;
  /** What an author may write, with its defaults. */
  readonly keys: Keys;
  /** What comes out, by the names that claims use. */
  readonly results: { readonly [key in keyof R]: ResultKey };
  /** The same where the author names what comes out; `results` is empty then. */
  resultKeys?(values: V): ResultKeys;
  /** Fills in the defaults and complains of what cannot be together. */
  setup(values: V, complain: Complain): S;
  /** The value of every key by path, defaults filled in; absent where it is off. */
  valuesInForce(values: V, setup: S): ValuesByPath;
  /** Everything that is computed from; undefined after a complaint. The panel's kernels start from the same. */
  problem(values: V, setup: S, host: DemoHost, complain: Complain): Promise<P | undefined>;
  /** The reference's answer, in slices. */
  solve(problem: P): Work<R>;
  /** Complains of what only the results show. */
  remarks?(results: R, problem: P, complain: Complain): void;
  /** The files that it reads, by their paths relative to the lesson. */
  files(values: V): readonly string[];
}

/** A definition whose values are those of its own keys. */
export const defineDemo = <const K extends Keys, S, P, R extends DemoResults>(
  definition: DemoDefinition<ValuesOf<K>, S, P, R> & { readonly keys: K },
): DemoDefinition<ValuesOf<K>, S, P, R> => definition;
