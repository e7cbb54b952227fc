import type { DrawnPicture } from '../../core/picture-drawer';

export type PictureReply =
  | { readonly kind: 'drawn'; readonly picture: DrawnPicture }
  | { readonly kind: 'not-drawn'; readonly why: string };
