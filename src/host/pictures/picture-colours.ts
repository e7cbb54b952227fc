import type { PictureTheme } from './messages';

/** What stands behind a picture. */
export const pictureBackgrounds: Readonly<Record<PictureTheme, string>> = { light: '#ffffff', dark: '#1f1f1f' };

/** The colours of a picture by the names that pele has for them. */
export const pictureColours: Readonly<Record<PictureTheme, Readonly<Record<string, string>>>> = {
  light: {
    '--pele-bg': pictureBackgrounds.light,
    '--pele-fg': '#1f1f1f',
    '--pele-muted': '#5c5c5c',
    '--pele-line': '#3b3b3b',
    '--pele-surface': '#eef3fb',
    '--pele-surface-alt': '#e6e4d9',
    '--pele-border': '#5b7bd5',
    '--pele-accent': '#205ea6',
  },
  dark: {
    '--pele-bg': pictureBackgrounds.dark,
    '--pele-fg': '#e4e4e4',
    '--pele-muted': '#a8a8a8',
    '--pele-line': '#c4c4c4',
    '--pele-surface': '#2b3648',
    '--pele-surface-alt': '#33332e',
    '--pele-border': '#6d8fe0',
    '--pele-accent': '#8ab4f8',
  },
};
