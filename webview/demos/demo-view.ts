import type { Demo } from '../../src/core/demos/demo';
import type { DemoResults } from '../../src/core/demos/result';
import type { PreparedDemo } from '../../src/core/demos/run-demo';
import type { KnobValue } from '../../src/core/demos/set-demo-key';
import type { Work } from '../../src/core/demos/work';
import type { Answer, Engine } from '../gpu/engine';
import type { PanelTheme } from '../theme';

/** Everything the panel needs to show one kind of demo; each kind is a chunk of its own. */
export interface DemoModule<P extends PreparedDemo = PreparedDemo, T = unknown> {
  /** The knobs that stand in sight, in order; every other key of the schema stands under "More". */
  readonly knobs: readonly KnobHint[];
  /** Keys that only choose what is shown first, `head`: the view has its own controls for them. */
  readonly viewKeys: readonly string[];
  /** The value of every knob by path, `groups.count`, defaults filled in; absent where it is off. */
  valuesInForce(demo: DemoOf<P>): KnobValues;
  /** The float64 reference's answer, with the steps in between that the view shows. */
  solve(prepared: P): Work<Solved<T>>;
  /** Runs the same problem on the engine and says how far it is from the reference; undefined where no kernel has a part. */
  prove(
    prepared: P,
    solved: Solved<T>,
    engine: Pick<Engine, 'within'>,
    signal: AbortSignal,
  ): Promise<Proof | undefined>;
  createView(host: DemoViewHost): DemoView<P, T>;
}

export type DemoOf<P extends PreparedDemo> = Extract<Demo, { kind: P['kind'] }>;

export type KnobValues = Readonly<Record<string, KnobValue | undefined>>;

/** How a knob is shown beyond what the schema says. */
export interface KnobHint {
  readonly path: string;
  readonly label?: string;
  /** Comfortable ends of a slider; a number typed beside it may be anything that the schema allows. */
  readonly slider?: { readonly min: number; readonly max: number; readonly step?: number; readonly log?: boolean };
}

export interface Solved<T> {
  readonly results: DemoResults;
  readonly trace: T;
}

/** What a view is given to show. */
export interface Shown<P extends PreparedDemo = PreparedDemo, T = unknown> extends Solved<T> {
  readonly demo: DemoOf<P>;
  readonly prepared: P;
  readonly theme: PanelTheme;
}

/** One demo's picture and its own controls: what they choose (a head, a step) stays in the panel. */
export interface DemoView<P extends PreparedDemo = PreparedDemo, T = unknown> {
  readonly root: HTMLElement;
  /** Shows other numbers, or the same in other colours; what the reader has chosen stays. */
  update(shown: Shown<P, T>): void;
  /** What is saved as SVG or PNG: its colours and fonts stand on its elements, not in the page's styles. */
  picture?(): SVGSVGElement | undefined;
  /** What is saved as CSV. */
  table(): Table;
  dispose?(): void;
}

export interface DemoViewHost {
  theme(): PanelTheme;
  /** Sets keys of the fence as one undo step; undefined takes a key out. */
  set(values: KnobValues): void;
  say(message: string): void;
  /** Saves one picture of the demo, or the numbers behind it; what goes wrong is said. */
  save(what: SavedAs, picture: SavedPicture): void;
}

/** `numbers` are copied, all others become a file. */
export type SavedAs = 'svg' | 'png' | 'csv' | 'numbers';

export interface SavedPicture {
  readonly title: string;
  picture(): SVGSVGElement | undefined;
  table(): Table;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** How far the engine's answer is from the reference's. */
export interface Proof {
  readonly answer: Pick<Answer<unknown>, 'backend' | 'milliseconds' | 'gpuMilliseconds'>;
  /** The largest absolute difference between any two numbers of the answers. */
  readonly difference: number;
  /** What else is to be said, in a sentence. */
  readonly note?: string;
}

/** A module among modules of other kinds. Sound, since a module is given only demos of the kind that it is listed under. */
export const anyDemo = <P extends PreparedDemo, T>(module: DemoModule<P, T>): DemoModule =>
  module as unknown as DemoModule;
