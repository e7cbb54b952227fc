import type { Cancellation } from '../cancellation';
import { say } from '../l10n/say';
import type { Complain } from './complain';
import { type Demo, type DemoOf, type DemoProblem, stopsDemo } from './demo';
import type { DemoHost } from './demo-definition';
import { demoDefinitions, type ProblemOfDemo, type ResultsOfDemo } from './demo-definitions';
import type { DemoKind } from './demo-kind';
import { type DemoResults, jsonReady } from './result';
import type { ValuesByPath } from './values-by-path';
import { finishPolitely, type Work } from './work';

/** A demo of one kind with everything that it is computed from: the reference and the panel's kernels start from the same. */
export interface Prepared<K extends DemoKind> {
  readonly kind: K;
  readonly problem: ProblemOfDemo<K>;
}

export interface Preparation<K extends DemoKind> {
  /** Absent when the demo cannot be run; the problems say why. */
  readonly prepared?: Prepared<K>;
  /** All problems, those of reading among them. */
  readonly problems: readonly DemoProblem[];
}

export interface DemoRun {
  /** Null when the demo cannot be run. */
  readonly results: DemoResults | null;
  readonly problems: readonly DemoProblem[];
}

/** Checks what can be checked without computing, fetches what the demo needs, and sets its problem up. */
export async function prepareDemo<K extends DemoKind>(demo: DemoOf<K>, host: DemoHost): Promise<Preparation<K>> {
  const problems = [...demo.problems];
  const hasError = () => problems.some(stopsDemo);
  if (hasError()) return { problems };
  const complain = complaintsInto(problems, demo);
  const { kind, values } = demo;
  const definition = demoDefinitions[kind];
  const setup = definition.setup(values, complain);
  if (hasError()) return { problems };
  const problem = await definition.problem(values, setup, host, complain);
  return problem && !hasError() ? { prepared: { kind, problem }, problems } : { problems };
}

/** Runs a demo by the float64 reference. Undefined when nobody wants the answer any more. */
export async function runDemo(demo: Demo, host: DemoHost, cancellation?: Cancellation): Promise<DemoRun | undefined> {
  const { prepared, problems } = await prepareDemo<DemoKind>(demo, host);
  if (!prepared) return { results: null, problems };
  const results = await finishPolitely(solveDemo(prepared), cancellation, host.pause?.bind(host));
  return results && { results, problems: [...problems, ...remarksOn(demo, prepared, results)] };
}

/** What only the results show to be wrong. */
export function remarksOn<K extends DemoKind>(
  demo: Pick<Demo, 'places'>,
  { kind, problem }: Prepared<K>,
  results: ResultsOfDemo<K>,
): DemoProblem[] {
  const problems: DemoProblem[] = [];
  demoDefinitions[kind].remarks?.(results, problem, complaintsInto(problems, demo));
  return problems;
}

/** The reference's answer, in slices. */
export function* solveDemo<K extends DemoKind>({ kind, problem }: Prepared<K>): Work<ResultsOfDemo<K>> {
  return jsonReady(yield* demoDefinitions[kind].solve(problem));
}

/** The value of every key by path, defaults filled in; absent where it is off. */
export function valuesInForce<K extends DemoKind>({ kind, values }: DemoOf<K>): ValuesByPath {
  const definition = demoDefinitions[kind];
  return definition.valuesInForce(
    values,
    definition.setup(values, () => undefined),
  );
}

/** The files that a demo reads, by their paths relative to the lesson. */
export const filesOf = <K extends DemoKind>({ kind, values }: DemoOf<K>): readonly string[] =>
  demoDefinitions[kind].files(values);

/** Where each key that is missing stands there mistyped, that alone is said, and stops the demo. */
function blameMistyped(problems: DemoProblem[], missing: readonly string[]): boolean {
  const places = missing.map((path) => problems.findIndex(({ meant }) => meant === path));
  if (places.includes(-1)) return false;
  for (const place of places) problems[place] = { ...problems[place]!, atLeast: 'error', stops: true };
  return true;
}

/** Complaints as findings on the value they name, else on the nearest key above it, else at the start. */
function complaintsInto(problems: DemoProblem[], demo: Pick<Demo, 'places'>): Complain {
  return (path, message, replacement, atMost, at, missing) => {
    if (missing && blameMistyped(problems, missing)) return;
    const parts = path.split('.');
    const place = parts.map((_, i) => demo.places.get(parts.slice(0, parts.length - i).join('.'))).find(Boolean);
    const span = at ?? place?.value ?? { start: 0, end: 0 };
    const exact = demo.places.get(path)?.value;
    const fixes =
      replacement !== undefined && exact
        ? [{ title: say`Change to ${replacement}`, safe: false, span: exact, newText: replacement }]
        : [];
    problems.push({ code: 'demo.value', span, message: `${path} ${message}`, fixes, ...(atMost && { atMost }) });
  };
}
