import { say } from '../../../src/core/l10n/say';
import type { Balance } from '../../../src/core/reference/moe/train-balance';
import { element } from '../../dom';
import type { DemoViewHost, Shown, Table } from '../demo-view';
import { BarRows } from '../parts/bar-rows';
import { Figure } from '../parts/figure';
import { inWords } from '../parts/in-words';
import { Plot, type PlotSeries } from '../parts/plot';
import { StepPlayer } from '../parts/step-player';
import { balanceOf, compareMethods, methodName, methods } from './balancing';
import type { MoeTrace } from './moe-trace';
import { noiseFloor } from './noise-floor';

type ShownMoe = Shown<'moe', MoeTrace>;

/** Points of a curve: no more than can be told apart. */
const mostPoints = 300;
/** Steps that are asked for where the fence has one alone. */
const someSteps = 200;
/** Milliseconds between frames that are played. */
const beat = 60;
/** Milliseconds without a change before the other methods are played: a knob on its way does not wait for them. */
const rest = 250;

/** Training played forward: MaxVio of all three methods against the noise floor, and the load at any step. */
export class TrainingView {
  readonly element = element('div', { class: 'training' });
  readonly #words = element('p', {});
  readonly #start = element('button', { type: 'button' }, say`Train ${someSteps} steps`);
  readonly #player = new StepPlayer({ beat, show: () => this.#drawFrame() });
  readonly #plot = new Plot();
  readonly #figure: Figure;
  readonly #load = new BarRows();
  readonly #loadFigure: Figure;
  #shown: ShownMoe | undefined;
  /** MaxVio of the methods beside the lesson's own, and the training that they belong to. */
  #others = new Map<Balance['method'], readonly number[]>();
  #comparing = new AbortController();
  #floor = { of: '', value: 0 };

  constructor(host: DemoViewHost) {
    this.#figure = new Figure(this.#plot, host);
    this.#loadFigure = new Figure(this.#load, host, { controls: [this.#player.element] });
    this.#start.addEventListener('click', () => host.set({ steps: someSteps }));
    this.element.append(
      this.#words,
      element('div', { class: 'choices' }, this.#start),
      this.#figure.element,
      this.#loadFigure.element,
    );
  }

  update(shown: ShownMoe): void {
    const before = this.#shown;
    this.#shown = shown;
    const one = shown.prepared.problem.steps === 1;
    this.#start.parentElement!.hidden = !one;
    for (const part of [this.#figure.element, this.#loadFigure.element]) part.hidden = one;
    if (one) {
      this.#player.stop();
      this.#comparing.abort();
      this.#words.textContent = say`One step alone: the load as the gate first has it. Train to see whether balancing evens it out.`;
      return;
    }
    const last = shown.trace.frames.length - 1;
    if (this.#player.last !== last || before?.prepared.problem.steps === 1) this.#player.reset(last, last);
    if (before?.trace !== shown.trace) this.#compare(shown);
    this.#drawWords(shown);
    this.#player.draw();
  }

  dispose(): void {
    this.#player.stop();
    this.#comparing.abort();
  }

  /** Plays the other two methods, after the lesson's own is on the page. */
  #compare({ prepared }: ShownMoe): void {
    this.#comparing.abort();
    this.#comparing = new AbortController();
    const { signal } = this.#comparing;
    this.#others = new Map();
    const start = async () => {
      await new Promise((resolve) => setTimeout(resolve, rest));
      await compareMethods(prepared.problem, signal, (method, violations) => {
        this.#others.set(method, violations);
        this.#drawWords(this.#shown!);
        this.#drawCurves();
      });
    };
    start().catch((error: unknown) => {
      this.#words.textContent = say`The methods could not be compared: ${error instanceof Error ? error.message : error}`;
    });
  }

  #drawWords({ trace, prepared }: ShownMoe): void {
    const { problem } = prepared;
    const ends = methods.flatMap((method) => {
      const violations = this.#violationsOf(method);
      const own = method === problem.balance.method ? say` (this lesson)` : '';
      return violations ? [`${methodName(balanceOf(method, problem))}${own}: ${inWords(violations.at(-1), 3)}`] : [];
    });
    const waiting = ends.length < methods.length ? say` The others are being played …` : '';
    this.#words.textContent = say`${problem.steps} steps, from a MaxVio of ${inWords(trace.violations[0], 3)}. At the end, ${ends.join('; ')}. Tokens sent at random would have ${inWords(this.#noise(), 3)}: the noise floor, below which balancing cannot get.${waiting}`;
  }

  /** MaxVio over the steps, with a line at the step that is shown. */
  #drawCurves(): void {
    const { trace, prepared, theme } = this.#shown!;
    const { problem } = prepared;
    const steps = trace.violations.length;
    const every = Math.ceil(steps / mostPoints);
    const floor = this.#noise();
    const curves = methods.flatMap((method, hue): PlotSeries[] => {
      const own = method === problem.balance.method;
      const points = this.#violationsOf(method)?.flatMap((y, i) =>
        i % every === 0 || i === steps - 1 ? [{ x: i + 1, y }] : [],
      );
      const name = methodName(balanceOf(method, problem)) + (own ? say`, this lesson` : '');
      return points ? [{ kind: 'line', name, hue: [3, 2, 0][hue]!, dash: !own, points }] : [];
    });
    const name = say`MaxVio over the training steps`;
    this.#plot.update(
      {
        name,
        x: { label: say`step`, log: false },
        y: { label: 'MaxVio', log: false },
        series: [
          ...curves,
          {
            kind: 'line',
            name: say`noise floor`,
            hue: 1,
            dash: true,
            points: [1, steps].map((x) => ({ x, y: floor })),
          },
        ],
        at: this.#frame()?.step ?? steps,
      },
      theme,
    );
    this.#figure.update(name, () => this.#table());
  }

  #table(): Table {
    const { trace, prepared } = this.#shown!;
    const columns = methods.map((method) => this.#violationsOf(method));
    const floor = this.#noise();
    return {
      columns: [
        say`step`,
        ...methods.map((method) => methodName(balanceOf(method, prepared.problem))),
        say`noise floor`,
      ],
      rows: trace.violations.map((_, i) => [i + 1, ...columns.map((violations) => violations?.[i] ?? null), floor]),
    };
  }

  #violationsOf(method: Balance['method']): readonly number[] | undefined {
    const { trace, prepared } = this.#shown!;
    return method === prepared.problem.balance.method ? trace.violations : this.#others.get(method);
  }

  #frame(): MoeTrace['frames'][number] | undefined {
    return this.#shown?.trace.frames[this.#player.frame];
  }

  /** The frame in words. */
  #drawFrame(): string {
    const shown = this.#shown;
    const frame = this.#frame();
    if (!shown || !frame) return '';
    const { experts } = shown.prepared.problem;
    const { step, counts, load, places } = frame;
    const mean = counts.reduce((sum, count) => sum + count, 0) / experts;
    this.#load.update(
      {
        name: say`Load at step ${step}`,
        columns: experts,
        rows: [{ name: say`step ${step}`, values: counts, line: mean, strong: (expert) => counts[expert]! > places }],
        say: (expert) => say`step ${step}, expert ${expert}: asked ${counts[expert]} times, keeps ${load[expert]}`,
      },
      shown.theme,
    );
    this.#loadFigure.update(say`Load at step ${step}`, () => ({
      columns: [say`expert`, say`asked`, say`kept`],
      rows: Array.from(counts, (count, expert) => [`${expert}`, count, load[expert]!]),
    }));
    this.#drawCurves();
    return say`step ${step}`;
  }

  #noise(): number {
    const { tokens, experts, gate } = this.#shown!.prepared.problem;
    const k = Math.min(gate.topK, experts);
    const of = `${tokens.length}/${experts}/${k}`;
    if (this.#floor.of !== of) this.#floor = { of, value: noiseFloor(tokens.length, experts, k) };
    return this.#floor.value;
  }
}
