import type { Cancellation } from '../cancellation';
import { type AttentionProblem, attentionProblem, solveAttention } from './attention/attention-problem';
import { attentionSetup } from './attention/attention-setup';
import type { Complain, Demo, DemoProblem } from './demo';
import { type MlaProblem, mlaProblem, solveMla } from './mla/mla-problem';
import { mlaSetup } from './mla/mla-setup';
import type { ModelStore } from './model/language-model';
import { type MoeProblem, moeProblem, solveMoe } from './moe/moe-problem';
import { moeSetup } from './moe/moe-setup';
import { type DemoResults, jsonReady } from './result';
import { type ScalingLawProblem, solveScalingLaw } from './scaling-law/scaling-law-problem';
import { type ReadData, scalingLawRuns, scalingLawSetup } from './scaling-law/scaling-law-setup';
import { solveTransformer, type TransformerProblem, transformerProblem } from './transformer/transformer-problem';
import { finishPolitely, type Work } from './work';

/** What a demo may need beyond its own text. */
export interface DemoHost {
  readonly models: ModelStore;
  /** Reads a data file by its path relative to the lesson; undefined when it is not there or outside the workspace. */
  readonly readData: ReadData;
  /** Lets others have their turn between slices of a long computation. */
  pause?(): Promise<void>;
}

/** Everything a demo is computed from: the reference and the panel's kernels start from the same. */
export type PreparedDemo =
  | { readonly kind: 'attention'; readonly problem: AttentionProblem }
  | { readonly kind: 'moe'; readonly problem: MoeProblem }
  | { readonly kind: 'mla'; readonly problem: MlaProblem }
  | { readonly kind: 'scaling-law'; readonly problem: ScalingLawProblem }
  | { readonly kind: 'transformer'; readonly problem: TransformerProblem };

export interface Preparation {
  /** Absent when the demo cannot be run; the problems say why. */
  readonly prepared?: PreparedDemo;
  /** All problems, those of reading among them. */
  readonly problems: readonly DemoProblem[];
}

export interface DemoRun {
  /** Null when the demo cannot be run. */
  readonly results: DemoResults | null;
  readonly problems: readonly DemoProblem[];
}

/** Checks what can be checked without computing, fetches what the demo needs, and sets its problem up. */
export async function prepareDemo(demo: Demo, host: DemoHost): Promise<Preparation> {
  const problems = [...demo.problems];
  const hasError = () => problems.some(({ code }) => code !== 'demo.unknown-key');
  if (hasError()) return { problems };
  const complain = complaintsInto(problems, demo);
  const prepared = await problemOf(demo, host, complain, hasError);
  return prepared && !hasError() ? { prepared, problems } : { problems };
}

/** Runs a demo by the float64 reference. Undefined when nobody wants the answer any more. */
export async function runDemo(demo: Demo, host: DemoHost, cancellation?: Cancellation): Promise<DemoRun | undefined> {
  const { prepared, problems } = await prepareDemo(demo, host);
  if (!prepared) return { results: null, problems };
  const results = await finishPolitely(solveDemo(prepared), cancellation, host.pause?.bind(host));
  return results && { results, problems };
}

/** The reference's answer, in slices. */
export function* solveDemo(prepared: PreparedDemo): Work<DemoResults> {
  return jsonReady(yield* solutionOf(prepared));
}

function* solutionOf(prepared: PreparedDemo): Work<DemoResults> {
  switch (prepared.kind) {
    case 'attention':
      return solveAttention(prepared.problem);
    case 'moe':
      return yield* solveMoe(prepared.problem);
    case 'mla':
      return solveMla(prepared.problem);
    case 'scaling-law':
      return yield* solveScalingLaw(prepared.problem);
    case 'transformer':
      return solveTransformer(prepared.problem);
  }
}

async function problemOf(
  demo: Demo,
  host: DemoHost,
  complain: Complain,
  hasError: () => boolean,
): Promise<PreparedDemo | undefined> {
  switch (demo.kind) {
    case 'attention': {
      const setup = attentionSetup(demo.values, complain);
      const problem = hasError()
        ? undefined
        : await attentionProblem(demo.values, setup, host.models, complain, host.pause?.bind(host));
      return problem && { kind: 'attention', problem };
    }
    case 'moe': {
      const setup = moeSetup(demo.values, complain);
      return hasError() ? undefined : { kind: 'moe', problem: moeProblem(demo.values, setup) };
    }
    case 'mla': {
      const setup = mlaSetup(demo.values, complain);
      return hasError() ? undefined : { kind: 'mla', problem: mlaProblem(setup) };
    }
    case 'scaling-law': {
      const setup = scalingLawSetup(demo.values, complain);
      if (hasError()) return undefined;
      const runs = await scalingLawRuns(demo.values, setup, host.readData, complain);
      return runs && { kind: 'scaling-law', problem: { ...setup, runs } };
    }
    case 'transformer': {
      const problem = await transformerProblem(demo.values, host.models, complain);
      return problem && { kind: 'transformer', problem };
    }
  }
}

/** Complaints as findings on the value they name, else on the nearest key above it, else at the start. */
function complaintsInto(problems: DemoProblem[], demo: Demo): Complain {
  return (path, message, replacement) => {
    const parts = path.split('.');
    const place = parts.map((_, i) => demo.places.get(parts.slice(0, parts.length - i).join('.'))).find(Boolean);
    const span = place?.value ?? { start: 0, end: 0 };
    const exact = demo.places.get(path)?.value;
    const fixes =
      replacement !== undefined && exact
        ? [{ title: `Change to ${replacement}`, safe: false, span: exact, newText: replacement }]
        : [];
    problems.push({ code: 'demo.value', span, message: `${path} ${message}`, fixes });
  };
}
