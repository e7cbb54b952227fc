import type { Cancellation } from './cancellation';

/** The colours of a picture, each as `#rrggbb`. */
export interface PictureColours {
  readonly background: string;
  readonly foreground: string;
  /** Text of second rank. */
  readonly muted: string;
  /** Arrows. */
  readonly line: string;
  /** Nodes, and groups around them. */
  readonly surface: string;
  readonly group: string;
  readonly border: string;
  readonly accent: string;
}

/** A diagram to be drawn. */
export interface PictureRequest {
  readonly text: string;
  readonly colours: PictureColours;
}

/** A picture: an `<svg>` element that runs nothing and asks for nothing. */
export interface DrawnPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Why there is no picture, in words that go on from the diagram's name. */
export interface NotDrawn {
  readonly why: string;
}

/** Draws diagrams without a page, in a layout of its own. */
export interface PictureDrawer {
  draw(request: PictureRequest, cancellation?: Cancellation): Promise<DrawnPicture | NotDrawn>;
}
