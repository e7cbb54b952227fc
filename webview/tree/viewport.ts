/** How a picture lies in its frame: scaled by `scale`, its top left corner at `x`, `y` in pixels of the frame. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const scaleLimits = { least: 0.01, most: 8 };
const padding = 20;
/** A small picture is not blown up beyond this when fitted. */
const largestFit = 1.25;

/** All of the picture, in the middle of the frame. */
export function fitPicture(picture: Size, frame: Size): Viewport {
  const room = { width: Math.max(1, frame.width - 2 * padding), height: Math.max(1, frame.height - 2 * padding) };
  const whole = Math.min(room.width / Math.max(1, picture.width), room.height / Math.max(1, picture.height));
  const scale = clamp(Math.min(whole, largestFit), scaleLimits.least, scaleLimits.most);
  return { scale, x: (frame.width - picture.width * scale) / 2, y: (frame.height - picture.height * scale) / 2 };
}

/** Scales by a factor; what lies under `at` (in the frame) stays there. */
export function zoomAt(view: Viewport, factor: number, at: Point): Viewport {
  const scale = clamp(view.scale * factor, scaleLimits.least, scaleLimits.most);
  const share = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * share, y: at.y - (at.y - view.y) * share };
}

export const panBy = (view: Viewport, dx: number, dy: number): Viewport => ({
  ...view,
  x: view.x + dx,
  y: view.y + dy,
});

/** Keeps some of the picture in the frame, so that it cannot be lost. */
export function keepInReach(view: Viewport, picture: Size, frame: Size): Viewport {
  const left = Math.min(48, frame.width / 2, picture.width * view.scale);
  const top = Math.min(48, frame.height / 2, picture.height * view.scale);
  return {
    ...view,
    x: clamp(view.x, left - picture.width * view.scale, frame.width - left),
    y: clamp(view.y, top - picture.height * view.scale, frame.height - top),
  };
}

/** Moves no further than needed to bring a box of the picture into the frame; its top left corner if it is too large. */
export function reveal(view: Viewport, box: Point & Size, frame: Size): Viewport {
  const shift = (start: number, length: number, room: number) => {
    const margin = Math.min(padding, room / 8);
    if (start < margin || length > room - 2 * margin) return margin - start;
    const beyond = start + length - (room - margin);
    return beyond > 0 ? -beyond : 0;
  };
  return panBy(
    view,
    shift(view.x + box.x * view.scale, box.width * view.scale, frame.width),
    shift(view.y + box.y * view.scale, box.height * view.scale, frame.height),
  );
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, Math.min(least, most)), Math.max(least, most));
