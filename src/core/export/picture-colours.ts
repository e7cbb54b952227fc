import type { PictureColours } from '../picture-drawer';

/** The colours of a picture that stands alone. */
export const pictureColours = {
  light: {
    background: '#ffffff',
    foreground: '#1f1f1f',
    muted: '#5c5c5c',
    line: '#3b3b3b',
    surface: '#eef3fb',
    group: '#e6e4d9',
    border: '#5b7bd5',
    accent: '#205ea6',
  },
  dark: {
    background: '#1f1f1f',
    foreground: '#e4e4e4',
    muted: '#a8a8a8',
    line: '#c4c4c4',
    surface: '#2b3648',
    group: '#33332e',
    border: '#6d8fe0',
    accent: '#8ab4f8',
  },
} as const satisfies Readonly<Record<string, PictureColours>>;
