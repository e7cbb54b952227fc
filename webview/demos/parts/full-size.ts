import { say } from '../../../src/core/l10n/say';
import { element } from '../../dom';
import type { Watch } from '../../gpu/full-size/watch';
import type { Operations } from '../../gpu/operations';
import { theEngine } from '../engine';

/** What is computed at full size. */
export interface FullSizeTask {
  /** Tells one task from another. */
  readonly key: string;
  /** What it computes, in a sentence. */
  readonly words: string;
  /** What came of it, in sentences. */
  run(operations: Operations, watch: Watch): Promise<readonly string[]>;
}

/** Milliseconds that are left to the page between two parts. */
const breath = 0;

/** A computation that takes a while: started by a button, with how much is done, and stopped by another. */
export class FullSize {
  readonly element: HTMLElement;
  readonly #words = element('p', {});
  readonly #start = element('button', { type: 'button' }, say`Compute`);
  readonly #stop = element('button', { type: 'button', hidden: true }, say`Stop`);
  readonly #bar = element('progress', { 'aria-label': say`Done so far`, max: 1, value: 0, hidden: true });
  readonly #state = element('p', { role: 'status' });
  readonly #results = element('ul', { class: 'sums' });
  #task: FullSizeTask | undefined;
  #running = new AbortController();

  constructor() {
    this.#start.addEventListener('click', () => void this.#run());
    this.#stop.addEventListener('click', () => this.#running.abort());
    const row = element('div', { class: 'choices' }, this.#start, this.#stop, this.#bar);
    this.element = element(
      'section',
      { class: 'view-section full-size', hidden: true },
      element('h2', {}, say`At full size`),
      ...[this.#words, row, this.#state, this.#results],
    );
  }

  /** Another task ends the one that runs; undefined where there is none. */
  update(task: FullSizeTask | undefined): void {
    this.element.hidden = !task;
    if (task?.key === this.#task?.key) return;
    this.#task = task;
    this.#running.abort();
    this.#words.textContent = task?.words ?? '';
    this.#state.textContent = '';
    this.#results.replaceChildren();
  }

  dispose(): void {
    this.#running.abort();
  }

  async #run(): Promise<void> {
    const task = this.#task;
    if (!task) return;
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    this.#results.replaceChildren();
    this.#state.textContent = '';
    let part = { done: 0, of: 0 };
    this.#show(true);
    const started = performance.now();
    try {
      const engine = await theEngine();
      const { backend } = engine;
      if (backend.kind === 'cpu') {
        this.#state.textContent = say`This is not computed here: it needs a GPU. ${backend.reason}`;
        return;
      }
      const operations = onDevice(engine.within(signal) as unknown as Answering);
      const lines = await task.run(operations, async (done, of) => {
        part = { done, of };
        this.#progress(done, of, performance.now() - started, backend.software);
        await new Promise((resolve) => setTimeout(resolve, breath));
        signal.throwIfAborted();
      });
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      const where = backend.software ? say`${backend.adapter}, which runs on the processor` : backend.adapter;
      this.#state.textContent = say`Computed in ${seconds} s by WebGPU on ${where}.`;
      this.#results.replaceChildren(...lines.map((line) => element('li', {}, line)));
    } catch (error) {
      if (this.#task !== task) return;
      this.#state.textContent = signal.aborted
        ? say`Stopped after ${part.done} of ${part.of} parts.`
        : say`This device cannot compute it: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      if (this.#running === running) this.#show(false);
    }
  }

  #show(isRunning: boolean): void {
    this.#start.hidden = isRunning;
    this.#stop.hidden = !isRunning;
    this.#bar.hidden = !isRunning;
    this.#bar.value = 0;
    if (isRunning && document.activeElement === this.#start) this.#stop.focus();
  }

  #progress(done: number, of: number, milliseconds: number, software: boolean): void {
    this.#bar.max = of;
    this.#bar.value = done;
    const left = done > 0 ? Math.ceil(((milliseconds / done) * (of - done)) / 1000) : undefined;
    const rest =
      left === undefined
        ? software
          ? say`This adapter runs on the processor, so it takes minutes.`
          : ''
        : say`About ${left} s are left.`;
    this.#state.textContent = [say`${done} of ${of} parts are done.`, rest].filter(Boolean).join(' ');
  }
}

type Answering = Readonly<
  Record<string, (...operands: never[]) => Promise<{ result: unknown; backend: { kind: string; reason?: string } }>>
>;

/** The engine's answers without their wrapping. A device that is lost ends it: the reference would take hours. */
const onDevice = (answering: Answering): Operations =>
  new Proxy(answering, {
    get:
      (target, name: string) =>
      async (...operands: never[]) => {
        const { result, backend } = await target[name]!(...operands);
        if (backend.kind !== 'webgpu') throw new Error(backend.reason);
        return result;
      },
  }) as unknown as Operations;
