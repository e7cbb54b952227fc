import type { DemoSubject, PanelCommand } from '../../src/protocol';
import { element } from '../dom';
import { DemoPanel, type DemoPanelHost } from './demo-panel';

/** How far below and above the page a demo begins to be computed. */
const ahead = '200px';

interface Part {
  readonly panel: DemoPanel;
  readonly element: HTMLElement;
  subject: DemoSubject;
  visible: boolean;
}

/** All demos of a lesson in order, one below the other; each is computed when it comes into view. */
export class LessonView {
  readonly root = element('div', { class: 'lesson' });
  readonly tools: readonly HTMLElement[] = [];
  readonly #host: DemoPanelHost;
  readonly #sight: IntersectionObserver;
  #parts: Part[] = [];
  #readOnly = false;
  #current: number | undefined;
  /** The demo that stays at the top while those above it grow, until the reader scrolls or takes hold of something. */
  #held: HTMLElement | undefined;
  readonly #sizes = new ResizeObserver(() => this.#scrollToHeld());

  constructor(host: DemoPanelHost) {
    this.#host = host;
    this.#sight = new IntersectionObserver((entries) => this.#seen(entries), {
      root: this.root,
      rootMargin: `${ahead} 0px`,
    });
    for (const act of ['wheel', 'pointerdown', 'keydown', 'focusin']) {
      this.root.addEventListener(act, () => this.#release(), { passive: true });
    }
  }

  /** Takes the demos as they are now; those in view follow at once, the others when they are reached. */
  show(subjects: readonly DemoSubject[], readOnly: boolean): void {
    this.#readOnly = readOnly;
    for (const part of this.#parts.splice(subjects.length)) {
      this.#sight.unobserve(part.element);
      this.#sizes.unobserve(part.element);
      if (this.#held === part.element) this.#release();
      part.panel.dispose();
      part.element.remove();
    }
    for (const [place, subject] of subjects.entries()) {
      const part = this.#parts[place] ?? this.#append(subject);
      part.subject = subject;
      if (part.visible) void part.panel.show(subject, readOnly);
      else part.panel.announce(subject);
    }
  }

  /** Brings the demo with a number in the document into view, unless it was the last one asked for. */
  goTo(index: number | undefined): void {
    if (index === this.#current) return;
    this.#current = index;
    this.#held = this.#part(index)?.element;
    this.#scrollToHeld();
  }

  dataChanged(): void {
    for (const { panel } of this.#parts) panel.dataChanged();
  }

  retheme(): void {
    for (const { panel } of this.#parts) panel.retheme();
  }

  command(command: PanelCommand): void {
    (this.#part(this.#current) ?? this.#parts[0])?.panel.command(command);
  }

  /** Scrolls the lesson alone: `scrollIntoView` would move the page's tool bar too. */
  #scrollToHeld(): void {
    if (!this.#held) return;
    this.root.scrollTop += this.#held.getBoundingClientRect().top - this.root.getBoundingClientRect().top;
  }

  #release(): void {
    this.#held = undefined;
  }

  #part(index: number | undefined): Part | undefined {
    return this.#parts.find(({ subject }) => subject.index === index);
  }

  #append(subject: DemoSubject): Part {
    const panel = new DemoPanel(this.#host);
    const tools = element('div', { class: 'lesson-tools' }, ...panel.tools);
    const part: Part = {
      ...{ panel, subject, visible: false },
      element: element('div', { class: 'lesson-part' }, tools, panel.root),
    };
    this.#parts.push(part);
    this.root.append(part.element);
    this.#sight.observe(part.element);
    this.#sizes.observe(part.element);
    return part;
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const part = this.#parts.find((one) => one.element === target);
      if (!part) continue;
      part.visible = isIntersecting;
      if (isIntersecting) void part.panel.show(part.subject, this.#readOnly);
    }
  }
}
