import assert from 'node:assert/strict';
import { contrast, parseColor, toHex } from '../../webview/color';
import { themeOf } from '../../webview/theme';
import { mermaidConfig } from '../../webview/tree/mermaid-config';
import { type EditorTheme, editorThemes } from '../support/editor-themes';

const names = Object.keys(editorThemes) as EditorTheme[];
const read = (name: EditorTheme) => {
  const { kind, colors } = editorThemes[name];
  return themeOf(kind, (variable) => (colors as Record<string, string>)[variable]);
};

describe('themeOf', () => {
  for (const name of names) {
    it(`can be read in ${name}`, () => {
      const theme = read(name);
      assert.ok(contrast(theme.foreground, theme.background) >= 7);
      assert.ok(contrast(theme.muted, theme.background) >= 4.5);
      assert.ok(contrast(theme.accent, theme.background) >= 3);
      for (const hue of theme.series) assert.ok(contrast(hue, theme.background) >= 3);
    });
  }

  it('knows dark from light by the background, and high contrast by its name', () => {
    assert.deepEqual(
      names.map((name) => [read(name).dark, read(name).highContrast]),
      [
        [true, false],
        [false, false],
        [true, true],
      ],
    );
  });

  it('stands without any variable', () => {
    const theme = themeOf('vscode-light', () => undefined);
    assert.equal(toHex(theme.background), '#ffffff');
    assert.ok(contrast(theme.foreground, theme.background) >= 7);
  });
});

describe('mermaidConfig', () => {
  it('is strict and gives words on boxes enough contrast in every theme', () => {
    for (const name of names) {
      const theme = read(name);
      const config = mermaidConfig(theme);
      assert.equal(config.securityLevel, 'strict');
      const of = (variable: string) => parseColor((config.themeVariables as Record<string, string>)[variable]!)!;
      for (const [text, box] of [
        ['primaryTextColor', 'mainBkg'],
        ['actorTextColor', 'actorBkg'],
        ['noteTextColor', 'noteBkgColor'],
        ['titleColor', 'clusterBkg'],
        ['taskTextColor', 'doneTaskBkgColor'],
        ...Array.from({ length: 12 }, (_, i) => [`cScaleLabel${i}`, `cScale${i}`]),
      ] as [string, string][]) {
        assert.ok(contrast(of(text), of(box)) >= 4.5, `${name}: ${text} on ${box}`);
      }
    }
  });
});
