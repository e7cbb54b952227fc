import type { PreparedDemo } from '../../../src/core/demos/run-demo';
import {
  type FoundLaw,
  findLaw,
  type ScalingLawProblem,
  solveScalingLaw,
} from '../../../src/core/demos/scaling-law/scaling-law-problem';
import type { Run } from '../../../src/core/reference/scaling/fit-law';
import {
  computeOptimum,
  isoFlop,
  lossAt,
  publishedLaws,
  type ScalingLaw,
} from '../../../src/core/reference/scaling/scaling-law';
import { element } from '../../dom';
import type { DemoModule, DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { inWords } from '../parts/in-words';
import { Plot, type PlotData, type PlotPoint } from '../parts/plot';
import { flat } from '../results/results-demo';

type Prepared = Extract<PreparedDemo, { kind: 'scaling-law' }>;

/** The law with the points it was fitted to, its best models, and the published laws beside it. */
export const scalingLawDemo: DemoModule<Prepared, FoundLaw> = {
  knobs: [{ path: 'fit' }, { path: 'objective' }, { path: 'compute', slider: { min: 1e18, max: 1e27, log: true } }],
  viewKeys: [],
  valuesInForce: ({ values }) => ({
    ...(values.points || values.data ? { objective: 'huber-mle' } : { fit: 'hoffmann-2022' }),
    compute: 5.76e23,
    ...flat(values),
  }),
  *solve({ problem }) {
    const results = yield* solveScalingLaw(problem);
    return { results, trace: findLaw(problem) };
  },
  createView: (host) => new ScalingLawView(host),
};

class ScalingLawView implements DemoView<Prepared, FoundLaw> {
  readonly root = element('div', { class: 'scaling-law' });
  readonly #host: DemoViewHost;
  readonly #frontier = new Plot();
  readonly #curves = new Plot();
  readonly #residuals = new Plot((_, point) => this.#exclude(point));
  #shown: Shown<Prepared, FoundLaw> | undefined;

  constructor(host: DemoViewHost) {
    this.#host = host;
  }

  update(shown: Shown<Prepared, FoundLaw>): void {
    this.#shown = shown;
    const { problem } = shown.prepared;
    const { theme, trace, results } = shown;
    const sections: HTMLElement[] = [];
    const summary = ['a', 'n_opt', 'd_opt', 'tokens_per_param', 'loss'].map((key) => [key, results[key]] as const);
    const words: Record<string, string> = {
      a: 'a, in N* ∝ Cᵃ',
      n_opt: 'best parameters N*',
      d_opt: 'best tokens D*',
      tokens_per_param: 'tokens a parameter',
      loss: 'loss there',
    };
    const told = summary.filter(([, value]) => typeof value === 'number');
    sections.push(
      section(
        `At a compute of ${inWords(problem.compute)} FLOP`,
        list(told.map(([key, value]) => `${words[key]}: ${inWords(value as number)}`)),
      ),
    );
    if (problem.runs.used.length > 0) {
      this.#frontier.update(runsPlot(problem, trace), theme);
      sections.push(section('Runs and the fit', this.#frontier.element));
    }
    if (trace.kind === 'law') {
      this.#curves.update(isoFlopPlot(trace.law, problem.compute), theme);
      sections.push(
        section('Curves of equal compute', this.#curves.element),
        section('Beside what was published', published(trace.law, problem)),
      );
      if (problem.runs.used.length > 0) {
        this.#residuals.update(residualPlot(trace.law, problem), theme);
        const how = 'Enter or a click on a point leaves the run out of the fit, and takes it in again.';
        sections.push(section('What the fit misses', element('p', {}, how), this.#residuals.element));
      }
    }
    this.root.replaceChildren(...sections);
  }

  picture(): SVGSVGElement | undefined {
    const used = this.#shown?.prepared.problem.runs.used.length ?? 0;
    return used > 0 ? this.#frontier.svg : this.#shown?.trace.kind === 'law' ? this.#curves.svg : undefined;
  }

  table(): Table {
    const columns = ['parameters', 'tokens', 'loss', 'loss of the law', 'used'];
    if (!this.#shown) return { columns, rows: [] };
    const { runs } = this.#shown.prepared.problem;
    const { trace } = this.#shown;
    const row = (used: string) => (run: Run) => {
      const fitted = trace.kind === 'law' ? lossAt(trace.law, run.parameters, run.tokens) : null;
      return [run.parameters, run.tokens, run.loss, fitted, used];
    };
    return { columns, rows: [...runs.used.map(row('yes')), ...runs.excluded.map(row('no'))] };
  }

  /** Leaves a run out, or takes it in again: rows are counted in the data as the lesson gives it. */
  #exclude(point: number): void {
    const { demo, prepared } = this.#shown!;
    if (demo.kind !== 'scaling-law' || demo.values.exclude?.highest_loss !== undefined) {
      this.#host.say('The lesson already leaves out the highest losses; take that key out to choose single runs.');
      return;
    }
    const { used, excluded } = prepared.problem.runs;
    const chosen = demo.values.exclude?.rows ?? [];
    const left = new Set(chosen);
    const rows = Array.from({ length: used.length + excluded.length }, (_, row) => row);
    const order = [...rows.filter((row) => !left.has(row)), ...rows.filter((row) => left.has(row))];
    const row = order[point];
    if (row === undefined) return;
    const next = left.has(row) ? chosen.filter((one) => one !== row) : [...chosen, row].sort((a, b) => a - b);
    this.#host.set({ 'exclude.rows': next.length > 0 ? next : undefined });
  }
}

function runsPlot({ runs }: ScalingLawProblem, found: FoundLaw): PlotData {
  const say = (run: Run, left: boolean): string =>
    `${inWords(run.parameters)} parameters, ${inWords(run.tokens)} tokens: loss ${inWords(run.loss)}${left ? ', left out' : ''}`;
  const point =
    (left: boolean) =>
    (run: Run): PlotPoint => ({
      ...{ x: 6 * run.parameters * run.tokens, y: run.loss, say: say(run, left), faint: left },
    });
  const computes = runs.used.map((run) => 6 * run.parameters * run.tokens);
  const [low, high] = [Math.min(...computes), Math.max(...computes)];
  const best = steps(low, high, 60).map((c) => ({ x: c, y: bestLoss(found, c) }));
  return {
    name: 'Loss of each run over its compute, with the best loss that the fit promises',
    x: { label: 'compute C = 6·N·D, FLOP', log: true },
    y: { label: 'loss', log: true },
    series: [
      { kind: 'dots', name: 'runs', points: [...runs.used.map(point(false)), ...runs.excluded.map(point(true))] },
      { kind: 'line', name: 'best at this compute', points: best },
    ],
  };
}

function bestLoss(found: FoundLaw, compute: number): number {
  if (found.kind === 'law') return computeOptimum(found.law, compute).loss;
  return found.kind === 'line' ? found.lossAt(compute) : Number.NaN;
}

function isoFlopPlot(law: ScalingLaw, compute: number): PlotData {
  const around = [compute / 100, compute, compute * 100];
  const optima = around.map((c) => ({ c, ...computeOptimum(law, c) }));
  return {
    name: 'Loss over model size at equal compute, with the best size of each',
    x: { label: 'parameters N', log: true },
    y: { label: 'loss', log: false },
    series: [
      ...optima.map(({ c, parameters }) => ({
        kind: 'line' as const,
        name: `C = ${inWords(c)}`,
        points: isoFlop(law, c, { from: parameters / 12, to: parameters * 12, count: 48 }).map((run) => ({
          ...{ x: run.parameters, y: run.loss },
        })),
      })),
      {
        kind: 'dots',
        name: 'compute-optimal',
        big: true,
        points: optima.map(({ c, parameters, tokens, loss }) => ({
          ...{ x: parameters, y: loss },
          say: `C ${inWords(c)}: N* ${inWords(parameters)}, D* ${inWords(tokens)}, loss ${inWords(loss)}`,
        })),
      },
    ],
  };
}

function residualPlot(law: ScalingLaw, { runs }: ScalingLawProblem): PlotData {
  const point =
    (left: boolean) =>
    (run: Run): PlotPoint => {
      const miss = Math.log(run.loss) - Math.log(lossAt(law, run.parameters, run.tokens));
      const say = `${inWords(run.parameters)} parameters, ${inWords(run.tokens)} tokens: off by ${inWords(100 * miss, 2)}%${left ? ', left out' : ''}`;
      return { x: run.parameters, y: 100 * miss, say, faint: left };
    };
  return {
    name: 'How far each run is from the fit',
    x: { label: 'parameters N', log: true },
    y: { label: 'log loss, measured − fitted, in %', log: false },
    series: [
      { kind: 'dots', name: 'runs', points: [...runs.used.map(point(false)), ...runs.excluded.map(point(true))] },
    ],
  };
}

/** The five numbers of the law and of the published ones, and what each says of the compute. */
function published(law: ScalingLaw, { compute }: ScalingLawProblem): HTMLElement {
  const rows: [string, ScalingLaw][] = [['this lesson', law], ...Object.entries(publishedLaws)];
  const cells = (one: ScalingLaw): number[] => {
    const { parameters, tokensPerParameter } = computeOptimum(one, compute);
    return [one.E, one.A, one.B, one.alpha, one.beta, parameters, tokensPerParameter];
  };
  const head = ['Fit', 'E', 'A', 'B', 'α', 'β', 'N*', 'D*/N*'].map((name) => element('th', { scope: 'col' }, name));
  const body = rows.map(([name, one]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      ...cells(one).map((value) => element('td', {}, inWords(value))),
    ),
  );
  return element(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': 'Published laws' },
    element(
      'table',
      { class: 'numbers' },
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...body),
    ),
  );
}

/** Numbers from one to another in equal ratios. */
const steps = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));

const section = (title: string, ...children: HTMLElement[]): HTMLElement =>
  element('section', { class: 'view-section' }, element('h2', {}, title), ...children);

const list = (lines: readonly string[]): HTMLElement =>
  element('ul', { class: 'sums' }, ...lines.map((line) => element('li', {}, line)));
