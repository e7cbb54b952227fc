import { element } from '../../dom';
import type { DemoViewHost, Shown } from '../demo-view';
import { BarRows } from '../parts/bar-rows';
import { inWords } from '../parts/in-words';
import { Plot } from '../parts/plot';
import type { MoeTrace, PreparedMoe } from './moe-demo';
import { noiseFloor } from './noise-floor';

/** Points of the curve: no more than can be told apart. */
const mostPoints = 300;
/** Steps that are asked for where the fence has one alone. */
const someSteps = 200;
/** Milliseconds between frames that are played. */
const beat = 60;

/** Training played forward: MaxVio over the steps against its noise floor, and the load at any of them. */
export class TrainingView {
  readonly element = element('div', { class: 'training' });
  readonly #words = element('p', {});
  readonly #start = element('button', { type: 'button' }, `Train ${someSteps} steps`);
  readonly #play = element('button', { type: 'button' }, 'Play');
  readonly #next = element('button', { type: 'button' }, 'Next step');
  readonly #at = element('input', { type: 'range', min: 0, step: 1, 'aria-label': 'Step that is shown' });
  readonly #plot = new Plot();
  readonly #load = new BarRows();
  readonly #controls: HTMLElement;
  #shown: Shown<PreparedMoe, MoeTrace> | undefined;
  #floor = { of: '', value: 0 };
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: DemoViewHost) {
    this.#start.addEventListener('click', () => host.set({ steps: someSteps }));
    this.#play.addEventListener('click', () => this.#toggle());
    this.#next.addEventListener('click', () => {
      this.#stop();
      this.#move(Number(this.#at.value) + 1);
    });
    this.#at.addEventListener('input', () => {
      this.#stop();
      this.#drawFrame();
    });
    this.#controls = element('div', { class: 'choices' }, this.#play, this.#next, this.#at);
    this.element.append(
      this.#words,
      element('div', { class: 'choices' }, this.#start),
      this.#plot.element,
      this.#controls,
      this.#load.element,
    );
  }

  update(shown: Shown<PreparedMoe, MoeTrace>): void {
    this.#shown = shown;
    const { trace, prepared, theme } = shown;
    const { problem } = prepared;
    const one = problem.steps === 1;
    this.#start.parentElement!.hidden = !one;
    for (const part of [this.#plot.element, this.#controls, this.#load.element]) part.hidden = one;
    const method = { none: 'no balancing', bias: 'a selection bias', 'aux-loss': 'the auxiliary loss' };
    const floor = this.#floorOf(problem.tokens.length, problem.experts, Math.min(problem.gate.topK, problem.experts));
    const { violations } = trace;
    this.#words.textContent = one
      ? 'One step alone: the load as the gate first has it. Train to see whether balancing evens it out.'
      : `${problem.steps} steps with ${method[problem.balance.method]}: MaxVio goes from ${inWords(violations[0], 3)} to ${inWords(violations.at(-1), 3)}. Tokens sent at random would have ${inWords(floor, 3)}: the noise floor.`;
    if (one) {
      this.#stop();
      return;
    }
    const every = Math.ceil(violations.length / mostPoints);
    const points = violations.flatMap((y, i) =>
      i % every === 0 || i === violations.length - 1 ? [{ x: i + 1, y }] : [],
    );
    this.#plot.update(
      {
        name: 'MaxVio over the training steps',
        x: { label: 'step', log: false },
        y: { label: 'MaxVio', log: false },
        series: [
          { kind: 'line', name: 'MaxVio', points },
          {
            ...{ kind: 'line', name: 'noise floor', dash: true },
            points: [1, violations.length].map((x) => ({ x, y: floor })),
          },
        ],
      },
      theme,
    );
    const last = trace.frames.length - 1;
    const before = Number(this.#at.max);
    this.#at.max = String(last);
    if (before !== last) this.#at.value = String(last);
    this.#drawFrame();
  }

  dispose(): void {
    this.#stop();
  }

  /** Plays on; with reduced motion it goes to the end at once. */
  #toggle(): void {
    if (this.#timer !== undefined) {
      this.#stop();
      return;
    }
    const last = Number(this.#at.max);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#move(last);
      return;
    }
    if (Number(this.#at.value) >= last) this.#move(0);
    this.#play.textContent = 'Pause';
    this.#timer = setInterval(() => {
      if (Number(this.#at.value) >= last) this.#stop();
      else this.#move(Number(this.#at.value) + 1);
    }, beat);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#play.textContent = 'Play';
  }

  #move(frame: number): void {
    this.#at.value = String(frame);
    this.#drawFrame();
  }

  #drawFrame(): void {
    const shown = this.#shown;
    const frame = shown?.trace.frames[Number(this.#at.value)];
    if (!shown || !frame) return;
    const { experts, places } = shown.prepared.problem;
    const { step, counts, load } = frame;
    const mean = counts.reduce((sum, count) => sum + count, 0) / experts;
    this.#at.setAttribute('aria-valuetext', `step ${step}`);
    this.#load.update(
      {
        name: `Load at step ${step}`,
        columns: experts,
        rows: [{ name: `step ${step}`, values: counts, line: mean, strong: (expert) => counts[expert]! > places }],
        say: (expert) => `step ${step}, expert ${expert}: asked ${counts[expert]} times, keeps ${load[expert]}`,
      },
      shown.theme,
    );
  }

  #floorOf(tokens: number, experts: number, k: number): number {
    const of = `${tokens}/${experts}/${k}`;
    if (this.#floor.of !== of) this.#floor = { of, value: noiseFloor(tokens, experts, k) };
    return this.#floor.value;
  }
}
