/** The colours of a picture that stands alone. */
export type PictureTheme = 'light' | 'dark';

export interface PictureRequest {
  readonly text: string;
  readonly theme: PictureTheme;
}

/** A picture, safe to be shown. */
export interface DrawnPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Why there is no picture, in a sentence for the author. */
export interface NotDrawn {
  readonly why: string;
}

export type PictureReply =
  | { readonly kind: 'drawn'; readonly picture: DrawnPicture }
  | { readonly kind: 'not-drawn'; readonly why: string };
