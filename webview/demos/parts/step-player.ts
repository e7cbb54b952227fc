import { say } from '../../../src/core/l10n/say';
import { element } from '../../dom';

export interface Playing {
  /** Milliseconds between frames that are played. */
  readonly beat: number;
  /** Draws a frame, and gives it in words. */
  show(frame: number): string;
}

/** Plays frames forward, and goes to any of them; with reduced motion it goes to the end at once. */
export class StepPlayer {
  readonly element: HTMLElement;
  readonly #playing: Playing;
  readonly #play = element('button', { type: 'button' }, say`Play`);
  readonly #at = element('input', { type: 'range', min: 0, step: 1, 'aria-label': say`Step that is shown` });
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(playing: Playing) {
    this.#playing = playing;
    const back = element('button', { type: 'button' }, say`Previous step`);
    const next = element('button', { type: 'button' }, say`Next step`);
    this.element = element(
      'div',
      { class: 'choices', role: 'group', 'aria-label': say`Steps` },
      ...[this.#play, back, next, this.#at],
    );
    this.#play.addEventListener('click', () => this.#toggle());
    back.addEventListener('click', () => this.#step(-1));
    next.addEventListener('click', () => this.#step(1));
    this.#at.addEventListener('input', () => {
      this.stop();
      this.draw();
    });
    this.#at.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      this.#toggle();
    });
  }

  /** The frame that is shown. */
  get frame(): number {
    return Number(this.#at.value);
  }

  /** The last frame there is. */
  get last(): number {
    return Number(this.#at.max);
  }

  /** Takes another number of frames and goes to one of them. */
  reset(last: number, frame: number): void {
    this.#at.max = String(last);
    this.#at.value = String(frame);
  }

  draw(): void {
    this.#at.setAttribute('aria-valuetext', this.#playing.show(this.frame));
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#play.textContent = say`Play`;
  }

  #toggle(): void {
    if (this.#timer !== undefined) {
      this.stop();
      return;
    }
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#move(this.last);
      return;
    }
    if (this.frame >= this.last) this.#move(0);
    this.#play.textContent = say`Pause`;
    this.#timer = setInterval(() => {
      if (this.frame >= this.last) this.stop();
      else this.#move(this.frame + 1);
    }, this.#playing.beat);
  }

  #step(by: number): void {
    this.stop();
    this.#move(this.frame + by);
  }

  #move(frame: number): void {
    this.#at.value = String(frame);
    this.draw();
  }
}
