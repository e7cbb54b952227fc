import type { DemoOf } from '../../src/core/demos/demo';
import type { ResultsOfDemo } from '../../src/core/demos/demo-definitions';
import type { DemoKind } from '../../src/core/demos/demo-kind';
import type { Prepared } from '../../src/core/demos/run-demo';
import type { ValuesByPath } from '../../src/core/demos/values-by-path';
import type { Work } from '../../src/core/demos/work';
import type { Answer, Engine } from '../gpu/engine';
import type { PanelTheme } from '../theme';

/** Everything the panel needs to show one kind of demo; each kind is a chunk of its own. */
export interface DemoModule<K extends DemoKind = DemoKind, T = unknown> {
  /** The knobs that stand in sight, in order; every other key of the schema stands under "More". */
  readonly knobs: readonly KnobHint[];
  /** Keys that only choose what is shown first, `head`: the view has its own controls for them. */
  readonly viewKeys: readonly string[];
  /** The float64 reference's answer, with the steps in between that the view shows. */
  solve(prepared: Prepared<K>): Work<Solved<K, T>>;
  /** Runs the same problem on the engine and says how far it is from the reference; undefined where no kernel has a part. */
  prove(
    prepared: Prepared<K>,
    solved: Solved<K, T>,
    engine: Pick<Engine, 'within'>,
    signal: AbortSignal,
  ): Promise<Proof | undefined>;
  createView(host: DemoViewHost): DemoView<K, T>;
}

/** How a knob is shown beyond what the schema says. */
export interface KnobHint {
  readonly path: string;
  readonly label?: string;
  /** Comfortable ends of a slider; a number typed beside it may be anything that the schema allows. */
  readonly slider?: { readonly min: number; readonly max: number; readonly step?: number; readonly log?: boolean };
}

export interface Solved<K extends DemoKind, T> {
  readonly results: ResultsOfDemo<K>;
  readonly trace: T;
}

/** What a view is given to show. */
export interface Shown<K extends DemoKind = DemoKind, T = unknown> extends Solved<K, T> {
  readonly demo: DemoOf<K>;
  readonly prepared: Prepared<K>;
  readonly theme: PanelTheme;
}

/** One demo's picture and its own controls: what they choose (a head, a step) stays in the panel. */
export interface DemoView<K extends DemoKind = DemoKind, T = unknown> {
  readonly root: HTMLElement;
  /** Shows other numbers, or the same in other colours; what the reader has chosen stays. */
  update(shown: Shown<K, T>): void;
  /** What is saved as SVG or PNG: its colours and fonts stand on its elements, not in the page's styles. */
  picture?(): SVGSVGElement | undefined;
  /** What is saved as CSV. */
  table(): Table;
  dispose?(): void;
}

export interface DemoViewHost {
  theme(): PanelTheme;
  /** Sets keys of the fence as one undo step; undefined takes a key out. */
  set(values: ValuesByPath): void;
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
export const anyDemo = <K extends DemoKind, T>(module: DemoModule<K, T>): DemoModule => module as unknown as DemoModule;
