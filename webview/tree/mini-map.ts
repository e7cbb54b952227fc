import { svgElement } from '../dom';
import type { Box } from './neighbour';
import type { Stage } from './stage';
import type { Size, Viewport } from './viewport';

/** A picture with fewer nodes is seen without a map of it. */
const leastNodes = 40;
/** The longer edge of the map, in pixels, and the frame beside which there is room for it. */
const edge = 150;
const leastFrame = 320;
/** The share of the picture in the frame from which a map says nothing new. */
const enough = 0.9;

/**
 * All of a large picture in a corner, each node a block, with the part that is in the frame outlined: a press brings what
 * is pressed into the middle. For the pointer alone: the keyboard walks through the nodes themselves.
 */
export class MiniMap {
  readonly element = svgElement('svg', { class: 'mini-map', 'aria-hidden': 'true' });
  readonly #stage: Stage;
  readonly #blocks = svgElement('path', { class: 'blocks' });
  readonly #view = svgElement('rect', { class: 'view' });
  #picture: Size = { width: 1, height: 1 };
  #isLarge = false;
  /** Where the nodes are, until that is drawn: thousands are not measured for a map that nobody sees. */
  #undrawn: (() => readonly Box[]) | undefined;
  #pressed = false;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.element.append(this.#blocks, this.#view);
    this.element.toggleAttribute('hidden', true);
    stage.element.append(this.element);
    stage.watch((viewport, frame) => this.#move(viewport, frame));
    this.element.addEventListener('pointerdown', (event) => {
      // The stage would take it for a hand on the picture.
      event.stopPropagation();
      event.preventDefault();
      this.#pressed = true;
      this.element.setPointerCapture(event.pointerId);
      this.#go(event);
    });
    this.element.addEventListener('pointermove', (event) => this.#pressed && this.#go(event));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      this.element.addEventListener(end, () => {
        this.#pressed = false;
      });
    }
    this.element.addEventListener('click', (event) => event.stopPropagation());
  }

  /**
   * Another picture lies on the stage, or another part of it is in sight.
   * @param nodes how many there are
   * @param boxes measures them, when the map is seen
   */
  show(nodes: number, boxes: () => readonly Box[], picture: Size): void {
    this.#isLarge = nodes >= leastNodes;
    this.#picture = picture;
    this.#undrawn = boxes;
    this.#stage.tell();
  }

  #draw(boxes: readonly Box[]): void {
    const { width, height } = this.#picture;
    const scale = edge / Math.max(width, height, 1);
    this.element.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.element.setAttribute('width', String(Math.max(24, width * scale)));
    this.element.setAttribute('height', String(Math.max(24, height * scale)));
    this.#blocks.setAttribute(
      'd',
      boxes.map((box) => `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`).join(''),
    );
  }

  #move({ x, y, scale }: Viewport, frame: Size): void {
    const seen = {
      x: Math.max(0, -x / scale),
      y: Math.max(0, -y / scale),
      right: Math.min(this.#picture.width, (frame.width - x) / scale),
      bottom: Math.min(this.#picture.height, (frame.height - y) / scale),
    };
    const width = Math.max(0, seen.right - seen.x);
    const height = Math.max(0, seen.bottom - seen.y);
    const isWhole = width >= enough * this.#picture.width && height >= enough * this.#picture.height;
    const hasRoom = Math.min(frame.width, frame.height) >= leastFrame;
    const isSeen = this.#isLarge && !isWhole && hasRoom;
    this.element.toggleAttribute('hidden', !isSeen);
    if (!isSeen) return;
    if (this.#undrawn) this.#draw(this.#undrawn());
    this.#undrawn = undefined;
    for (const [name, value] of Object.entries({ x: seen.x, y: seen.y, width, height })) {
      this.#view.setAttribute(name, String(value));
    }
  }

  #go({ clientX, clientY }: PointerEvent): void {
    const { left, top, width, height } = this.element.getBoundingClientRect();
    this.#stage.centre({
      x: ((clientX - left) / Math.max(1, width)) * this.#picture.width,
      y: ((clientY - top) / Math.max(1, height)) * this.#picture.height,
    });
  }
}
