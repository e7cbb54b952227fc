import type { MermaidLook } from '../src/protocol';
import { type Color, luminance, mix, over, parseColor, withContrast } from './color';

/** The editor's colours, opaque and ready to be mixed. */
export interface PanelTheme {
  readonly dark: boolean;
  readonly highContrast: boolean;
  readonly background: Color;
  readonly foreground: Color;
  /** Text of second rank; still readable on the background. */
  readonly muted: Color;
  /** Boxes that stand on the background. */
  readonly surface: Color;
  readonly border: Color;
  /** What is chosen, lit or in focus. */
  readonly accent: Color;
  readonly error: Color;
  readonly warning: Color;
  /** Six hues apart from each other, for series and sections. */
  readonly series: readonly Color[];
  readonly fontFamily: string;
  /** Which Mermaid’s layout and look diagrams have that state none. */
  readonly mermaid: MermaidLook;
}

const black: Color = { r: 0, g: 0, b: 0, a: 1 };
const white: Color = { r: 255, g: 255, b: 255, a: 1 };

/**
 * Makes a theme of the editor's colour variables.
 *
 * @param variable gives the value of `--vscode-<name>`, or undefined where the theme has none.
 */
export function themeOf(kind: string, variable: (name: string) => string | undefined): PanelTheme {
  const highContrast = kind.includes('high-contrast');
  const paper = kind.includes('light') ? white : highContrast ? black : { r: 31, g: 31, b: 31, a: 1 };
  const read = (name: string) => parseColor(variable(name) ?? '');
  const background = over(read('editor-background') ?? paper, paper);
  const dark = luminance(background) < 0.3;
  const ink = dark ? white : black;
  const on = (name: string, otherwise: Color) => over(read(name) ?? otherwise, background);
  const foreground = withContrast(on('editor-foreground', mix(background, ink, 0.85)), background, 7, ink);
  const strong = highContrast ? on('contrastBorder', foreground) : undefined;
  const hues = dark ? darkHues : lightHues;
  const series = hues.map(([name, fallback]) =>
    withContrast(on(name, parseColor(fallback)!), background, highContrast ? 4.5 : 3, ink),
  );
  return {
    dark,
    highContrast,
    background,
    foreground,
    muted: highContrast ? foreground : withContrast(on('descriptionForeground', foreground), background, 4.5, ink),
    surface: highContrast ? background : mix(background, foreground, dark ? 0.08 : 0.04),
    border: strong ?? mix(background, foreground, dark ? 0.32 : 0.3),
    accent: withContrast(on('focusBorder', series[0]!), background, 3, ink),
    error: withContrast(on('errorForeground', series[4]!), background, 4.5, ink),
    warning: withContrast(on('editorWarning-foreground', series[3]!), background, 3, ink),
    series,
    fontFamily: variable('font-family') || 'system-ui, sans-serif',
    mermaid: '11',
  };
}

const darkHues = [
  ['charts-blue', '#3794ff'],
  ['charts-green', '#89d185'],
  ['charts-purple', '#b180d7'],
  ['charts-orange', '#d18616'],
  ['charts-red', '#f14c4c'],
  ['charts-yellow', '#cca700'],
] as const;

const lightHues = [
  ['charts-blue', '#1a85ff'],
  ['charts-green', '#388a34'],
  ['charts-purple', '#652d90'],
  ['charts-orange', '#d18616'],
  ['charts-red', '#e51400'],
  ['charts-yellow', '#bf8803'],
] as const;

/** Reads the theme that the editor has put on the page. */
export function currentTheme(): PanelTheme {
  const style = getComputedStyle(document.documentElement);
  return themeOf(document.body.className, (name) => style.getPropertyValue(`--vscode-${name}`).trim() || undefined);
}

/** Calls back when the editor has changed its colours on the page. */
export function onThemeChange(changed: (theme: PanelTheme) => void): void {
  let last = JSON.stringify(currentTheme());
  const observer = new MutationObserver(() => {
    const theme = currentTheme();
    const now = JSON.stringify(theme);
    if (now === last) return;
    last = now;
    changed(theme);
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
}
