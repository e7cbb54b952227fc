import { say } from '../../src/core/l10n/say';
import { element } from '../dom';
import type { Box } from './neighbour';
import { fitPicture, keepInReach, type Point, panBy, reveal, type Size, type Viewport, zoomAt } from './viewport';

const zoomStep = 1.25;
const clickTolerance = 4;
/** Below this scale no word of a picture can be read. */
const legible = 0.25;

/** Units of the picture that are about a pixel wide: a power of two, so that thousands of lines are seldom another width. */
const thicknessAt = (scale: number): number => 2 ** Math.max(0, Math.round(-Math.log2(scale)));

/** The frame in which a picture lies, to be moved and zoomed by mouse, trackpad, fingers and keys. */
export class Stage {
  readonly element: HTMLElement;
  readonly #canvas = element('div', { class: 'canvas' });
  readonly #changed: (viewport: Viewport | undefined) => void;
  readonly #pointers = new Map<number, Point>();
  #picture: Size = { width: 1, height: 1 };
  /** The frame's size as last heard of: to ask for it makes the browser lay out a picture that has just been put in. */
  #room: Size | undefined;
  #viewport: Viewport = { x: 0, y: 0, scale: 1 };
  /** The part of the picture that is in sight; what is fitted into the frame. */
  #part: Box | undefined;
  #watch: (viewport: Viewport, frame: Size) => void = () => {};
  #fitted = true;
  #travelled = 0;

  /** @param changed hears of every move: the viewport, or undefined when all is fitted into the frame. */
  constructor(changed: (viewport: Viewport | undefined) => void) {
    this.#changed = changed;
    this.element = element(
      'div',
      { class: 'stage', tabindex: 0, 'aria-label': say`Diagram`, role: 'group' },
      this.#canvas,
    );
    this.element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.element.addEventListener('pointerdown', (event) => this.#down(event));
    this.element.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      this.element.addEventListener(end, (event) => this.#pointers.delete(event.pointerId));
    }
    this.element.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.#resized()).observe(this.element);
  }

  get scale(): number {
    return this.#viewport.scale;
  }

  /** Whether the press that has just ended moved the picture: then it was no click. */
  get dragged(): boolean {
    return this.#travelled > clickTolerance;
  }

  /** Lays layers of one size into the frame, one over the other; nothing of what lay there stays. */
  place(layers: readonly Element[], size: Size, viewport: Viewport | undefined): void {
    this.#picture = size;
    this.#part = undefined;
    this.#canvas.replaceChildren(...layers);
    this.#canvas.style.width = `${size.width}px`;
    this.#canvas.style.height = `${size.height}px`;
    this.#fitted = viewport === undefined;
    this.#apply(viewport ?? this.#fit(), false);
  }

  /** Only a part of the picture is in sight, or all of it again: a fitted picture is fitted anew. */
  narrow(part: Box | undefined): void {
    this.#part = part;
    if (this.#fitted) this.#apply(this.#fit(), true);
  }

  /** Calls with every move of the picture and every size of the frame. */
  watch(moved: (viewport: Viewport, frame: Size) => void): void {
    this.#watch = moved;
  }

  /** Tells whoever watches how the picture lies now. */
  tell(): void {
    this.#watch(this.#viewport, this.#frame());
  }

  /** Brings a point of the picture into the middle of the frame. */
  centre({ x, y }: Point): void {
    const { width, height } = this.#frame();
    const { scale } = this.#viewport;
    this.#moved({ scale, x: width / 2 - x * scale, y: height / 2 - y * scale }, false);
  }

  clear(): void {
    this.#canvas.replaceChildren();
  }

  fit(): void {
    this.#fitted = true;
    this.#apply(this.#fit(), true);
    this.#changed(undefined);
  }

  /** One step nearer or further, about the middle of the frame. */
  zoom(direction: 1 | -1): void {
    const { width, height } = this.#frame();
    this.#moved(zoomAt(this.#viewport, zoomStep ** direction, { x: width / 2, y: height / 2 }), true);
  }

  /** Brings a box of the picture into the frame; no move where it is seen already. */
  reveal(box: Box): void {
    const next = reveal(this.#viewport, box, this.#frame());
    if (Math.abs(next.x - this.#viewport.x) + Math.abs(next.y - this.#viewport.y) > 1) this.#moved(next, true);
  }

  /** Whether all of the picture is fitted into the frame. */
  get fitted(): boolean {
    return this.#fitted;
  }

  get viewport(): Viewport | undefined {
    return this.#fitted ? undefined : this.#viewport;
  }

  /** Lies as it lay before; fitted without a viewport. */
  restore(viewport: Viewport | undefined): void {
    if (viewport) this.#moved(viewport, true);
    else this.fit();
  }

  /** Puts a box of the picture into the middle of the frame, as large as it can be read from afar. */
  present(box: Box): void {
    const { width, height } = this.#frame();
    const scale = Math.max(0.5, Math.min(2, width / 2 / Math.max(1, box.width), height / 3 / Math.max(1, box.height)));
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    this.#moved({ scale, x: width / 2 - x * scale, y: height / 2 - y * scale }, true);
  }

  /** Moves without a person's doing, so that what was at a place before an edit is there after it. */
  shift(dx: number, dy: number): void {
    if (!this.#fitted) this.#moved(panBy(this.#viewport, dx, dy), false);
  }

  /** Where an element of the picture lies in it. */
  boxOf(shape: Element): Box {
    const origin = this.#canvas.getBoundingClientRect();
    const scale = origin.width / this.#picture.width || 1;
    const rect = shape.getBoundingClientRect();
    return {
      x: (rect.left - origin.left) / scale,
      y: (rect.top - origin.top) / scale,
      width: rect.width / scale,
      height: rect.height / scale,
    };
  }

  #fit(): Viewport {
    const part = this.#part ?? { x: 0, y: 0, ...this.#picture };
    const { scale, x, y } = fitPicture(part, this.#frame());
    return { scale, x: x - part.x * scale, y: y - part.y * scale };
  }

  #frame(): Size {
    return this.#room ?? this.#measured();
  }

  #measured(): Size {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  #moved(viewport: Viewport, glide: boolean): void {
    this.#fitted = false;
    this.#apply(keepInReach(viewport, this.#picture, this.#frame()), glide);
    this.#changed(this.#viewport);
  }

  #apply(viewport: Viewport, glide: boolean): void {
    this.#viewport = viewport;
    this.#canvas.classList.toggle('gliding', glide);
    this.#canvas.style.transform = `translate(${viewport.x}px, ${viewport.y}px) scale(${viewport.scale})`;
    this.#canvas.classList.toggle('far', viewport.scale < legible);
    this.#canvas.style.setProperty('--scale', String(viewport.scale));
    this.#canvas.style.setProperty('--thickness', String(thicknessAt(viewport.scale)));
    this.#watch(viewport, this.#frame());
  }

  #resized(): void {
    const { width, height } = this.#measured();
    // Out of sight it has no size, and is asked for it when it is back.
    this.#room = width > 0 && height > 0 ? { width, height } : undefined;
    if (this.#fitted) this.#apply(this.#fit(), false);
    else this.#apply(keepInReach(this.#viewport, this.#picture, this.#frame()), false);
  }

  #at(event: { clientX: number; clientY: number }): Point {
    const frame = this.element.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  }

  /** A pinch on a trackpad arrives as a wheel with Ctrl held. */
  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    if (event.ctrlKey || event.metaKey) {
      this.#moved(zoomAt(this.#viewport, Math.exp(-event.deltaY * unit * 0.0045), this.#at(event)), false);
      return;
    }
    const sideways = event.shiftKey && event.deltaX === 0;
    const dx = sideways ? event.deltaY : event.deltaX;
    const dy = sideways ? 0 : event.deltaY;
    this.#moved(panBy(this.#viewport, -dx * unit, -dy * unit), false);
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button > 1) return;
    if (this.#pointers.size === 0) this.#travelled = 0;
    this.#pointers.set(event.pointerId, this.#at(event));
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = this.#at(event);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    this.#travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (!this.dragged) return;
    // Captured only now: a captured pointer would take the click away from the node under it.
    if (!this.element.hasPointerCapture(event.pointerId)) this.element.setPointerCapture(event.pointerId);
    let next = panBy(this.#viewport, now.x - before.x, now.y - before.y);
    if (other) {
      const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.hypot(before.x - other.x, before.y - other.y);
      next = zoomAt(this.#viewport, Number.isFinite(factor) ? factor : 1, other);
    }
    this.#moved(next, false);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 160 : 40;
    const moves: Record<string, () => void> = {
      '+': () => this.zoom(1),
      '=': () => this.zoom(1),
      '-': () => this.zoom(-1),
      '0': () => this.fit(),
      ArrowLeft: () => this.#moved(panBy(this.#viewport, step, 0), false),
      ArrowRight: () => this.#moved(panBy(this.#viewport, -step, 0), false),
      ArrowUp: () => this.#moved(panBy(this.#viewport, 0, step), false),
      ArrowDown: () => this.#moved(panBy(this.#viewport, 0, -step), false),
    };
    const move = moves[event.key];
    if (!move || event.defaultPrevented) return;
    event.preventDefault();
    move();
  }
}
