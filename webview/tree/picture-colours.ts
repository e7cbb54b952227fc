import type { PictureColours } from '../../src/protocol';
import { mix, toHex } from '../color';
import type { PanelTheme } from '../theme';

/** The editor's colours for a picture that is drawn elsewhere. */
export const pictureColours = (theme: PanelTheme): PictureColours => ({
  background: toHex(theme.background),
  foreground: toHex(theme.foreground),
  muted: toHex(theme.muted),
  line: toHex(theme.muted),
  surface: toHex(theme.surface),
  group: toHex(theme.highContrast ? theme.background : mix(theme.background, theme.foreground, 0.12)),
  border: toHex(theme.border),
  accent: toHex(theme.accent),
});
